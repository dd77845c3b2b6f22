// What of an update would have to wait for others that never came, and how much of that a room keeps: it costs at each keystroke.
import * as Y from 'yjs';
import type { OpenedUpdate } from './updates.ts';

/** Deleted ranges of what is not there are looked through again at each update. */
const MOST_RANGES = 5_000;
/** Where so much waits already, nothing more may: Yjs writes all of it anew for each that comes. Bytes. */
const MOST_BYTES = 1_048_576;

/** Whether more would wait than an honest writer ever has to, who lost a predecessor or two. */
export function waitsTooMuch(doc: Y.Doc, update: OpenedUpdate): boolean {
  const ends = endsOf(doc, update);
  const ranges = rangesAhead(ends.reached, update);
  if (ranges > MOST_RANGES) return true;
  if (ranges === 0 && !ends.hasGaps) return false;
  const { pendingStructs, pendingDs } = doc.store;
  const waiting = (pendingStructs?.update.length ?? 0) + (pendingDs?.length ?? 0);
  return waiting > MOST_BYTES;
}

/** How far each client of the update comes with it, and whether something is missing before. */
function endsOf(doc: Y.Doc, { structs }: OpenedUpdate) {
  const ends = new Map<number, number>();
  let hasGaps = false;
  for (const struct of structs) {
    const { client, clock } = struct.id;
    const end = ends.get(client) ?? Y.getState(doc.store, client);
    if (struct instanceof Y.Skip || clock > end) hasGaps = true;
    else ends.set(client, Math.max(end, clock + struct.length));
  }
  const reached = (client: number) => ends.get(client) ?? Y.getState(doc.store, client);
  return { reached, hasGaps };
}

function rangesAhead(reached: (client: number) => number, { deletes }: OpenedUpdate): number {
  let ranges = 0;
  for (const [client, runs] of deletes) {
    const end = reached(client);
    for (const { clock, len } of runs) if (clock + len > end) ranges++;
  }
  return ranges;
}
