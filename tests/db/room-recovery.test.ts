// The way back of a damaged text in the store: what is read of it, how it is put aside, and that no byte of it changes.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/open.ts';
import { createRoomLog, type LoggedUpdate, type RoomLog, UnreadableRoom } from '#db/room-log.ts';
import { createRoomRecovery, type Replacement, type RoomRecovery } from '#db/room-recovery.ts';
import { temporaryDatabase } from '../temporary-database.ts';
import { plantFramework } from './rows.ts';

const missions = { frameworkId: 'f1', room: 'missions' };
const skills = { frameworkId: 'f1', room: 'skills' };
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
const bytes = (...values: number[]) => Uint8Array.from(values);

function entry(room: typeof missions, second: number, client?: number): LoggedUpdate {
  const writer = { client: client ?? 0, actorId: 'ada', organisationId: null, brought: false };
  const authorship = { writers: [writer], carried: [] };
  const update = bytes(second, 10, 20, 30, 40, 50);
  const row = { room, update, actorId: 'ada', at: at(second) };
  return client === undefined ? row : { ...row, authorship };
}

let database: Database;
let log: RoomLog;
let recovery: RoomRecovery;

beforeEach(() => {
  database = temporaryDatabase();
  plantFramework(database, 'f1', 'one');
  log = createRoomLog(database);
  recovery = createRoomRecovery(database);
});

/** Everything that is kept of the rows with these ids, as one hash. */
function fingerprint(id: number): string {
  const hash = createHash('sha256');
  for (const table of ['room_states', 'room_updates', 'room_writers', 'room_carried']) {
    const rows = database.driver.prepare(`SELECT * FROM ${table} WHERE room_id = ?`).all(id);
    hash.update(JSON.stringify(rows));
  }
  return hash.digest('hex');
}

function replacement(id: number, more: Partial<Replacement> = {}): Replacement {
  const update: LoggedUpdate = {
    room: missions,
    update: bytes(9, 9),
    actorId: 'cleo',
    at: at(50),
    authorship: {
      writers: [{ client: 77, actorId: 'cleo', organisationId: null, brought: false }],
      carried: [],
    },
  };
  return { id, by: 'Cléo', replacedBy: 'readable', historyKept: true, update, ...more };
}

/** Each way in which bytes are lost: what is done to a log of three updates, and what is then read of it. */
const DAMAGES = [
  {
    name: 'bytes missing in the middle of an update',
    state: false,
    sql: `UPDATE room_updates SET bytes = x'020A32' WHERE position = 2`,
    what: 'update',
    reads: [null, [1]],
    after: [at(2), at(3)],
  },
  {
    name: 'sixteen bytes overwritten in the first update',
    state: false,
    sql: `UPDATE room_updates SET bytes = zeroblob(16) WHERE position = 1`,
    what: 'update',
    reads: [null, []],
    after: [at(1), at(2), at(3)],
  },
  {
    name: 'the snapshot row damaged',
    state: true,
    sql: `UPDATE room_states SET bytes = x'0707FF'`,
    what: 'state',
    reads: [null, []],
    after: [at(3)],
  },
  {
    name: 'the snapshot row gone, with later updates there',
    state: true,
    sql: 'DELETE FROM room_states',
    what: 'state-missing',
    reads: [null, []],
    after: [at(3)],
  },
  {
    name: 'an update damaged after the snapshot',
    state: true,
    sql: `UPDATE room_updates SET crc = crc + 1 WHERE position = 3`,
    what: 'update',
    reads: [[7, 7, 7], []],
    after: [at(3)],
  },
  {
    name: 'the room row there with zero updates where it had some',
    state: false,
    sql: 'DELETE FROM room_updates WHERE room_id = 1',
    what: 'updates-missing',
    reads: [null, []],
    after: [],
  },
  {
    // Thought of here: a file put together from two backups.
    name: 'an older snapshot back in place of the last',
    state: true,
    sql: `UPDATE room_states SET up_to = 1`,
    what: 'state-missing',
    reads: [[7, 7, 7], []],
    after: [at(3)],
  },
] as const;

