// What the log in SQLite does beyond the contract of every store of rooms (tests/server/sync/room-store-contract.ts).
import { copyFileSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/open.ts';
import { createRoomLog, type RoomLog } from '#db/room-log.ts';
import type { RoomStore } from '#server/sync/ports.ts';
import { temporaryDatabase, temporaryFile } from '../temporary-database.ts';
import { plantFramework } from './rows.ts';

const missions = { frameworkId: 'f1', room: 'missions' };
const skills = { frameworkId: 'f1', room: 'skills' };
const elsewhere = { frameworkId: 'f2', room: 'missions' };
const bytes = (...values: number[]) => Uint8Array.from(values);
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second));
const entry = (room: typeof missions, value: number, second = value) => ({
  room,
  update: bytes(value),
  actorId: 'ada',
  at: at(second),
});

let file: string;
let database: Database;
let log: RoomLog;

beforeEach(() => {
  file = temporaryFile();
  database = temporaryDatabase(file);
  plantFramework(database, 'f1', 'one');
  plantFramework(database, 'f2', 'two');
  log = createRoomLog(database);
});

async function loaded(room: typeof missions) {
  const { state, updates, upTo } = await log.load(room);
  return { state: state && [...state], updates: updates.map((update) => [...update]), upTo };
}

it('is the store that rooms ask for', () => {
  const store: RoomStore = log;
  expect(store).toBe(log);
});

describe('the log on disk', () => {
  it('appends all or nothing', async () => {
    const nowhere = { frameworkId: 'gone', room: 'missions' };
    await expect(log.append([entry(missions, 1), entry(nowhere, 2)])).rejects.toThrow();
    expect((await loaded(missions)).updates).toEqual([]);
    expect(await log.append([])).toEqual([]);
  });

  it('holds after the file is opened again', async () => {
    await log.append([entry(missions, 1)]);
    database.close();
    log = createRoomLog(temporaryDatabase(file));
    expect((await loaded(missions)).updates).toEqual([[1]]);
  });
});

describe('damaged bytes', () => {
  it('are refused, by room, and other rooms load', async () => {
    const [first] = await log.append([entry(missions, 1), entry(skills, 2)]);
    database.driver.exec(`UPDATE room_updates SET bytes = x'FFEE' WHERE position = ${first}`);
    await expect(log.load(missions)).rejects.toThrow(/missions of framework f1: update 1/);
    expect((await loaded(skills)).updates).toEqual([[2]]);
  });

  it('are refused in a compacted state', async () => {
    const [first] = await log.append([entry(missions, 1)]);
    await log.compact(missions, bytes(1, 2, 3), first ?? 0);
    database.driver.exec(`UPDATE room_states SET bytes = x'010203FF'`);
    await expect(log.load(missions)).rejects.toThrow(/state is damaged/);
  });
});

describe('marks', () => {
  it('say how far a framework has come and when, whether compacted or not', async () => {
    expect(await log.mark('f1')).toEqual({ position: 0, changedAt: null });
    const positions = await log.append([entry(missions, 1, 10), entry(skills, 2, 20)]);
    await log.append([entry(elsewhere, 3, 30)]);
    const mark = { position: positions[1], changedAt: at(20) };
    expect(await log.mark('f1')).toEqual(mark);
    await log.compact(skills, bytes(1), positions[1] ?? 0);
    await log.compact(missions, bytes(1), positions[0] ?? 0);
    expect(await log.mark('f1')).toEqual(mark);
    expect([...(await log.marks()).keys()].sort()).toEqual(['f1', 'f2']);
  });
});

describe('the files on the disk', () => {
  const sizes = () => ({ file: statSync(file).size, log: statSync(`${file}-wal`).size });
  const grown = async (count: number) => {
    const update = new Uint8Array(100_000).fill(7);
    const rows = Array.from({ length: count }, (_, i) => ({ ...entry(missions, i + 1), update }));
    const positions = await log.append([...rows, entry(skills, 1)]);
    await log.compact(missions, bytes(1, 2, 3), positions.at(-2) ?? 0);
  };

  it('the log of writes has its length from the start, and keeps it', async () => {
    await log.append([entry(missions, 1)]);
    await log.prepare();
    const { file: before, log: length } = sizes();
    expect(length).toBeGreaterThan(8_000_000);
    for (let value = 2; value < 100; value++) await log.append([entry(missions, value)]);
    expect(sizes()).toEqual({ file: before, log: length });
    expect(database.driver.pragma('synchronous', { simple: true })).toBe(2);
    await log.prepare();
    expect(sizes().log).toBe(length);
    // As a kill leaves it: the file and its log, nothing closed.
    const left = temporaryFile();
    for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, `${left}${end}`);
    const found = await createRoomLog(temporaryDatabase(left)).load(missions);
    expect(found.updates.map((update) => update[0])).toEqual(
      Array.from({ length: 99 }, (_, i) => i + 1),
    );
  });

  it('the log of writes stays as it is while another process writes', async () => {
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    await log.prepare();
    other.exec('ROLLBACK');
    other.close();
    expect(sizes().log).toBeLessThan(100_000);
    expect(await log.append([entry(missions, 1)])).toEqual([1]);
  });

  it('what replaced updates took is given back, and a log of writes that became long', async () => {
    const before = sizes().file;
    await grown(140);
    expect(sizes().log).toBeGreaterThan(14_000_000);
    await log.giveBack();
    expect(sizes().log).toBeLessThan(9_000_000);
    expect(sizes().file).toBeLessThan(before + 200_000);
    expect((await loaded(missions)).state).toEqual([1, 2, 3]);
    expect((await loaded(skills)).updates).toEqual([[1]]);
    expect(database.driver.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('giving back is left to another time while somebody reads', async () => {
    const other = new Sqlite(file);
    other.exec('BEGIN; SELECT * FROM rooms');
    await grown(140);
    await log.giveBack();
    expect(sizes().log).toBeGreaterThan(14_000_000);
    other.close();
    await log.giveBack();
    expect(sizes().log).toBeLessThan(9_000_000);
    expect((await loaded(missions)).state).toEqual([1, 2, 3]);
  });
});

describe('while another process holds the write lock', () => {
  it('waits without holding up the rest, then appends', async () => {
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    let turns = 0;
    const appended = log.append([entry(missions, 1)]);
    const turning = setInterval(() => {
      turns += 1;
      if (turns === 20) other.exec('ROLLBACK');
    }, 5);
    expect(await appended).toEqual([1]);
    clearInterval(turning);
    other.close();
    expect(turns).toBeGreaterThanOrEqual(20);
    expect((await loaded(missions)).updates).toEqual([[1]]);
  });
});
