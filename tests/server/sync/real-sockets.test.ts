// Real sockets: y-websocket’s own client, refusals by close code, odd addresses, clients that misbehave on the wire.
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { CLOSE, GRAMMAR } from '#core/document/wire.ts';
import { frameOf } from '#server/sync/ws-socket.ts';
import { MemoryStore } from './memory-store.ts';
import { provider, type RealServer, serve, until } from './real-sockets.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const act of cleanUp.splice(0).reverse()) await act();
});

async function server(...options: Parameters<typeof serve>): Promise<RealServer> {
  const made = await serve(...options);
  cleanUp.push(() => made.kill());
  return made;
}

function join(...all: Parameters<typeof provider>) {
  const made = provider(...all);
  cleanUp.push(() => made.provider.destroy());
  return { ...made, words: () => made.doc.getText('words').toString() };
}

/** Opens a socket and gives its close code, and how many messages came before. */
async function refused(
  { port }: RealServer,
  path: string,
  headers: Record<string, string>,
): Promise<{ code: number; messages: number }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
  let messages = 0;
  socket.on('message', () => messages++);
  socket.on('error', () => {});
  socket.on('open', () => socket.send(new Uint8Array([0, 0, 1, 0])));
  return new Promise((resolve) => socket.on('close', (code) => resolve({ code, messages })));
}

const ROOM = `/sync/f/missions?grammar=${GRAMMAR}`;

describe('a WebsocketProvider', () => {
  it('syncs, goes on after the server was killed, and nothing is lost or doubled', async () => {
    const store = new MemoryStore();
    const first = await serve(store);
    const ann = join(first, 'ann');
    const bob = join(first, 'bob');
    ann.doc.getText('words').insert(0, 'un ');
    await until(() => bob.words() === 'un ');
    await first.kill();
    ann.doc.getText('words').insert(3, 'deux ');
    bob.doc.getText('words').insert(bob.words().length, 'trois ');
    await server(store, { port: first.port });
    await until(() => ann.words().length === 14 && bob.words() === ann.words());
    expect(ann.words().split(' ').sort()).toEqual(['', 'deux', 'trois', 'un']);
  });

  it('shows each the other, and who left is gone', async () => {
    const made = await server(new MemoryStore());
    const ann = join(made, 'ann');
    const bob = join(made, 'bob');
    bob.provider.awareness.setLocalStateField('user', { id: 'ann', name: 'Ann' });
    const others = () =>
      [...ann.provider.awareness.getStates()].filter(([id]) => id !== ann.doc.clientID);
    await until(() => others().some(([, state]) => state.user?.id === 'bob'));
    bob.provider.disconnect();
    await until(() => others().length === 0);
  });

  it('stops for good on a refusal, and comes back after a restart', async () => {
    const made = await server(new MemoryStore());
    const ann = join(made, 'ann');
    await until(() => ann.provider.synced);
    const closed = new Promise<{ code: number }>((resolve) => ann.provider.on('closed', resolve));
    made.door.rightsOf.set('ann', 'none');
    await made.rooms.recheck(() => true);
    expect(await closed).toMatchObject({ code: CLOSE.noRight });
    expect(ann.provider.shouldConnect).toBe(false);
    const bob = join(made, 'bob');
    await until(() => bob.provider.synced);
    await made.rooms.closeAll();
    await until(() => !bob.provider.wsconnected);
    expect(bob.provider.shouldConnect).toBe(true);
  });
});

