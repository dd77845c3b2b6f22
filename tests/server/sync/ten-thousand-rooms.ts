// A process of its own, started with --expose-gc: opens and closes ten thousand rooms, and prints as JSON what is left of them.
import { queryObjects } from 'node:v8';
import * as Y from 'yjs';
import { Connection } from '#server/sync/connection.ts';
import { LiveText } from '#server/sync/live-text.ts';
import type { RoomStore } from '#server/sync/ports.ts';
import { Room } from '#server/sync/room.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { World } from './world.ts';

/** The disk: it is not this process's memory. */
function disk(): RoomStore {
  let position = 0;
  return {
    load: async () => ({ state: null, updates: [], upTo: 0 }),
    append: async (updates) => updates.map(() => ++position),
    compact: async () => {},
  };
}

const AT_ONCE = 50;
const FIRST = 2_000;
const ALL = 10_000;

const world = new World(disk(), { compactUpdatesWhenLeft: 1 });

/** People open these rooms, write in them, leave; some come back in the moment they go; the server writes too. */
async function visit(from: number): Promise<void> {
  const names = Array.from({ length: AT_ONCE }, (_, i) => `r${from + i}`);
  const clients = names.flatMap((room) =>
    ['ann', 'bob'].map((who) =>
      new PairedClient(editor(`${who}-${room}`), { room }).connect(world.rooms),
    ),
  );
  await world.exchange(...clients);
  for (const client of clients) client.doc.getText('words').insert(0, 'un peu de texte');
  await world.exchange(...clients);
  const edits = names.map((room) =>
    world.rooms.edit([{ frameworkId: 'id-of-f', room }], '', ([doc]) => {
      doc?.getText('words').insert(0, 'du serveur ');
    }),
  );
  await world.exchange(...clients);
  await Promise.all(edits);
  for (const client of clients) client.cut();
  await world.clock.pass(world.limits.lingerMs);
  const [first] = clients;
  first?.connect(world.rooms);
  await world.exchange(...clients);
  first?.cut();
  await world.clock.pass(2 * world.limits.lingerMs);
}

function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

let before = 0;
for (let from = 0; from < ALL; from += AT_ONCE) {
  if (from === FIRST) before = heap();
  await visit(from);
}
// Whatever waits for its time comes: then nothing may hold on to a room.
await world.clock.pass(10 * 60_000);
const grown = heap() - before;
const { rooms, connections, unsaved } = world.rooms.stats();
const count = (kind: { new (...given: never[]): unknown }) =>
  queryObjects(kind, { format: 'count' });
console.log(
  JSON.stringify({
    rooms,
    connections,
    unsaved,
    waiting: world.clock.waiting,
    objects: [Room, LiveText, Connection, Y.Doc].map((kind) => count(kind)),
    bytesPerRoom: Math.round(grown / (ALL - FIRST)),
  }),
);
