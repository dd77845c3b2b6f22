// S6: rubbish, messages over the limit, broken frames and a client that does not read: who is closed, and what it costs the others.

import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

import { baseText, keystrokes, longPaste } from '../load/documents.ts';
import { type Client, Fleet } from '../load/fleet.ts';
import { sleep, until } from '../load/machine.ts';
import { type Played, play } from '../load/playing.ts';
import { random } from '../load/random.ts';
import { clientFrame } from '../load/socket.ts';
import { type RunningServer, withFolder, withServer } from '../servers/running.ts';
import type { TargetName } from '../servers/targets.ts';
import type { Figures } from './figures.ts';

export interface BadClientsSize {
  /** How long the client that does not read is written to. */
  readonly slowSeconds: number;
}

/** Clients who behave, ten of them: what they are owed must reach them whatever the others do. */
const GOOD = 10;
const BAD = 20;
const MB = 2 ** 20;

export async function badClients(
  target: TargetName,
  { slowSeconds }: BadClientsSize,
): Promise<Figures> {
  return {
    ...(await withGood(target, (server, fleet) => rubbish(server, fleet))),
    ...(await withGood(target, (server, fleet) => oversize(server, fleet))),
    ...(await withGood(target, (server, fleet) => unread(server, fleet, slowSeconds))),
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

function typing(
  fleet: Fleet,
  seconds: number,
  typists = 2,
  perSecond = 5,
  size = 1,
): Promise<Played> {
  const count = seconds * perSecond;
  return play(fleet, {
    rooms: 1,
    typists,
    each: GOOD,
    perSecond,
    warmSeconds: 0,
    seconds,
    size,
    updates: Array.from({ length: typists }, (_, i) => keystrokes(base, i, count, size)),
  });
}

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

async function unread(server: RunningServer, fleet: Fleet, seconds: number): Promise<Figures> {
  const before = server.use().memory;
  const control = await typing(fleet, seconds, GOOD, 10, 10_000);
  const withoutMB = (server.use().memory - before) / 1024;
  fleet.delivered = 0;
  const slow = await fleet.visitor(0, GOOD);
  slow.socket.pause();
  const from = server.use().memory;
  let highest = 0;
  const watch = setInterval(() => {
    if (!server.exited) highest = Math.max(highest, server.use().memory - from);
  }, 50);
  const played = await again(fleet, seconds);
  clearInterval(watch);
  slow.socket.resume();
  await until(() => slow.closed, 3_000);
  const code = slow.socket.closeCode;
  slow.socket.destroy();
  return {
    slowCode: code ?? (slow.closed ? 'cut' : 'open'),
    slowGotMB: slow.socket.bytes / MB,
    slowGrowthMB: highest / 1024,
    slowGrowthWithoutMB: withoutMB,
    slowControlPct: deliveredPct(control),
    slowDeliveredPct: deliveredPct(played),
    slowExited: server.exited ? 1 : 0,
  };
}

/** The same again with the keystrokes that follow. */
function again(fleet: Fleet, seconds: number): Promise<Played> {
  const count = 2 * seconds * 10;
  return play(fleet, {
    rooms: 1,
    typists: GOOD,
    each: GOOD,
    perSecond: 10,
    warmSeconds: 0,
    seconds,
    size: 10_000,
    updates: Array.from({ length: GOOD }, (_, i) =>
      keystrokes(base, i, count, 10_000).slice(count / 2),
    ),
  });
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
