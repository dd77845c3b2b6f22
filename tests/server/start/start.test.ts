// The built server as a process: what it prints, how it ends, what it refuses to start with.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type ServerOptions, type ServerProcess, startServer } from '../../server-process.ts';
import { needBuild, runBuilt, temporaryFolder } from '../built.ts';

needBuild();
const folder = temporaryFolder();
const running = new Set<ServerProcess>();

async function start(options: ServerOptions = {}): Promise<ServerProcess> {
  const server = await startServer(options);
  running.add(server);
  return server;
}

afterEach(async () => {
  for (const server of running) await server.close();
  running.clear();
});

const SETUP = /^http:\/\/localhost:\d+\/setup\?token=[\w-]{43}$/m;

test('prints a fresh setup link at each start, whatever the level of the log, until there is a coordinator', async () => {
  const dataDir = folder();
  const server = await start({ dataDir, env: { LOG_LEVEL: 'silent' } });
  const first = SETUP.exec(server.stdout())?.[0];
  expect(first).toBeDefined();
  expect(server.stderr()).toBe('');
  await server.crash();
  const second = SETUP.exec(server.stdout())?.[0];
  expect(second).toBeDefined();
  expect(second).not.toBe(first);

  const token = new URL(server.setupLink() ?? '').searchParams.get('token') ?? '';
  // Opening the page uses nothing up.
  for (let i = 0; i < 2; i += 1) expect((await fetch(server.setupLink() ?? '')).status).toBe(200);
  const form = new URLSearchParams({
    token,
    name: 'Coordination',
    email: 'c@example.org',
    password: 'quatre mots pour essayer',
  });
  const made = await fetch(`${server.url}/setup`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { Origin: server.url },
  });
  expect([made.status, made.headers.getSetCookie().length > 0]).toEqual([302, true]);
  expect(made.headers.getSetCookie().join()).toMatch(/HttpOnly/i);
  expect(made.headers.getSetCookie().join()).toMatch(/SameSite=(Lax|Strict)/i);
  await server.crash();
  expect(server.stdout()).not.toContain('setup');
  expect(server.stderr()).not.toContain(token);
});

test('shows the samples on the first run, and an empty list where they are not wanted', async () => {
  const server = await start();
  const listed = await fetch(`${server.url}/api/v1/frameworks`);
  const { items } = (await listed.json()) as { items: { sample: boolean }[] };
  expect(items.length).toBeGreaterThan(3);
  expect(items.every(({ sample }) => sample)).toBe(true);
  const bare = await start({ env: { SAMPLE: 'off' } });
  const none = await (await fetch(`${bare.url}/api/v1/frameworks`)).json();
  expect(none).toEqual({ items: [], cursor: null });
});

test('serves its pages with everything they load, and nothing else of the disk', async () => {
  const server = await start();
  const page = await fetch(server.url, { headers: { Accept: 'text/html' } });
  const html = await page.text();
  expect(page.status).toBe(200);
  const nonce = /nonce-([\w-]+)/.exec(page.headers.get('content-security-policy') ?? '')?.[1];
  for (const [script] of html.matchAll(/<script[^>]*>/g))
    expect(script).toContain(`nonce="${nonce}"`);
  const loaded = [...html.matchAll(/(?:href|src)="(\/(?:assets\/[^"]+|favicon\.svg))"/g)];
  expect(loaded.length).toBeGreaterThan(3);
  for (const [, path] of loaded) {
    const file = await fetch(`${server.url}${path}`);
    expect([path, file.status]).toEqual([path, 200]);
    if (path?.startsWith('/assets/')) {
      expect(file.headers.get('cache-control')).toContain('immutable');
    }
  }
  expect((await fetch(`${server.url}/nowhere`)).status).toBe(404);
  expect((await fetch(`${server.url}/assets/nowhere.js`)).status).toBe(404);
});

describe('ending', () => {
  test('SIGTERM ends it in order with 0, also under open connections, and leaves nothing behind', async () => {
    const server = await start();
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/sync/a/b`);
    await new Promise((resolve) => socket.once('open', resolve));
    const started = performance.now();
    const { code, signal } = await server.end('SIGTERM');
    expect([code, signal]).toEqual([0, null]);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(server.stderr()).toContain('"message":"stopped"');
    expect(() => statSync(join(server.dataDir, 'server.sock'))).toThrow();
  });

  test('a server that was killed starts again at once on the same folder', async () => {
    const server = await start();
    const started = performance.now();
    await server.crash();
    expect(performance.now() - started).toBeLessThan(10_000);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });
});

describe('what it does not start with', () => {
  test('a second server on a folder waits, then ends with one line', async () => {
    const server = await start();
    const started = performance.now();
    const second = await runBuilt('main', [], { PORT: '0', DATA_DIR: server.dataDir });
    expect(second.code).toBe(1);
    expect(second.err.trim().split('\n')).toHaveLength(1);
    expect(second.err).toContain(server.dataDir);
    expect(performance.now() - started).toBeGreaterThan(9_500);
    expect(second.out).toBe('');
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  }, 60_000);

  test('a second server takes over when the first ends meanwhile', async () => {
    const server = await start();
    const waiting = start({ dataDir: server.dataDir });
    await server.end('SIGTERM');
    expect((await fetch(`${(await waiting).url}/healthz`)).status).toBe(200);
  });

  test('a port that is taken, a variable that is wrong, a folder that is none: one line, and 1', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const file = join(folder(), 'file');
    writeFileSync(file, 'x');
    const cases: [Record<string, string>, string][] = [
      [{ PORT: port, DATA_DIR: folder() }, port],
      [{ PORT: 'x', DATA_DIR: folder() }, 'PORT'],
      [{ PORT: '0', DATA_DIR: folder(), PUBLIC_URL: 'example.org' }, 'PUBLIC_URL'],
      [{ PORT: '0', DATA_DIR: file }, file],
    ];
    for (const [env, named] of cases) {
      const ran = await runBuilt('main', [], env);
      const lines = ran.err
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('{'));
      expect([ran.code, lines.length], ran.err).toEqual([1, 1]);
      expect(lines[0]).toContain(named);
    }
    taken.close();
  });

  test('a database that is none is left as it is', async () => {
    const dataDir = folder();
    const file = join(dataDir, 'triptyque.db');
    writeFileSync(file, 'not a database, only words '.repeat(50));
    const ran = await runBuilt('main', [], { PORT: '0', DATA_DIR: dataDir });
    expect([ran.code, ran.err.trim().split('\n').length], ran.err).toEqual([1, 1]);
    expect(readFileSync(file, 'utf8')).toContain('not a database');
  });
});

test('what it keeps is for its owner only', async () => {
  const dataDir = join(folder(), 'new');
  const server = await start({ dataDir });
  const mode = (name: string) => statSync(join(dataDir, name)).mode & 0o777;
  expect(mode('.')).toBe(0o700);
  for (const name of ['triptyque.db', 'secret', 'lock.db', 'server.sock']) {
    expect([name, mode(name)]).toEqual([name, 0o600]);
  }
  expect(server.stdout()).toContain('Triptyque');
});
