// What is wrong with a text whose bytes are damaged, and what each way of putting it right would bring.
import * as Y from 'yjs';
import { readSections } from '#core/document/interchange.ts';
import type { DocumentSection } from '#core/framework/interchange.ts';
import type { RoomDefinition, Template } from '#core/framework/template.ts';
import { templateOf } from '#core/framework/templates.ts';
import { can } from '#core/policy.ts';
import { RECOVERY_SOURCES } from '#core/recovery.ts';
import { accept, refuse } from '#core/refusal.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { Queries, RecoveryChoice } from '../context.ts';
import type { Deps } from '../deps.ts';
import { reach, targetOf } from '../texts/access.ts';
import {
  lastPutRight,
  type ReadableText,
  readSalvage,
  type Source,
  sourceOf,
} from '../texts/damaged-text.ts';

/** See `Queries.documents.putRight`. */
export function putRightQuery({ store }: Deps): Queries['documents']['putRight'] {
  return async (actor, slug, room) => {
    const reached = await reach(store, actor, slug, 'working.read');
    if (!reached.ok) return reached;
    return accept(await lastPutRight(store, { frameworkId: reached.value.id, room }));
  };
}

/** See `Queries.documents.damage`. */
export function damageQuery(deps: Deps): Queries['documents']['damage'] {
  return async (actor, slug, key) => {
    const reached = await reach(deps.store, actor, slug, 'working.read');
    if (!reached.ok) return reached;
    const framework = reached.value;
    const template = templateOf(framework.template);
    const room = template?.rooms.find((one) => one.key === key);
    if (!template || !room) return refuse('not-found');
    const salvage = await deps.store.recovery.salvage({ frameworkId: framework.id, room: key });
    const text = salvage && readSalvage(salvage);
    if (!salvage || !text?.isDamaged) return accept(null);
    const unknown = salvage.damage?.what === 'state' || salvage.damage?.what.endsWith('missing');
    const mayChoose = can(actor, 'working.recover', targetOf(framework));
    return accept({
      room: key,
      damage: String(salvage.id),
      lost: unknown ? null : text.lost.length,
      lastLostAt: text.lost.at(-1)?.toISOString() ?? null,
      choices: mayChoose ? await choicesOf(deps, framework, template, room, text) : [],
    });
  };
}

async function choicesOf(
  deps: Deps,
  framework: StoredFramework,
  template: Template,
  room: RoomDefinition,
  text: ReadableText,
): Promise<RecoveryChoice[]> {
  const sources: Source[] = [];
  for (const from of RECOVERY_SOURCES) {
    const source = await sourceOf(deps, framework, from);
    if (source.ok) sources.push(source.value);
  }
  const version = sources.find(({ from }) => from === 'version');
  const choices = sources
    .filter(({ from, revision }) => {
      // Where nothing can be read, an empty text is only offered when there is nothing else.
      if (from === 'readable') return text.update !== null || sources.length === 1;
      // A version is the better name for the revision it was published from.
      return from === 'version' || revision !== version?.revision;
    })
    .map((source) => ({
      from: source.from,
      ref: source.ref,
      at: (source.sections ? source.at : text.at)?.toISOString() ?? null,
      sections: sectionsOf(room, source.sections ?? readSections(docOf(text), template, room.key)),
    }));
  // ISO instants sort as text; what dates from no time stands last.
  return choices.sort((one, other) => (other.at ?? '').localeCompare(one.at ?? ''));
}

function docOf({ update }: ReadableText): Y.Doc {
  const doc = new Y.Doc();
  if (update) Y.applyUpdate(doc, update);
  return doc;
}

/** Those of the room, all of them, in the template's order. */
function sectionsOf(room: RoomDefinition, sections: readonly DocumentSection[]): DocumentSection[] {
  return room.sections.map((key) => sections.find((one) => one.key === key) ?? { key });
}
