// Finds words that came too late for their paragraph: not only is it deleted, its place is no longer kept either.
import * as Y from 'yjs';
import { type DeadWords, placeOf } from './dead-words.ts';
import { holds, type OpenedUpdate } from './updates.ts';

/** How far back a writer's acts are searched for one that has a place. */
const STEPS = 1_000;

/** Whether deleted things were collected from this document, so that what is typed into them has no place. */
export function holdsCollected(doc: Y.Doc): boolean {
  for (const structs of doc.store.clients.values()) {
    if (structs.some((struct) => struct instanceof Y.GC)) return true;
  }
  return false;
}

/**
 * Words of an update, already applied, that Yjs dropped since what held them is collected: for the item they were in.
 * `before` says how far each writer of it had come before: what was there then had its life, and is not lost.
 */
export function findLostWords(
  doc: Y.Doc,
  update: OpenedUpdate,
  before: ReadonlyMap<number, number>,
): DeadWords[] {
  const lost: { last: Y.ID; words: DeadWords }[] = [];
  for (const struct of update.structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    const { client } = struct.id;
    // A browser sends what it typed in one piece with what had come before: only the rest is new.
    const old = Math.max(0, (before.get(client) ?? 0) - struct.id.clock);
    const clock = struct.id.clock + old;
    const text = struct.content.str.slice(old);
    if (text === '' || !isCollected(doc, Y.createID(client, clock))) continue;
    if (holds(update.deletes.get(client), clock)) continue;
    const writers = Array.from({ length: text.length }, (_, at) => ({ client, clock: clock + at }));
    const previous = lost.at(-1);
    if (previous && struct.origin && Y.compareIDs(struct.origin, previous.last)) {
      lost[lost.length - 1] = {
        last: struct.lastId,
        words: {
          ...previous.words,
          text: previous.words.text + text,
          writers: [...previous.words.writers, ...writers],
        },
      };
      continue;
    }
    const place = placeNear(doc, struct);
    if (place)
      lost.push({
        last: struct.lastId,
        words: { text, writers, left: '', right: '', from: null, ...place },
      });
  }
  return lost.map((one) => one.words);
}

function isCollected(doc: Y.Doc, id: Y.ID): boolean {
  const structs = doc.store.clients.get(id.client);
  // What waits for its predecessors is not there yet.
  if (!structs || id.clock >= Y.getState(doc.store, id.client)) return false;
  return structs[Y.findIndexSS(structs, id.clock)] instanceof Y.GC;
}

/**
 * An element is written just before what it holds, by the same hand: so the nearest earlier act that still has a
 * place, by whoever wrote what stood beside, tells the item.
 */
function placeNear(doc: Y.Doc, struct: Y.Item): Pick<DeadWords, 'fragment' | 'index'> | null {
  let nearest: { steps: number; place: Pick<DeadWords, 'fragment' | 'index'> } | null = null;
  for (const id of [struct.parent, struct.origin, struct.rightOrigin]) {
    const structs = id instanceof Y.ID ? doc.store.clients.get(id.client) : undefined;
    if (!(id instanceof Y.ID) || !structs) continue;
    const from = Y.findIndexSS(structs, id.clock);
    for (let steps = 0; steps < Math.min(STEPS, from + 1); steps++) {
      const earlier = structs[from - steps];
      const place = earlier instanceof Y.Item ? placeOf(earlier) : null;
      if (!place) continue;
      if (!nearest || steps < nearest.steps) nearest = { steps, place };
      break;
    }
  }
  return nearest?.place ?? null;
}
