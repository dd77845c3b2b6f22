// SY-58: whatever ends a connection, or is refused of it, is counted under its own name, once, and is in the manual.
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { CLOSE, GRAMMAR, MESSAGE } from '#core/document/wire.ts';
import { ANONYMOUS } from '#core/policy.ts';
import { PASSED_OVER, REFUSALS, type Refused } from '#server/sync/refusals.ts';
import type { Rooms } from '#server/sync/rooms.ts';
import { MemoryStore } from './memory-store.ts';
import { serve, until } from './real-sockets.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { World } from './world.ts';

/** What was counted after a scene: under which names, and by which close codes. */
type Counted = Pick<ReturnType<Rooms['stats']>['counted'], 'refusals' | 'closes'>;

interface Scene {
  readonly code: number | null;
  readonly play: () => Promise<Counted>;
}

function scene(code: number | null, play: (world: World, store: MemoryStore) => Promise<unknown>) {
  return {
    code,
    play: async () => {
      const store = new MemoryStore();
      const world = new World(store, {
        messageBytes: 2_000,
        roomBytes: 4_000,
        connectionsPerPerson: 2,
        connectionsPerRoom: 2,
        unreadBytes: 1_000,
        updatesAtOnce: 3,
        updatesPerSecond: 0,
      });
      await play(world, store);
      return world.rooms.stats().counted;
    },
  };
}

/** The same on real sockets; `path` is asked for by Ann's browser. */
function wired(
  code: number,
  path: string,
  headers: Record<string, string>,
  act: (socket: WebSocket) => void = () => {},
): Scene {
  return {
    code,
    play: async () => {
      const server = await serve(new MemoryStore(), {
        limits: { messageBytes: 1_000, heartbeatMs: 50 },
      });
      const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, { headers });
      socket.on('error', () => {});
      socket.on('message', () => act(socket));
      const { counted } = server.rooms.stats();
      await until(() => counted.refusals.size > 0);
      socket.terminate();
      await server.kill();
      return counted;
    },
  };
}

const ROOM = `/sync/f/missions?grammar=${GRAMMAR}`;
const OWN = { cookie: 'session=ann', origin: 'http://own.example' };

async function come(world: World, who: string, of: { slug?: string; grammar?: number } = {}) {
  const client = new PairedClient(editor(who), { slug: of.slug ?? 'f' });
  if (of.grammar !== undefined) client.grammar = of.grammar;
  client.connect(world.rooms);
  await world.exchange(client);
  return client;
}

function type(client: PairedClient, letters: string): void {
  client.doc.getText('words').insert(0, letters);
}