describe.each(DAMAGES)('B14 SY-67 $name', ({ state, sql, what, reads, after }) => {
  beforeEach(async () => {
    await log.append([entry(missions, 1, 5), entry(missions, 2), entry(missions, 3)]);
    await log.append([entry(skills, 4)]);
    if (state) await log.compact(missions, bytes(7, 7, 7), 2);
    database.driver.exec(sql);
  });

  it('is an error and never an empty text, and other texts load', async () => {
    await expect(log.load(missions)).rejects.toThrow(UnreadableRoom);
    expect((await log.load(skills)).updates).toHaveLength(1);
  });

  it('is told with what comes before it', async () => {
    const found = await recovery.salvage(missions);
    expect(found?.damage?.what).toBe(what);
    const read = [
      found?.state && [...found.state.bytes],
      found?.updates.map((one) => one.bytes[0]),
    ];
    expect(read).toEqual(reads);
    expect(found?.after).toEqual(after);
  });

  it('is put aside without a byte of it changing, for a text that can be read and written', async () => {
    const found = await recovery.salvage(missions);
    const before = fingerprint(1);
    expect(await recovery.replace(replacement(found?.id ?? 0))).toBe(true);
    const loaded = await log.load(missions);
    expect([loaded.state, loaded.updates.map((one) => [...one])]).toEqual([null, [[9, 9]]]);
    const [next] = await log.append([entry(missions, 60)]);
    await log.compact(missions, bytes(8), next ?? 0);
    expect([...((await log.load(missions)).state ?? [])]).toEqual([8]);
    expect(fingerprint(1)).toBe(before);
    expect(await recovery.aside(missions)).toMatchObject([
      {
        id: 1,
        room: 'missions',
        at: at(50),
        by: 'Cléo',
        replacedBy: 'readable',
        historyKept: true,
      },
    ]);
    expect(await log.names()).toEqual([skills, missions]);
  });
});

it('an intact text, or one that was never written, has nothing wrong', async () => {
  expect(await recovery.salvage(missions)).toBeUndefined();
  await log.append([entry(missions, 1)]);
  const found = await recovery.salvage(missions);
  expect([found?.damage, found?.updates.length, found?.after]).toEqual([null, 1, []]);
});

describe('SY-68 putting aside', () => {
  beforeEach(() => log.append([entry(missions, 1, 5)]));

  it('is done once, whoever comes second', async () => {
    const both = [
      recovery.replace(replacement(1)),
      recovery.replace(replacement(1, { by: 'Dan' })),
    ];
    expect(await Promise.all(both)).toEqual([true, false]);
    expect(await recovery.aside()).toHaveLength(1);
    expect((await log.load(missions)).updates).toHaveLength(1);
  });

  it('is done to the text of that room only', async () => {
    const update = { ...replacement(1).update, room: skills };
    expect(await recovery.replace(replacement(1, { update }))).toBe(false);
    expect(await log.names()).toEqual([missions]);
  });

  it('takes along whose the words are, where the history goes on', async () => {
    await recovery.replace(replacement(1));
    const { authorship, formerClients } = await log.load(missions);
    expect(authorship?.writers.map(({ client, actorId }) => [client, actorId])).toEqual([
      [5, 'ada'],
      [77, 'cleo'],
    ]);
    expect(formerClients).toEqual([]);
  });

  it('remembers whose words they were, where the history is lost', async () => {
    await recovery.replace(replacement(1, { historyKept: false }));
    const { authorship, formerClients } = await log.load(missions);
    expect(authorship?.writers.map(({ client }) => client)).toEqual([77]);
    expect(formerClients).toEqual([5]);
  });

  it('moves the mark of the framework on, so that nobody goes on with a text kept in memory', async () => {
    const before = await log.mark('f1');
    await recovery.replace(replacement(1));
    const after = await log.mark('f1');
    expect(after.position).toBeGreaterThan(before.position);
    expect(after.changedAt).toEqual(at(50));
  });

  it('goes with its framework when that is deleted', async () => {
    await recovery.replace(replacement(1));
    database.driver.exec(`DELETE FROM frameworks WHERE id = 'f1'`);
    expect(await recovery.aside()).toEqual([]);
    expect(fingerprint(1)).toBe(fingerprint(99));
  });
});
