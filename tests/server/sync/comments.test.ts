// SY-76: who asked for it hears that comments of a room changed, and nobody else is sent anything they do not know.
import { expect, it } from 'vitest';
import { MESSAGE } from '#core/document/wire.ts';
import type { RoomName } from '#server/sync/ports.ts';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { World } from './world.ts';

it('SY-76 tells those who asked, in that room only, and sends others nothing', async () => {
  const world = new World(new MemoryStore());
  const { rooms } = world;
  const names: RoomName[] = [];
  const changed = (room: RoomName) => rooms.commentsChanged(room);
  const hears = new PairedClient(editor('ann')).connect(rooms);
  const deaf = new PairedClient(editor('bob')).connect(rooms);
  await world.exchange(hears, deaf);
  for (const { connection } of [hears, deaf]) if (connection?.room) names.push(connection.room);
  const [room] = names;
  if (!room || !hears.connection) throw new Error('nobody was let in');
  // As the parameter of the address has it.
  hears.connection.hearsComments = true;
  const told = (client: PairedClient) =>
    client.heard.filter(([type]) => type === MESSAGE.comments).length;
  changed(room);
  changed({ ...room, room: 'another' });
  await world.exchange(hears, deaf);
  expect([told(hears), told(deaf)]).toEqual([1, 0]);
});
