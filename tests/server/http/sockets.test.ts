// The door of the sockets, through the whole server: who comes in by which way, and that a right taken away ends it at once.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { CLOSE, GRAMMAR } from '#core/document/wire.ts';
import { askServer } from '#server/cli/control.ts';
import { type Doors, openDoors } from './doors.ts';

let doors: Doors;
beforeAll(async () => {
  doors = await openDoors();
  const token = await doors.token('coordinator');
  const json = { slug: 'essai', template: 'advocacy', language: 'fr', title: 'Essai' };
  await doors.ask('/api/v1/frameworks', { method: 'POST', token, json });
});
afterAll(() => doors.close());

interface Opened {
  readonly socket: WebSocket;
  /** The code it was closed with; 0 when its first bytes came first. */
  readonly first: Promise<number>;
  readonly closed: Promise<number>;
}

function open(
  headers: Record<string, string>,
  room = 'essai/recommendations',
  grammar = GRAMMAR,
): Opened {
  const socket = new WebSocket(`ws://127.0.0.1:${doors.port}/sync/${room}?grammar=${grammar}`, {
    headers,
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  const first = Promise.race([
    closed,
    new Promise<number>((resolve) => socket.once('message', () => resolve(0))),
  ]);
  return { socket, first, closed };
}

async function outcome(
  headers: Record<string, string>,
  room?: string,
  grammar?: number,
): Promise<number> {
  const { socket, first } = open(headers, room, grammar);
  const code = await first;
  socket.terminate();
  return code;
}

test('people come in from our pages with their cookie, programs with their token, nobody else', async () => {
  const cookie = await doors.cookie('reader');
  const token = await doors.token('editor');
  const ours = doors.url;
  expect(await outcome({ Cookie: cookie, Origin: ours })).toBe(0);
  expect(await outcome({ Cookie: cookie })).toBe(CLOSE.noRight);
  expect(await outcome({ Cookie: cookie, Origin: 'https://evil.test' })).toBe(CLOSE.noRight);
  expect(await outcome({ Cookie: cookie, Origin: 'null' })).toBe(CLOSE.noRight);
  expect(await outcome({ Authorization: `Bearer ${token}` })).toBe(0);
  expect(await outcome({ Authorization: `Bearer ${token}`, Origin: 'https://evil.test' })).toBe(
    CLOSE.noRight,
  );
  expect(await outcome({ Authorization: 'Bearer wrong' })).toBe(CLOSE.notSignedIn);
  expect(await outcome({})).toBe(CLOSE.notSignedIn);
  const host = { Cookie: cookie, Origin: 'http://evil.test', Host: 'evil.test' };
  expect(await outcome(host)).toBe(CLOSE.noRight);
});

test('rooms that are none and other grammars are told so', async () => {
  const headers = { Authorization: `Bearer ${await doors.token('editor')}` };
  for (const room of [
    'essai/missions',
    'nowhere/recommendations',
    'essai/__proto__',
    'essai/..%2f..',
    'essai',
    '',
  ]) {
    expect([room, await outcome(headers, room)]).toEqual([room, CLOSE.noRoom]);
  }
  expect(await outcome(headers, 'essai/recommendations', GRAMMAR + 1)).toBe(CLOSE.otherGrammar);
});

test('an upgrade to anything else is not taken', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${doors.port}/other`);
  const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
  expect(error.message).not.toBe('');
  expect((await doors.ask('/healthz')).status).toBe(200);
});

test('who the command line takes a right from loses the sockets within two seconds', async () => {
  const made = await askServer(
    doors.dataDir,
    { act: 'token.create', name: 'bref', role: 'editor' },
    'fr',
  );
  const live = open({ Authorization: `Bearer ${made?.out.trim()}` });
  expect(await live.first).toBe(0);
  const listed = await askServer(doors.dataDir, { act: 'token.list' }, 'fr');
  const line = listed?.out.split('\n').find((each) => each.includes('bref'));
  const started = performance.now();
  await askServer(doors.dataDir, { act: 'token.revoke', id: line?.split('\t')[0] ?? '' }, 'fr');
  expect(await live.closed).toBe(CLOSE.notSignedIn);
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('a room that people are in is counted', async () => {
  const live = open({ Authorization: `Bearer ${await doors.token('editor')}` });
  await live.first;
  expect((await doors.ask('/metrics')).text).toMatch(/^triptyque_connections [1-9]/m);
  live.socket.terminate();
});
