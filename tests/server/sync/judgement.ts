// What became of a fuzzed evening: every letter accounted for, all documents equal, no item twice.
import * as Y from 'yjs';
import { applyAsIs } from '#core/document/apply.ts';
import { editableRoom, treesOf } from '#core/document/edits/room.ts';
import { itemOf, itemsOf, rowsOf } from '#core/document/room.ts';
import { ITEM_KEY } from '#core/document/wire.ts';
import type { Template } from '#core/framework/template.ts';
import type { RoomName, RoomStore } from '#server/sync/ports.ts';
import type { PairedClient } from './socket-pair.ts';
import { type Letters, lettersIn } from './writer.ts';

export interface Judged {
  readonly typed: number;
  readonly lost: readonly string[];
  readonly doubled: number;
  /** Letters that somebody deleted, that nobody brought back by an act, and that are there at the end. */
  readonly back: number;
  /** Whether all writers and what the log replays to are the same to the last byte that can be told. */
  readonly equal: boolean;
  /** Items that the tree shows more than once, or does not show though they are not in the bin. */
  readonly misplaced: readonly string[];
  readonly saved: boolean;
}

/** The document that a server would read from the store. */
export async function replay(store: RoomStore, name: RoomName): Promise<Y.Doc> {
  const { state, updates } = await store.load(name);
  const doc = new Y.Doc({ gc: false });
  applyAsIs(doc, () => {
    if (state) Y.applyUpdateV2(doc, state);
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}

export function judge(
  clients: readonly PairedClient[],
  letters: Letters,
  { template, roomKey }: { readonly template: Template; readonly roomKey: string },
  replayed: Y.Doc,
): Judged {
  const docs = [replayed, ...clients.map((client) => client.doc)];
  const present = lettersIn(replayed);
  const shown = lettersIn(replayed, (id) => itemOf(replayed, id)?.get(ITEM_KEY.removed) !== true);
  const { typed, deleted, restored } = letters;
  return {
    typed: typed.size,
    lost: [...typed].filter((one) => !present.has(one) && !deleted.has(one)),
    doubled: [...shown.values()].filter((count) => count > 1).length,
    back: [...deleted].filter((one) => present.has(one) && !restored.has(one)).length,
    equal: new Set(docs.map(fingerprint)).size === 1,
    misplaced: misplaced(replayed, template, roomKey),
    saved: clients.every((client) => client.isSaved),
  };
}

/** What a document says, and which updates it knows. */
function fingerprint(doc: Y.Doc): string {
  // A preamble that nobody wrote in is named by some and not by others.
  const preambles = [...doc.share.keys()].filter((name) => name.startsWith('preamble'));
  return JSON.stringify(
    inOrder({
      items: itemsOf(doc).toJSON(),
      preambles: preambles
        .map((name) => doc.getXmlFragment(name).toString())
        .filter((text) => text !== '')
        .sort(),
      vector: Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(doc))),
    }),
  );
}

/** The same with the keys of objects in order: maps give them as they came in. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, inOrder(inner)]));
}

function misplaced(doc: Y.Doc, template: Template, roomKey: string): string[] {
  const shown = new Map<string, number>();
  const walk = (nodes: readonly { id: string; children: readonly { id: string }[] }[]) => {
    for (const node of nodes) {
      shown.set(node.id, (shown.get(node.id) ?? 0) + 1);
      walk(node.children as typeof nodes);
    }
  };
  for (const tree of treesOf(editableRoom(doc, template, roomKey, () => 0))) walk(tree.nodes);
  return rowsOf(doc).flatMap(({ id, removed }) =>
    (shown.get(id) ?? 0) === (removed === true ? 0 : 1) ? [] : [id],
  );
}
