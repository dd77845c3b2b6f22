// The memory store of the tests and the SQLite store of the product keep the same contract.
import { expect, it } from 'vitest';
import { createRoomLog } from '#db/room-log.ts';
import { plantFramework } from '#tests/db/rows.ts';
import { temporaryDatabase } from '#tests/temporary-database.ts';
import { MemoryStore } from './memory-store.ts';
import { roomStoreContract } from './room-store-contract.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS, World } from './world.ts';

roomStoreContract('memory', () => new MemoryStore());

function sqlite() {
  const database = temporaryDatabase();
  plantFramework(database, 'id-of-f', 'f');
  return { database, log: createRoomLog(database) };
}

roomStoreContract('SQLite', () => sqlite().log);

it('SY-19 SQLite tells damaged bytes from odd ones, though they might read as a text', async () => {
  const { database, log } = sqlite();
  const world = new World(log);
  const ann = new PairedClient(editor('ann')).connect(world.rooms);
  await world.exchange(ann);
  ann.doc.getText('words').insert(0, 'un deux trois');
  await world.exchange(ann);
  ann.cut();
  world.restart();
  const bytes = (await log.load(MISSIONS)).updates[0];
  if (!bytes) throw new Error('one update');
  const changed = Buffer.from(
    Buffer.from(bytes).toString('latin1').replace('deux', 'DEUX'),
    'latin1',
  );
  database.driver.prepare('UPDATE room_updates SET bytes = ?').run(changed);
  ann.connect(world.rooms);
  await world.exchange(ann);
  expect(ann.socket?.closed?.reason).toBe('unreadable');
});
