// B01, B52: the store takes nothing for a while, under the built server with people typing: locked, full, stopped meanwhile.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { runCli, type ServerProcess, startServer } from '../server-process.ts';
import { needBuild } from './built.ts';
import { until } from './sync/real-sockets.ts';
import { makeFramework, type Typist, typist, wordsOnServer } from './typists.ts';

needBuild();

let server: ServerProcess;
let secret: string;
const cleanUp: (() => unknown)[] = [];
let made = 0;

beforeAll(async () => {
  server = await startServer({ env: { SAMPLE: 'off' } });
  secret = await newToken();
  return () => server.close();
});
afterEach(() => {
  for (const act of cleanUp.splice(0).reverse()) act();
});

async function newToken(): Promise<string> {
  const made = await runCli(server, ['token', 'create', '--name', 'T', '--role', 'coordinator']);
  return made.trim();
}

/** People in one new framework, all connected. */
async function people(count: number): Promise<{ slug: string; all: Typist[] }> {
  const slug = `trouble-${++made}`;
  await makeFramework(server.url, slug, secret);
  const all = Array.from({ length: count }, (_, i) =>
    typist(server.url, `${slug}/missions`, secret, `p${i}w`),
  );
  for (const one of all) cleanUp.push(one.leave);
  // A connection begins with a message 100 of its own, which comes after its first sync.
  await until(() => all.every((one) => one.provider.synced && one.told > 0));
  return { slug, all };
}

/** Another process that holds the write lock until it is told to let go. */
function foreignLock(): () => void {
  const other = new Sqlite(join(server.dataDir, 'triptyque.db'));
  other.exec('BEGIN IMMEDIATE');
  let held = true;
  const release = () => {
    if (held) other.exec('ROLLBACK');
    held = false;
    other.close();
  };
  cleanUp.push(() => {
    if (held) release();
  });
  return release;
}

/** Asks again and again until `until` resolves; gives the longest time an answer took, in milliseconds. */
async function slowestHealth(ended: Promise<unknown>): Promise<number> {
  let over = false;
  ended.finally(() => {
    over = true;
  });
  let slowest = 0;
  while (!over) {
    const before = performance.now();
    const answer = await fetch(`${server.url}/healthz`);
    expect(answer.status).toBe(200);
    slowest = Math.max(slowest, performance.now() - before);
  }
  return slowest;
}

async function ready(): Promise<{ status: number; reason?: string }> {
  const answer = await fetch(`${server.url}/readyz`);
  const { reason } = (await answer.json()) as { reason?: string };
  return { status: answer.status, ...(reason === undefined ? {} : { reason }) };
}

async function metrics(): Promise<string> {
  return (await fetch(`${server.url}/metrics`)).text();
}

async function readyAgain(): Promise<void> {
  for (;;) if ((await ready()).status === 200) return;
}

function api(method: string, path: string, body?: unknown): Promise<Response> {
  return fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Nothing was lost, doubled or put in another order. */
async function expectAllThere(slug: string, all: readonly Typist[]): Promise<void> {
  await until(() => all.every((one) => one.isSaved));
  const there = await wordsOnServer(server.url, slug, secret);
  expect(there.length).toBe(all.reduce((sum, one) => sum + one.typed.length, 0));
  for (const one of all) {
    const own = new Set(one.typed);
    expect(there.filter((word) => own.has(word))).toEqual(one.typed);
  }
}

test('B52 SY-7 SY-55 while another process holds the lock nothing is sent on or said to be saved, the server answers, and all is saved after', async () => {
  const { slug, all } = await people(20);
  const release = foreignLock();
  const told = all.map((one) => one.told);
  for (let i = 0; i < 10; i++) for (const one of all) one.type();
  const writes = Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      api('POST', '/frameworks', {
        slug: `${slug}-late-${i}`,
        template: 'advocacy',
        language: 'fr',
        title: 'Tard',
      }),
    ),
  );
  const held = new Promise((done) => setTimeout(done, 3_000));
  const slowest = slowestHealth(held);
  const refused = await ready();
  expect(refused).toEqual({ status: 503, reason: expect.stringContaining('locked') });
  await held;
  expect(await slowest).toBeLessThan(1_000);
  expect(all.map((one) => one.told)).toEqual(told);
  expect(all.flatMap((one) => one.others())).toEqual([]);
  release();
  await expectAllThere(slug, all);
  await until(() => all.every((one) => one.others().length === 190));
  expect((await writes).map(({ status }) => status)).toEqual(Array(20).fill(201));
  await readyAgain();
  expect(server.stderr()).not.toMatch(/unforeseen|"stack"/);
});

test('variant: a lock held while people sign in by a link, leave and come back holds up nobody else', async () => {
  const { slug, all } = await people(3);
  const link = await runCli(server, [
    'account',
    'create',
    ...['--email', 'lock@example.org', '--name', 'Ada', '--role', 'editor'],
  ]);
  const { pathname, search } = new URL(link.trim());
  const token = new URLSearchParams(search).get('token') ?? '';
  const release = foreignLock();
  const entering = fetch(`${server.url}${pathname}${search}`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded',
      Origin: server.url,
    },
    body: new URLSearchParams({ token }),
  });
  const held = new Promise((done) => setTimeout(done, 1_500));
  const slowest = await slowestHealth(held);
  expect(slowest).toBeLessThan(1_000);
  all[0]?.type();
  all[0]?.provider.disconnect();
  all[0]?.provider.connect();
  release();
  const entered = await entering;
  expect(entered.status).toBe(302);
  const cookie = entered.headers.getSetCookie().map((each) => each.split(';')[0]);
  const again = foreignLock();
  const leaving = fetch(`${server.url}/sign-out`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie.join('; '), Origin: server.url },
  });
  expect(await slowestHealth(new Promise((done) => setTimeout(done, 1_000)))).toBeLessThan(1_000);
  again();
  expect((await leaving).status).toBe(302);
  await expectAllThere(slug, all);
});

test('B01 SY-56 a stop while the store takes nothing ends within 5 s with 1 and says what was not saved, and who typed it brings it back', async () => {
  const { slug, all } = await people(3);
  const release = foreignLock();
  for (const one of all) one.type();
  while (!/^triptyque_updates_unsaved 3$/m.test(await metrics()));
  const asked = performance.now();
  const gone = await server.end('SIGTERM');
  expect(performance.now() - asked).toBeLessThan(5_000);
  expect(gone).toEqual({ code: 1, signal: null });
  expect(server.stderr()).toMatch(/did not take these updates.*missions/);
  release();
  await server.start();
  await until(() => all.every((one) => one.provider.synced));
  await expectAllThere(slug, all);
});
