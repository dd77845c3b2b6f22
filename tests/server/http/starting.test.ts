// What comes while the server opens waits for it: nobody is turned away, or sent a page, because it came a moment too early.
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { CLOSE, GRAMMAR } from '#core/document/wire.ts';
import { type Doors, openDoors } from './doors.ts';

let doors: Doors | null = null;
afterEach(async () => {
  await doors?.close();
  doors = null;
});

/** A socket that asks for a text, and what became of it: a close code, or the status of an answer that is no socket's. */
function ask(server: Server): { socket: WebSocket; outcome: Promise<number | string> } {
  const { port } = server.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/essai/missions?grammar=${GRAMMAR}`);
  const outcome = new Promise<number | string>((resolve) => {
    socket.once('unexpected-response', (_request, { statusCode }) => resolve(`HTTP ${statusCode}`));
    socket.once('error', (error) => resolve(error.message));
    socket.once('close', resolve);
  });
  return { socket, outcome };
}

test('a socket that asks for a text while the server opens waits, and then is judged as any other', async () => {
  const asked: ReturnType<typeof ask>[] = [];
  doors = await openDoors({}, {}, async (server) => {
    for (let i = 0; i < 3; i++) {
      asked.push(ask(server));
      await once(server, 'upgrade');
    }
    expect(asked.map(({ socket }) => socket.readyState)).toEqual(
      asked.map(() => WebSocket.CONNECTING),
    );
  });
  for (const { outcome } of asked) expect(await outcome).toBe(CLOSE.notSignedIn);
});

test('one that gives up while the server opens does no harm to the others', async () => {
  let patient: ReturnType<typeof ask> | undefined;
  doors = await openDoors({}, {}, async (server) => {
    const hasty = ask(server);
    await once(server, 'upgrade');
    hasty.socket.terminate();
    await hasty.outcome;
    patient = ask(server);
    await once(server, 'upgrade');
  });
  expect(await patient?.outcome).toBe(CLOSE.notSignedIn);
  expect((await doors.ask('/healthz')).status).toBe(200);
});