describe('the upgrade', () => {
  const cookie = { cookie: 'session=ann' };
  const bearer = { authorization: 'Bearer ann' };
  const own = { origin: 'http://own.example' };
  const evil = { origin: 'http://evil.example' };

  it.each([
    ['a foreign page with our cookie', ROOM, { ...cookie, ...evil }, CLOSE.noRight],
    ['a page without origin', ROOM, { ...cookie, origin: 'null' }, CLOSE.noRight],
    ['our cookie without an Origin', ROOM, cookie, CLOSE.noRight],
    ['a foreign page with a token', ROOM, { ...bearer, ...evil }, CLOSE.noRight],
    ['a foreign page and nobody', ROOM, evil, CLOSE.noRight],
    ['nobody from our page', ROOM, own, CLOSE.notSignedIn],
    ['nobody', '/sync/x/y', {}, CLOSE.notSignedIn],
    ['no grammar', '/sync/f/missions', bearer, CLOSE.otherGrammar],
    ['a grammar that is no number', '/sync/f/missions?grammar=1e0', bearer, CLOSE.otherGrammar],
    ['an unknown framework', `/sync/nowhere/missions?grammar=${GRAMMAR}`, bearer, CLOSE.noRoom],
  ])('SY-10 is completed, then refused before any byte: %s', async (_name, path, headers, code) => {
    expect(await refused(await server(new MemoryStore()), path, headers)).toEqual({
      code,
      messages: 0,
    });
  });

  it.each([
    ['made for somebody else', `${ROOM}&person=bob`, { ...cookie, ...own }, CLOSE.notSignedIn],
    ['made for somebody who signed out', `${ROOM}&person=ann`, own, CLOSE.notSignedIn],
    [
      'that means a framework which had this name before',
      `${ROOM}&person=ann&framework=id-of-g`,
      { ...cookie, ...own },
      CLOSE.noRoom,
    ],
  ])('SY-31 a page is refused before any byte: %s', async (_name, path, headers, code) => {
    const made = await server(new MemoryStore());
    expect(await refused(made, path, headers)).toEqual({ code, messages: 0 });
  });

  it('SY-31 lets a page in as whom it was made for, and SY-10 one that names nobody', async () => {
    const made = await server(new MemoryStore());
    for (const path of [ROOM, `${ROOM}&person=ann&framework=id-of-f`]) {
      const socket = new WebSocket(`ws://127.0.0.1:${made.port}${path}`, {
        headers: { ...cookie, ...own },
      });
      await new Promise((resolve) => socket.on('message', resolve));
      socket.terminate();
    }
  });

  it('SY-10 lets in our page with the cookie', async () => {
    const made = await server(new MemoryStore());
    const socket = new WebSocket(`ws://127.0.0.1:${made.port}${ROOM}`, {
      headers: { ...cookie, ...own },
    });
    await new Promise((resolve) => socket.on('message', resolve));
    socket.terminate();
  });

  it.each([
    '/sync',
    '/sync/',
    '/sync/f',
    '/sync/f/',
    '/sync//missions',
    '/sync/f/missions/more',
    '/sync/f/..%2f..%2fetc',
    '/sync/%2e%2e%2fapp.db/x',
    '/sync/f/missions%00',
    '/sync/f/%ff',
    '/sync/f%3A/missions',
    `/sync/f/${'x'.repeat(10_000)}`,
  ])('SY-10 knows no room at %s', async (path) => {
    const made = await server(new MemoryStore());
    expect((await refused(made, `${path}?grammar=${GRAMMAR}`, bearer)).code).toBe(CLOSE.noRoom);
    expect(made.rooms.stats().rooms).toBe(0);
  });

  it('leaves other addresses to others', async () => {
    const made = await server(new MemoryStore());
    expect((await refused(made, '/other', bearer)).code).toBe(1006);
  });

  it('B13 leaves nothing of connections that drop while opening', async () => {
    const made = await server(new MemoryStore());
    for (let i = 0; i < 100; i++) {
      const stream = connect(made.port, '127.0.0.1');
      stream.on('error', () => {});
      stream.write(
        `GET ${ROOM} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16, i).toString('base64')}\r\nAuthorization: Bearer ann\r\n\r\n`,
        () => stream.destroy(),
      );
    }
    const ann = join(made, 'ann');
    await until(() => ann.provider.synced && made.rooms.stats().connections === 1);
  });
});

