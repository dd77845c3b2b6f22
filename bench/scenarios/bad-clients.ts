// S6: rubbish, messages over the limit, broken frames and a client that does not read: who is closed, and what it costs the others.

import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { presenceFrame } from '#server/sync/protocol.ts';
import { baseText, FIRST_TYPIST, keystrokes, longPaste } from '../load/documents.ts';
import { type Client, Fleet } from '../load/fleet.ts';
import { sleep, until } from '../load/machine.ts';
import { type Played, play } from '../load/playing.ts';
import { random } from '../load/random.ts';
import { clientFrame } from '../load/socket.ts';
import { type RunningServer, withFolder, withServer } from '../servers/running.ts';
import type { TargetName } from '../servers/targets.ts';
import type { Figures } from './figures.ts';

/** Clients who behave, ten of them: what they are owed must reach them whatever the others do. */
const GOOD = 10;
const BAD = 20;
const MB = 2 ** 20;

export async function badClients(target: TargetName): Promise<Figures> {
  return {
    ...(await withGood(target, (server, fleet) => rubbish(server, fleet))),
    ...(await withGood(target, (server, fleet) => oversize(server, fleet))),
    ...(await withGood(target, (server, fleet) => unread(server, fleet))),
    ...(await brokenFrames(target)),
  };
}

const base = baseText();

function withGood(
  target: TargetName,
  act: (server: RunningServer, fleet: Fleet) => Promise<Figures>,
): Promise<Figures> {
  return withFolder('s6', (folder) =>
    withServer(target, folder, 1, async (server) => {
      const fleet = new Fleet(server.reach);
      const first = await fleet.visitor(0, GOOD);
      first.write(base.update);
      await sleep(400);
      await fleet.gather(1, GOOD);
      first.socket.destroy();
      const figures = await act(server, fleet);
      fleet.leave();
      return figures;
    }),
  );
}

/** Two of them type on, from where they were. */
function typing(fleet: Fleet, seconds: number): Promise<Played> {
  const first = typedBefore.get(fleet) ?? 0;
  const count = seconds * PER_SECOND;
  typedBefore.set(fleet, first + count);
  return play(fleet, {
    rooms: 1,
    typists: TYPISTS,
    each: GOOD,
    perSecond: PER_SECOND,
    warmSeconds: 0,
    seconds,
    first,
    updates: Array.from({ length: TYPISTS }, (_, i) =>
      keystrokes(base, i, first + count).slice(first),
    ),
  });
}

const TYPISTS = 2;
const PER_SECOND = 5;
const typedBefore = new WeakMap<Fleet, number>();

const deliveredPct = (played: Played) => (100 * played.delivered) / played.expected;
const goodClosed = (fleet: Fleet) => fleet.clients.filter((client) => client.closed).length;

async function rubbish(server: RunningServer, fleet: Fleet): Promise<Figures> {
  const next = random(5);
  const noise = (length: number) => Uint8Array.from({ length }, () => Math.floor(next() * 256));
  const { update } = server.reach.dialect;
  const kinds = [
    () => noise(1 + Math.floor(next() * 200)),
    (client: Client) => update(client.document, noise(50)),
    () => new Uint8Array(0),
    (client: Client) => update(client.document, new Uint8Array(9).fill(0xff)),
  ];
  const playing = typing(fleet, 6);
  const bad = await Promise.all(Array.from({ length: BAD }, (_, i) => fleet.visitor(0, GOOD + i)));
  for (let round = 0; round < 20; round++) {
    for (const [i, client] of bad.entries()) {
      const make = kinds[(round + i) % kinds.length];
      if (make && !client.closed) client.socket.send(clientFrame(make(client)));
    }
    await sleep(100);
  }
  const played = await playing;
  const seen = bad.filter((client) => client.closed).length;
  const newcomer = await fleet.visitor(0, GOOD + BAD);
  const logBytes = readFileSync(server.log).length;
  for (const client of [...bad, newcomer]) client.socket.destroy();
  return {
    rubbishClosed: seen,
    rubbishSenders: BAD,
    rubbishGoodClosed: goodClosed(fleet),
    rubbishDeliveredPct: deliveredPct(played),
    rubbishNewcomerIn: newcomer.synced ? 1 : 0,
    rubbishLogBytes: logBytes,
    rubbishExited: server.exited ? 1 : 0,
  };
}

async function oversize(server: RunningServer, fleet: Fleet): Promise<Figures> {
  const codes: string[] = [];
  const playing = typing(fleet, 8);
  for (const [i, megabytes] of [4, 12, 64].entries()) {
    const client = await fleet.visitor(0, GOOD + i);
    client.write(longPaste(base, 50_000 + i, megabytes * MB));
    await until(() => client.closed, megabytes > 4 ? 5_000 : 500);
    codes.push(`${megabytes} MB: ${client.socket.closeCode ?? (client.closed ? 'cut' : 'taken')}`);
    client.socket.destroy();
  }
  const played = await playing;
  return {
    oversizeCodes: codes.join(', '),
    oversizeGoodClosed: goodClosed(fleet),
    oversizeDeliveredPct: deliveredPct(played),
    oversizeMaxMs: played.max,
    oversizePeakMB: server.exited ? null : server.use().peak / 1024,
    oversizeExited: server.exited ? 1 : 0,
  };
}

