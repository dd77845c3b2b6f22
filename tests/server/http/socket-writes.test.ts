// B21: nothing is written through the socket without the right, whatever is sent and whenever; odd names of rooms open and make nothing.
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { CLOSE } from '#core/document/wire.ts';
import { type Doors, openDoors } from './doors.ts';
import { framesOf, type Headers, inOnePacket, rawClient, syncFrame } from './raw-client.ts';

const ROOM = 'essai/recommendations';

let doors: Doors;
let coordinator: string;
beforeAll(async () => {
  doors = await openDoors();
  coordinator = await doors.token('coordinator');
  const json = { slug: 'essai', template: 'advocacy', language: 'fr', title: 'Essai' };
  await doors.ask('/api/v1/frameworks', { method: 'POST', token: coordinator, json });
});
afterAll(() => doors.close());

/** All bytes of texts that are on disk, and the text as the server gives it out. */
async function everything(): Promise<string> {
  const name = (await doors.house.store.log.names()).find(({ room }) => room === 'recommendations');
  const stored = name ? await doors.house.store.log.load(name) : null;
  const bytes = [...(stored?.updates ?? []), ...(stored?.state ? [stored.state] : [])];
  const working = await doors.ask('/api/v1/frameworks/essai/working', { token: coordinator });
  return working.text + Buffer.concat(bytes).toString('latin1');
}

/** Somebody who may write, live, and what they write now: once they have it, all that came before has been seen to. */
async function alice() {
  const client = rawClient(doors.port, ROOM, {
    Authorization: `Bearer ${await doors.token('editor')}`,
  });
  await client.synced;
  const text = () => client.doc.getXmlFragment('preamble').toString();
  return { ...client, text };
}

const CALLERS: [string, () => Promise<Headers>, number | null][] = [
  ['no cookie', async () => ({ Origin: doors.url }), CLOSE.notSignedIn],
  [
    'a reader’s cookie',
    async () => ({ Cookie: await doors.cookie('reader'), Origin: doors.url }),
    null,
  ],
  [
    'a reader’s token',
    async () => ({ Authorization: `Bearer ${await doors.token('reader')}` }),
    null,
  ],
  ['a token that is none', async () => ({ Authorization: 'Bearer wrong' }), CLOSE.notSignedIn],
  [
    'the cookie of somebody disabled',
    async () => {
      const cookie = await doors.cookie('editor');
      const asked = await doors.house.people.actorOf(
        new Request('http://localhost/', { headers: { cookie } }),
      );
      if (!asked.ok || asked.value.kind !== 'account') throw new Error('somebody');
      await doors.house.commands.people.disable(
        { kind: 'token', id: 'test', name: 'test', role: 'coordinator' },
        asked.value.id,
      );
      return { Cookie: cookie, Origin: doors.url };
    },
    CLOSE.notSignedIn,
  ],
  [
    'an editor’s cookie on a page of another address',
    async () => ({ Cookie: await doors.cookie('editor'), Origin: 'https://evil.test' }),
    CLOSE.noRight,
  ],
];

describe('B21 without the right', () => {
  test.each(CALLERS)(
    'words sent at once and again later reach nobody and no disk: %s',
    async (_name, headers, code) => {
      const live = await alice();
      const eve = rawClient(doors.port, ROOM, await headers(), framesOf('PIRATE'));
      if (code === null) await eve.synced;
      else expect(await eve.closed).toBe(code);
      for (const frame of framesOf('PIRATE again')) eve.send(frame);
      if (code === null) {
        // She may read, and stays; what she asks for after it is answered after it.
        const said = new Promise((resolve) => eve.socket.once('message', resolve));
        eve.send(syncFrame((encoder) => writeUpdate(encoder, new Uint8Array([0, 0]))));
        eve.send(new Uint8Array([3]));
        await said;
        expect(eve.socket.readyState).toBe(eve.socket.OPEN);
      } else expect(eve.documentBytes()).toBe(0);
      const ours = framesOf('honnête')[0] ?? new Uint8Array();
      live.send(ours);
      await expect.poll(everything).toContain('honn');
      expect(live.text()).not.toContain('PIRATE');
      expect(await everything()).not.toContain('PIRATE');
      for (const one of [live, eve]) one.socket.terminate();
    },
  );

  test('words in the very packet of the handshake reach nobody: the variant of a client that waits for nothing', async () => {
    const frame = await inOnePacket(doors.port, ROOM, { Origin: doors.url }, framesOf('PIRATE'));
    // The first thing that comes is the end.
    expect([frame[0], frame.readUInt16BE(2)]).toEqual([0x88, CLOSE.notSignedIn]);
    expect(frame.length).toBe(2 + (frame[1] ?? 0));
    expect(await everything()).not.toContain('PIRATE');
  });

  test('a reader takes nothing out either: the variant of what deletes and brings no word', async () => {
    const live = await alice();
    live.send(framesOf('à garder')[0] ?? new Uint8Array());
    const eve = rawClient(doors.port, ROOM, {
      Authorization: `Bearer ${await doors.token('reader')}`,
    });
    await eve.synced;
    await expect.poll(() => eve.doc.getXmlFragment('preamble').toString()).toContain('à garder');
    const before = Y.encodeStateVector(eve.doc);
    const fragment = eve.doc.getXmlFragment('preamble');
    fragment.delete(0, fragment.length);
    const refused = new Promise<number>((resolve) =>
      eve.socket.on('message', (data: Buffer) => {
        if (data[0] === 101) resolve(101);
      }),
    );
    eve.send(syncFrame((encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(eve.doc, before))));
    expect(await refused).toBe(101);
    expect(await everything()).toContain('à garder');
    for (const one of [live, eve]) one.socket.terminate();
  });
});

describe('B21 odd names of rooms', () => {
  const ODD = [
    'essai/..%2f..%2fetc%2fpasswd',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e%2fapp.db',
    'essai/%2e%2e%2fapp.db',
    'essai/__proto__',
    'essai/constructor',
    '__proto__/recommendations',
    'constructor/constructor',
    'essai/',
    'essai',
    '',
    `essai/${'x'.repeat(10_000)}`,
    `${'x'.repeat(10_000)}/recommendations`,
    'essai/6a5fdf4a-93c9-4bd5-8d4f-30c0a1b4b8b1',
    'essai/recommendations%00',
    'essai%00/recommendations',
    // Names that look like the one that is there: another case, a space, a part more, letters of another alphabet.
    'essai/Recommendations',
    'ESSAI/recommendations',
    'essai/recommendations%20',
    'essai/recommendations/',
    'essai//recommendations',
    'essai/recommendations%2Fmore',
    'essai/r%D0%B5commendations',
    'essai/missions',
  ];

  test.each(ODD.map((path) => [path.slice(0, 60), path] as const))(
    'are refused, and make no row, no file and no room: %s',
    async (_name, path) => {
      const headers = { Authorization: `Bearer ${await doors.token('editor')}` };
      const { store, rooms } = doors.house;
      const before = [await store.log.names(), readdirSync(doors.dataDir).sort()];
      const open = rooms.stats().rooms;
      const eve = rawClient(doors.port, path, headers, framesOf('PIRATE'));
      expect(await eve.closed).toBe(CLOSE.noRoom);
      expect(eve.documentBytes()).toBe(0);
      expect([await store.log.names(), readdirSync(doors.dataDir).sort()]).toEqual(before);
      expect(rooms.stats().rooms).toBe(open);
      expect((await doors.ask('/healthz')).status).toBe(200);
    },
  );
});
