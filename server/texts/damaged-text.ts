// A damaged text as a document: what of it can be read, from what it can be put right, and what then takes its place.
import * as Y from 'yjs';
import { applyAsIs } from '#core/document/apply.ts';
import { editableRoom } from '#core/document/edits/room.ts';
import { IMPORT } from '#core/document/interchange.ts';
import { replaceSections } from '#core/document/replace.ts';
import type { DocumentSection } from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';
import type { RecoverySource } from '#core/recovery.ts';
import { accept, type Result, refuse } from '#core/refusal.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { Salvage } from '#db/room-recovery.ts';
import type { Recovered } from '../context.ts';
import type { Deps } from '../deps.ts';
import type { RoomName } from '../sync/ports.ts';

/** What can be read of a text before the first damage in its log. */
export interface ReadableText {
  readonly isDamaged: boolean;
  /** The whole of it (V1), with its history; null where nothing can be read. */
  readonly update: Uint8Array | null;
  /** When the last change in it was made. */
  readonly at: Date | null;
  /** When each update was made that is not in it. */
  readonly lost: readonly Date[];
}

/** Bytes may be as they were written and still be no text: where Yjs breaks off, what comes before counts. */
export function readSalvage({ damage, state, updates, after }: Salvage): ReadableText {
  const parts = [...(state ? [{ ...state, apply: Y.applyUpdateV2 }] : []), ...updates];
  let readable = parts.length;
  const doc = new Y.Doc({ gc: false });
  for (const [index, part] of parts.entries()) {
    try {
      applyAsIs(doc, () => ('apply' in part ? part.apply : Y.applyUpdate)(doc, part.bytes));
    } catch {
      readable = index;
      break;
    }
  }
  const whole = readable === parts.length;
  const update = readable === 0 ? null : whole ? encoded(doc) : encodedFirst(parts, readable);
  doc.destroy();
  return {
    isDamaged: damage !== null || !whole,
    update,
    at: parts[readable - 1]?.at ?? null,
    lost: [...parts.slice(readable).map(({ at }) => at), ...after],
  };
}

type Part = Salvage['updates'][number] & { apply?: typeof Y.applyUpdateV2 };

/** A document in which an update broke off is neither old nor new: what came before is read anew. */
function encodedFirst(parts: readonly Part[], count: number): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  applyAsIs(doc, () => {
    for (const part of parts.slice(0, count)) (part.apply ?? Y.applyUpdate)(doc, part.bytes);
  });
  const update = encoded(doc);
  doc.destroy();
  return update;
}

function encoded(doc: Y.Doc): Uint8Array {
  return Y.encodeStateAsUpdate(doc);
}

/** What was last put in the place of a damaged text of this room; null where nothing ever had to be. */
export async function lastPutRight(
  store: Deps['store'],
  name: RoomName,
): Promise<Omit<Recovered, 'done'> | null> {
  const [last] = await store.recovery.aside(name);
  if (!last) return null;
  const { room, replacedBy, by, at } = last;
  return { room, replacedBy, by, at: at.toISOString() };
}

/** What a damaged text is put right from; `sections` null for what can be read of the text itself. */
export interface Source {
  readonly from: RecoverySource;
  /** `rN` or a version's label; '' for the text itself. */
  readonly ref: string;
  readonly at: Date | null;
  readonly sections: readonly DocumentSection[] | null;
  /** Number of the revision it is; null for the text itself. */
  readonly revision: number | null;
}

/** The last revision, or the last version that was not withdrawn; refuses nothing-to-recover where there is none. */
export async function sourceOf(
  { store, frozen }: Deps,
  framework: StoredFramework,
  from: RecoverySource,
): Promise<Result<Source>> {
  if (from === 'readable')
    return accept({ from, ref: '', at: null, sections: null, revision: null });
  const versions = await store.versions.ofFrameworks([framework.id]);
  const version = from === 'version' ? versions.find((one) => !one.withdrawal) : undefined;
  const revision =
    from === 'revision'
      ? await store.revisions.latest(framework.id)
      : version && (await store.revisions.byNumber(framework.id, version.revisionNumber));
  if (!revision) return refuse('nothing-to-recover');
  const document = await frozen.read(revision.id);
  if (!document.ok) return document;
  return accept({
    from,
    ref: version?.label ?? `r${revision.number}`,
    at: version?.publishedAt ?? revision.createdAt,
    sections: document.value.sections,
    revision: revision.number,
  });
}

/**
 * The text that takes the place of a damaged one: `base` (V1), brought to `sections` where there are some, as a
 * restore would do. It goes on with the history of `base`, so that what browsers still hold of it comes back.
 * `client` is the Yjs client id that wrote in it; null where nobody had to.
 */
export function textInPlace(
  { template, room, random }: { template: Template; room: string; random: () => number },
  base: Uint8Array | null,
  sections: readonly DocumentSection[] | null,
): { update: Uint8Array; client: number | null } {
  const doc = new Y.Doc({ gc: false });
  if (base) Y.applyUpdate(doc, base);
  if (sections) replaceSections(editableRoom(doc, template, room, random, IMPORT), sections);
  const wrote = Y.getState(doc.store, doc.clientID) > 0;
  const made = { update: encoded(doc), client: wrote ? doc.clientID : null };
  doc.destroy();
  return made;
}