/** One scene for each name: a new name without one does not compile. */
const SCENES: Readonly<Record<Refused, Scene>> = {
  origin: wired(CLOSE.noRight, ROOM, { ...OWN, origin: 'http://evil.example' }),
  'somebody-else': wired(CLOSE.notSignedIn, `${ROOM}&person=bob`, OWN),
  'other-framework': wired(CLOSE.noRoom, `${ROOM}&framework=id-of-g`, OWN),
  silent: wired(1006, ROOM, OWN, (socket) => socket.pause()),
  'not-signed-in': scene(CLOSE.notSignedIn, async (world) => {
    new PairedClient(ANONYMOUS).connect(world.rooms);
    await world.clock.quiet();
  }),
  'signed-out': scene(CLOSE.notSignedIn, async (world) => {
    await come(world, 'ann');
    world.door.rightsOf.set('ann', 'stranger');
    await world.rooms.recheck(() => true);
  }),
  'other-grammar': scene(CLOSE.otherGrammar, (world) => come(world, 'ann', { grammar: 0 })),
  'no-room': scene(CLOSE.noRoom, (world) => come(world, 'ann', { slug: 'x' })),
  'former-text': scene(CLOSE.noRoom, async (world, store) => {
    store.formerClients = [7];
    const ann = await come(world, 'ann');
    ann.doc.clientID = 7;
    type(ann, 'old');
    await world.exchange(ann);
  }),
  'no-right': scene(CLOSE.noRight, (world) => {
    world.door.rightsOf.set('ann', 'none');
    return come(world, 'ann');
  }),
  'right-lost': scene(CLOSE.noRight, async (world) => {
    await come(world, 'ann');
    world.door.rightsOf.set('ann', 'read');
    await world.rooms.recheck(() => true);
  }),
  'rights-unknown': scene(CLOSE.restarting, async (world) => {
    await come(world, 'ann');
    world.door.rights = async () => {
      throw new Error('locked');
    };
    await world.rooms.recheck(() => true);
  }),
  'connections-per-person': scene(CLOSE.tooMany, async (world) => {
    for (const slug of ['f', 'f1', 'f2']) await come(world, 'ann', { slug });
  }),
  'connections-per-room': scene(CLOSE.tooMany, async (world) => {
    for (const who of ['ann', 'bob', 'cid']) await come(world, who);
  }),
  'message-bytes': scene(CLOSE.tooLarge, async (world) => {
    const ann = await come(world, 'ann');
    ann.connection?.receive(new Uint8Array(2_001));
  }),
  'early-bytes': scene(CLOSE.tooMany, async (world, store) => {
    store.hold = new Promise(() => {});
    const ann = await come(world, 'ann');
    for (let i = 0; i < 3; i++) ann.connection?.receive(new Uint8Array(1_900));
  }),
  'unread-bytes': scene(CLOSE.slowReader, async (world) => {
    const ann = await come(world, 'ann');
    // Bob reads nothing.
    await come(world, 'bob');
    for (let i = 0; i < 2; i++) {
      type(ann, 'x'.repeat(1_200));
      await world.exchange(ann);
    }
  }),
  'updates-per-second': scene(CLOSE.tooMany, async (world) => {
    const ann = await come(world, 'ann');
    for (let i = 0; i < 5; i++) type(ann, 'x');
    await world.exchange(ann);
  }),
  'foreign-client': scene(CLOSE.rubbish, async (world) => {
    const ann = await come(world, 'ann');
    type(ann, 'mine');
    await world.exchange(ann);
    const eve = await come(world, 'eve');
    eve.doc.clientID = ann.doc.clientID;
    type(eve, 'forged');
    await world.exchange(eve);
  }),
  rubbish: scene(CLOSE.rubbish, async (world) => {
    const ann = await come(world, 'ann');
    ann.connection?.receive(new Uint8Array([9, 9, 9]));
  }),
  unreadable: scene(CLOSE.unreadable, async (world, store) => {
    const ann = await come(world, 'ann');
    type(ann, 'words');
    await world.exchange(ann);
    ann.cut();
    world.restart();
    store.damage({ frameworkId: 'id-of-f', room: 'missions' }, () => new Uint8Array([1, 2, 3]));
    await come(world, 'ann');
  }),
  unavailable: scene(CLOSE.unreadable, (world, store) => {
    store.failing = new Error('locked');
    return come(world, 'ann');
  }),
  stopping: scene(CLOSE.restarting, async (world) => {
    await come(world, 'ann');
    const end = world.rooms.closeAll();
    await world.clock.pass(5_000);
    await end;
  }),
  'try-again': scene(CLOSE.restarting, (world) => {
    world.door.find = async () => {
      throw new Error('locked');
    };
    return come(world, 'ann');
  }),
  'room-shut': scene(CLOSE.noRoom, async (world) => {
    await come(world, 'ann');
    await world.rooms.closeFramework('id-of-f', CLOSE.noRoom, 'deleted');
  }),
  'read-only': scene(null, async (world) => {
    world.door.rightsOf.set('ann', 'read');
    const ann = await come(world, 'ann');
    type(ann, 'x');
    await world.exchange(ann);
  }),
  'room-bytes': scene(null, async (world) => {
    const ann = await come(world, 'ann');
    for (let i = 0; i < 3; i++) {
      type(ann, 'x'.repeat(1_800));
      await world.exchange(ann);
    }
  }),
  clash: scene(null, async (world) => {
    const ann = await come(world, 'ann');
    type(ann, 'one');
    await world.exchange(ann);
    ann.cut();
    const copy = new PairedClient(editor('ann'), { keeps: true });
    copy.doc.clientID = ann.doc.clientID;
    type(copy, 'two');
    copy.connect(world.rooms);
    copy.deliverToServer(1);
    await world.clock.quiet();
  }),
  presence: scene(null, async (world) => {
    const ann = await come(world, 'ann');
    ann.connection?.receive(new Uint8Array([MESSAGE.awareness, 8, 1, 7, 1, 4, 34, 104, 105, 34]));
  }),
};

describe('what ends a connection or is refused of it', () => {
  it.each(Object.entries(SCENES))('SY-58 is counted once: %s', async (name, { code, play }) => {
    const { refusals, closes } = await play();
    expect([...refusals]).toEqual([[name, 1]]);
    expect([...closes]).toEqual(code === null ? [] : [[code, 1]]);
  });

  it('SY-58 a frame that ws cannot read is counted too, by the code that ws gives it', async () => {
    const server = await serve(new MemoryStore(), { limits: { messageBytes: 1_000 } });
    const { counted } = server.rooms.stats();
    const large = new WebSocket(`ws://127.0.0.1:${server.port}${ROOM}`, { headers: OWN });
    large.on('error', () => {});
    large.once('message', () => large.send(Buffer.alloc(5_000, 1)));
    expect(await new Promise((resolve) => large.on('close', resolve))).toBe(1009);
    const raw = connect(server.port, '127.0.0.1');
    raw.write(
      `GET ${ROOM} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}\r\nAuthorization: Bearer eve\r\n\r\n`,
    );
    await new Promise((resolve) => raw.once('data', resolve));
    raw.write(Buffer.from([0xff, 0xff, 0xff, 0xff]));
    await new Promise((resolve) => raw.on('close', resolve));
    expect(Object.fromEntries(counted.refusals)).toEqual({ 'message-bytes': 1, rubbish: 1 });
    expect(Object.fromEntries(counted.closes)).toEqual({ 1009: 1, 1002: 1 });
    expect(server.rooms.metrics()).toContain('triptyque_refusals_total{reason="rubbish"} 1');
    await server.kill();
  });

  it('SY-58 has its name in the manual, each of them', () => {
    const manual = readFileSync('docs/operations.md', 'utf8');
    for (const name of [...Object.keys(REFUSALS), ...PASSED_OVER]) {
      expect(manual).toContain(`\`${name}\``);
    }
  });
});