describe('on the wire', () => {
  it('SY-14 ends a message that is too large with its own code, and nobody else', async () => {
    const made = await server(new MemoryStore(), { limits: { messageBytes: 10_000 } });
    const bob = join(made, 'bob');
    await until(() => bob.provider.synced);
    for (const [size, code] of [
      [20_000, CLOSE.tooLarge],
      [100_000, 1009],
    ] as const) {
      const socket = new WebSocket(`ws://127.0.0.1:${made.port}${ROOM}`, {
        headers: { authorization: 'Bearer eve' },
      });
      socket.on('error', () => {});
      await new Promise((resolve) => socket.on('message', resolve));
      socket.send(Buffer.alloc(size, 1));
      expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(code);
    }
    expect(bob.provider.wsconnected).toBe(true);
  });

  it('SY-12 ends text messages and broken frames', async () => {
    const made = await server(new MemoryStore());
    const socket = new WebSocket(`ws://127.0.0.1:${made.port}${ROOM}`, {
      headers: { authorization: 'Bearer eve' },
    });
    await new Promise((resolve) => socket.on('message', resolve));
    socket.send('text');
    expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(CLOSE.rubbish);
    const raw = connect(made.port, '127.0.0.1');
    raw.write(
      `GET ${ROOM} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\nAuthorization: Bearer eve\r\n\r\n`,
    );
    await new Promise((resolve) => raw.once('data', resolve));
    raw.write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    await new Promise((resolve) => raw.on('close', resolve));
    const bob = join(made, 'bob');
    await until(() => bob.provider.synced);
  });

  it('SY-22 ends a socket from which nothing comes any more, and its ghost is gone', async () => {
    const made = await server(new MemoryStore(), { limits: { heartbeatMs: 50 } });
    const ann = join(made, 'ann');
    const bob = join(made, 'bob');
    const others = () => ann.provider.awareness.getStates().size - 1;
    await until(() => others() === 1);
    // Bob’s machine sleeps: his system takes bytes, nobody answers.
    const socket = bob.provider.ws as unknown as WebSocket;
    bob.provider.shouldConnect = false;
    socket.pause();
    await until(() => others() === 0 && made.rooms.stats().connections === 1);
    socket.terminate();
  });

  it('SY-22 leaves idle clients connected', async () => {
    const made = await server(new MemoryStore(), { limits: { heartbeatMs: 20 } });
    const ann = join(made, 'ann');
    await until(() => ann.provider.synced);
    let beats = 0;
    ann.provider.ws?.addEventListener('message', () => beats++);
    await until(() => beats > 20);
    expect(ann.provider.wsconnected).toBe(true);
  });

  it('SY-15 closes who does not read, once too much waits unread', async () => {
    const made = await server(new MemoryStore(), { limits: { unreadBytes: 1_000_000 } });
    const eve = new WebSocket(`ws://127.0.0.1:${made.port}${ROOM}`, {
      headers: { authorization: 'Bearer eve' },
    });
    await new Promise((resolve) => eve.once('message', resolve));
    eve.pause();
    const ann = join(made, 'ann');
    await until(() => ann.provider.synced);
    for (let i = 0; i < 200 && made.rooms.stats().connections === 2; i++) {
      ann.doc.getText('words').insert(0, 'x'.repeat(100_000));
      const sent = ann.words().length;
      await until(() => made.rooms.stats().counted.updates > i && ann.words().length === sent);
    }
    expect(made.rooms.stats().counted.closes.get(CLOSE.slowReader)).toBe(1);
    eve.terminate();
  });

  it('frames what it sends as the protocol of sockets wants it, at every length', async () => {
    const listening = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    cleanUp.push(() => listening.close());
    await new Promise((resolve) => listening.on('listening', resolve));
    const { port } = listening.address() as AddressInfo;
    listening.on('connection', (_socket, { socket }) => {
      for (const length of LENGTHS) socket.write(frameOf(new Uint8Array(length).fill(7)));
    });
    const socket = new WebSocket(`ws://127.0.0.1:${port}`);
    const got: Buffer[] = [];
    socket.on('message', (data: Buffer) => got.push(data));
    await until(() => got.length === LENGTHS.length);
    expect(got.map((data) => data.equals(Buffer.alloc(data.length, 7)))).not.toContain(false);
    expect(got.map((data) => data.length)).toEqual(LENGTHS);
    socket.terminate();
  });
});

const LENGTHS = [0, 1, 125, 126, 65_535, 65_536, 70_000];