/**
 * Everybody's carets move all the time, told with long words, while one client reads nothing: presence makes the
 * text no larger, so that what the server holds more of after a collection is what waits for that client.
 */
async function unread(server: RunningServer, fleet: Fleet): Promise<Figures> {
  const without = await crowded(server, fleet);
  const slow = await fleet.visitor(0, GOOD);
  slow.socket.pause();
  const beside = await crowded(server, fleet);
  slow.socket.resume();
  await until(() => slow.closed, 10_000);
  const code = slow.socket.closeCode;
  slow.socket.destroy();
  return {
    slowCode: code ?? (slow.closed ? 'cut' : 'open'),
    slowGotMB: slow.socket.bytes / MB,
    slowGrowthMB: beside.heldMB,
    slowGrowthWithoutMB: without.heldMB,
    slowMemoryMB: beside.memoryMB,
    slowMemoryWithoutMB: without.memoryMB,
    slowDeliveredPct: without.deliveredPct === 100 ? beside.deliveredPct : without.deliveredPct,
    slowGoodClosed: goodClosed(fleet),
    slowExited: server.exited ? 1 : 0,
  };
}

/** What the server holds more of after a collection, at its highest; its memory as the system sees it; what was delivered. */
async function crowded(server: RunningServer, fleet: Fleet) {
  const from = { held: (await server.heapAfterCollection()) ?? 0, memory: server.use().memory };
  const highest = { held: 0, memory: 0 };
  const carets = setInterval(() => moveCarets(fleet), CARET_MS);
  const typed = typing(fleet, TYPED_SECONDS);
  const reader = fleet.clients[0]?.socket;
  const enough = (reader?.bytes ?? 0) + CROWDED_BYTES;
  const end = performance.now() + CROWDED_LIMIT_MS;
  while (reader && reader.bytes < enough && performance.now() < end && !server.exited) {
    const held = (await server.heapAfterCollection()) ?? from.held;
    highest.held = Math.max(highest.held, held - from.held);
    highest.memory = Math.max(highest.memory, server.use().memory - from.memory);
    await sleep(200);
  }
  clearInterval(carets);
  return {
    heldMB: highest.held / 1024,
    memoryMB: highest.memory / 1024,
    deliveredPct: deliveredPct(await typed),
  };
}

const TYPED_SECONDS = 6;
/** Until each reader was sent so much, more than the bound and all that the network holds; or for so long. */
const CROWDED_BYTES = 30 * MB;
const CROWDED_LIMIT_MS = 60_000;
/** Presence goes out to a room as often. */
const CARET_MS = 50;
/** Three bytes each: with ten people 2.4 MB a second for each reader, more than the network holds in a while. */
const CARET = '€'.repeat(4_000);
let carets = 0;

function moveCarets(fleet: Fleet): void {
  carets++;
  for (const client of fleet.clients) {
    const state = JSON.stringify({ cursor: `${CARET}${carets}` });
    const states = [{ client: FIRST_TYPIST + client.index, clock: carets, state }];
    client.socket.send(clientFrame(presenceFrame(states)));
  }
}

const BROKEN: Readonly<Record<string, Uint8Array>> = {
  badOpcode: Uint8Array.of(0x83, 0x80, 0, 0, 0, 0),
  unmasked: Uint8Array.of(0x82, 0x01, 0x00),
  hugeLength: Uint8Array.of(0x82, 0xff, 0, 0, 0, 0, 0x10, 0, 0, 0, 0, 0, 0, 0),
  badText: Uint8Array.of(0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe),
  badClose: Uint8Array.of(0x88, 0x81, 0, 0, 0, 0, 0x03),
};

/** Bytes that are no frames of the protocol of sockets, then an end without a word. */
async function brokenFrames(target: TargetName): Promise<Figures> {
  const died: string[] = [];
  for (const [name, bytes] of Object.entries(BROKEN)) {
    await withFolder('s6', (folder) =>
      withServer(target, folder, 1, async (server) => {
        const { path, port, token } = server.reach.address('doc-0', 0);
        const socket = connect(port, '127.0.0.1');
        socket.on('error', () => {});
        const head = token ? `Authorization: Bearer ${token}\r\n` : '';
        socket.write(
          `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n${head}\r\n`,
        );
        await new Promise((resolve) => socket.once('data', resolve));
        socket.write(bytes);
        await sleep(300);
        socket.resetAndDestroy();
        await sleep(300);
        if (server.exited) died.push(name);
      }),
    );
  }
  return {
    framesTried: Object.keys(BROKEN).length,
    framesFatal: died.length,
    framesFatalNames: died.join(' '),
  };
}
