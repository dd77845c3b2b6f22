// B01: what was said to be saved, or was received by somebody else, survives the end of the server, whatever ends it.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chance } from '#tests/core/document/chance.ts';
import { runCli, type ServerProcess, startServer } from '../server-process.ts';
import { needBuild } from './built.ts';
import { until } from './sync/real-sockets.ts';
import { makeFramework, type Typist, typist, wordsOnServer } from './typists.ts';

needBuild();

let server: ServerProcess;
let secret: string;
const cleanUp: (() => unknown)[] = [];
beforeEach(async () => {
  server = await startServer({ env: { SAMPLE: 'off' } });
  const asked = ['token', 'create', '--name', 'T', '--role', 'coordinator'];
  secret = (await runCli(server, asked)).trim();
  await makeFramework(server.url, 'f', secret);
});
afterEach(async () => {
  for (const act of cleanUp.splice(0).reverse()) await act();
  await server.close();
});

function open(name: string): Typist {
  const one = typist(server.url, 'f/missions', secret, name);
  cleanUp.push(one.leave);
  return one;
}

async function people(count: number): Promise<Typist[]> {
  const all = Array.from({ length: count }, (_, i) => open(`p${i}w`));
  await until(() => all.every((one) => one.provider.synced && one.told > 0));
  return all;
}

/** What a browser that comes with nothing gets. */
async function there(): Promise<string[]> {
  const fresh = typist(server.url, 'f/missions', secret, 'fresh');
  await until(() => fresh.provider.synced);
  const words = fresh.words();
  fresh.leave();
  return words;
}

test('B01 twenty words that are said to be saved are there after SIGTERM, in order, each once, and the server ends with 0', async () => {
  const [ann] = await people(1);
  if (!ann) throw new Error('one');
  for (let i = 0; i < 20; i++) ann.type();
  await until(() => ann.isSaved);
  expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });
  ann.leave();
  await server.start();
  expect(await there()).toEqual(ann.typed);
});

test('B01 variant: SIGTERM in the middle of twenty people’s typing loses nothing that anybody had seen, and asks nobody to type again', async () => {
  const all = await people(20);
  const random = chance(1);
  const seen = () => Math.min(...all.map((one) => one.others().length));
  await until(() => {
    for (const one of all) if (random() < 0.2) one.type();
    return seen() > 100;
  });
  const ending = server.end('SIGTERM');
  for (const one of all) one.type();
  expect(await ending).toEqual({ code: 0, signal: null });
  await server.start();
  await until(() => all.every((one) => one.isSaved));
  const words = await there();
  expect(words.length).toBe(all.reduce((sum, one) => sum + one.typed.length, 0));
  for (const one of all)
    expect(words.filter((word) => one.typed.includes(word))).toEqual(one.typed);
});

test('B01 SIGKILL in ten rounds of twenty people’s typing loses 0 words that were said to be saved and 0 that somebody had received', async () => {
  const all = await people(20);
  const random = chance(1);
  for (let round = 0; round < 10; round++) {
    const seen = () => Math.min(...all.map((one) => one.others().length));
    const enough = seen() + 30 + 20 * round;
    await until(() => {
      for (const one of all) if (random() < 0.1) one.type();
      return seen() > enough && all.every((one) => one.onDisk.size > 0);
    });
    await server.end('SIGKILL');
    // Nobody may bring anything back: what is there must have come from the disk.
    for (const one of all) one.provider.disconnect();
    await server.start();
    const words = new Set(await there());
    for (const one of all) {
      expect(one.onDisk.size).toBeGreaterThan(0);
      expect([...one.onDisk].filter((word) => !words.has(word))).toEqual([]);
      expect(one.others().filter((word) => !words.has(word))).toEqual([]);
    }
    for (const one of all) one.provider.connect();
    await until(() => all.every((one) => one.isSaved));
  }
  const words = await there();
  expect(new Set(words).size).toBe(words.length);
  expect(words.length).toBe(all.reduce((sum, one) => sum + one.typed.length, 0));
  expect([...(await wordsOnServer(server.url, 'f', secret))].sort()).toEqual([...words].sort());
}, 240_000);

test('B01 a tab that closes while its words wait for a locked database loses none, and who comes meanwhile gets them', async () => {
  const [ann] = await people(1);
  if (!ann) throw new Error('one');
  ann.type();
  await until(() => ann.isSaved);
  const other = new Sqlite(join(server.dataDir, 'triptyque.db'));
  cleanUp.push(() => other.close());
  other.exec('BEGIN IMMEDIATE');
  ann.type();
  const unsaved = async () => (await fetch(`${server.url}/metrics`)).text();
  while (!/^triptyque_updates_unsaved 1$/m.test(await unsaved()));
  ann.leave();
  const bob = open('b');
  await until(() => bob.provider.wsconnected);
  other.exec('ROLLBACK');
  await until(() => bob.words().length === 2);
  expect(bob.words()).toEqual(ann.typed);
  bob.type();
  await until(() => bob.isSaved);
  await server.crash();
  expect(await there()).toEqual([...ann.typed, ...bob.typed]);
});

test('B01 variant: who leaves and comes back in the moment the room goes from memory, over and over, finds every word', async () => {
  await server.end('SIGTERM');
  await server.close();
  server = await startServer({
    env: { SAMPLE: 'off', LIMIT_LINGER_MS: '0', LIMIT_COMPACT_UPDATES_WHEN_LEFT: '1' },
  });
  const asked = ['token', 'create', '--name', 'T', '--role', 'coordinator'];
  secret = (await runCli(server, asked)).trim();
  await makeFramework(server.url, 'f', secret);
  const typed: string[] = [];
  for (let round = 0; round < 40; round++) {
    const one = open(`r${round}w`);
    await until(() => one.provider.synced);
    expect(one.others().sort()).toEqual([...typed].sort());
    typed.push(one.type());
    await until(() => one.isSaved);
    one.leave();
  }
  await server.crash();
  expect((await there()).sort()).toEqual([...typed].sort());
});
