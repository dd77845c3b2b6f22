// A server with real sockets around the rooms, callers by header, and y-websocket clients as a browser would have them.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { FINAL_CLOSES, GRAMMAR, MESSAGE } from '#core/document/wire.ts';
import { ANONYMOUS } from '#core/policy.ts';
import { systemClock } from '#server/sync/clock.ts';
import { DEFAULT_LIMITS, type RoomLimits } from '#server/sync/limits.ts';
import type { RoomStore } from '#server/sync/ports.ts';
import { Rooms } from '#server/sync/rooms.ts';
import { createUpgrade } from '#server/sync/upgrade.ts';
import { editor } from './socket-pair.ts';
import { TestDoor, TestLog } from './world.ts';

export interface RealServer {
  readonly rooms: Rooms;
  readonly door: TestDoor;
  readonly log: TestLog;
  readonly port: number;
  readonly address: string;
  /** Ends all sockets without a word, and stops listening. */
  kill(): Promise<void>;
}

/** Serves on `port` (any free one where it is 0). A caller is named by `Authorization: Bearer NAME` or `Cookie: session=NAME`. */
export async function serve(
  store: RoomStore,
  { limits = {}, port = 0 }: { limits?: Partial<RoomLimits>; port?: number } = {},
): Promise<RealServer> {
  const door = new TestDoor();
  const log = new TestLog();
  const all = { ...DEFAULT_LIMITS, ...limits };
  const rooms = new Rooms({ store, door, clock: systemClock, log, limits: all });
  const http = createServer((_request, response) => response.end());
  const upgrade = createUpgrade({
    rooms,
    authenticate: async ({ headers }) => {
      const bearer = /^Bearer (\w+)$/.exec(headers.authorization ?? '')?.[1];
      const cookie = /session=(\w+)/.exec(headers.cookie ?? '')?.[1];
      if (bearer)
        return { actor: { kind: 'token', id: bearer, name: bearer, role: 'editor' }, by: 'bearer' };
      return cookie ? { actor: editor(cookie), by: 'cookie' } : { actor: ANONYMOUS, by: 'nothing' };
    },
    isOwnOrigin: (origin) => origin === 'http://own.example',
    limits: all,
    log,
  });
  const streams = new Set<{ destroy(): void }>();
  http.on('connection', (stream) => {
    streams.add(stream);
    stream.on('close', () => streams.delete(stream));
  });
  http.on('upgrade', (request, stream, head) => {
    if (!upgrade.handle(request, stream, head)) stream.destroy();
  });
  await new Promise<void>((done) => http.listen(port, '127.0.0.1', done));
  const bound = (http.address() as AddressInfo).port;
  return {
    rooms,
    door,
    log,
    port: bound,
    address: `ws://127.0.0.1:${bound}/sync`,
    async kill() {
      upgrade.stop();
      const closed = new Promise((done) => http.close(done));
      for (const stream of streams) stream.destroy();
      await closed;
    },
  };
}

/** A WebSocket class that names its caller: browsers send the cookie by themselves. */
export function socketOf(name: string): typeof globalThis.WebSocket {
  class Named extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols ?? [], { headers: { authorization: `Bearer ${name}` } });
    }
  }
  return Named as unknown as typeof globalThis.WebSocket;
}

export function provider(server: RealServer, name: string, room = 'f/missions') {
  const doc = new Y.Doc();
  const made = new WebsocketProvider(server.address, room, doc, {
    WebSocketPolyfill: socketOf(name),
    params: { grammar: String(GRAMMAR) },
    disableBc: true,
    maxBackoffTime: 100,
    shouldReconnect: (event) => !FINAL_CLOSES.includes(event.code),
  });
  // What a browser does with messages 100 and 101 is its own; here they are only let pass.
  for (const type of [MESSAGE.saved, MESSAGE.refused]) made.messageHandlers[type] = () => {};
  return { doc, provider: made };
}

/** Resolves when `holds` does, looked at after every event of the loop; fails by the test's own time limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
