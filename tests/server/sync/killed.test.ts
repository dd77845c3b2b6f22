// A server process that is killed (SIGKILL) while people type: what anybody had seen, or was told to be saved, is there.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import { afterEach, expect, it } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { GRAMMAR, MESSAGE } from '#core/document/wire.ts';
import { chance } from '#tests/core/document/chance.ts';
import { socketOf, until } from './real-sockets.ts';

const ROUNDS = 4;
const WRITERS = 6;
const SERVER = join(import.meta.dirname, 'rooms-server.ts');

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const act of cleanUp.splice(0).reverse()) await act();
});

interface Server {
  readonly port: number;
  kill(): Promise<void>;
}

async function start(folder: string, port: number): Promise<Server> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', SERVER], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = () =>
    new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) done();
      child.once('exit', () => done());
      child.kill('SIGKILL');
    });
  cleanUp.push(kill);
  const line = await new Promise<string>((done, failed) => {
    child.stdout?.once('data', (data) => done(String(data)));
    child.once('exit', () => failed(new Error('the server ended before it served')));
  });
  return { port: JSON.parse(line).port, kill };
}

/** Somebody who types words that are each typed once, and hears of the others and of the disk. */
function writer(port: number, name: string) {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, 'doc-0/missions', doc, {
    WebSocketPolyfill: socketOf(name),
    params: { grammar: String(GRAMMAR) },
    disableBc: true,
    maxBackoffTime: 50,
  });
  cleanUp.push(() => provider.destroy());
  const text = doc.getText('words');
  const words = () => text.toString().split(' ').filter(Boolean);
  const onDisk = new Set<string>();
  provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
    const vector = Y.decodeStateVector(decoding.readVarUint8Array(decoder));
    const clock = vector.get(doc.clientID) ?? 0;
    for (const [word, end] of typed) if (end <= clock) onDisk.add(word);
  };
  const typed = new Map<string, number>();
  return {
    provider,
    words,
    typed,
    onDisk,
    others: () => words().filter((word) => !typed.has(word)),
    type() {
      const word = `${name}${typed.size}`;
      text.insert(text.length, `${word} `);
      typed.set(word, Y.getState(doc.store, doc.clientID));
    },
  };
}

it('SY-1, SY-4, SY-8 lose nothing, and double nothing, in any round', async () => {
  const random = chance(4);
  const folder = mkdtempSync(join(tmpdir(), 'triptyque-killed-'));
  cleanUp.unshift(() => rmSync(folder, { recursive: true, force: true }));
  let server = await start(folder, 0);
  const { port } = server;
  const writers = Array.from({ length: WRITERS }, (_, i) => writer(port, `w${i}x`));
  for (let round = 0; round < ROUNDS; round++) {
    await until(() => writers.every((one) => one.provider.synced));
    const seen = () => Math.min(...writers.map((one) => one.others().length));
    const enough = seen() + 40 + random() * 100;
    await until(() => {
      for (const one of writers) if (random() < 0.05) one.type();
      return seen() > enough;
    });
    await server.kill();
    for (const one of writers) {
      one.provider.disconnect();
      one.type();
    }
    server = await start(folder, port);
    const fresh = writer(port, 'fresh');
    await until(() => fresh.provider.synced);
    const there = new Set(fresh.words());
    for (const one of writers) {
      expect(one.others().filter((word) => !there.has(word))).toEqual([]);
      expect([...one.onDisk].filter((word) => !there.has(word))).toEqual([]);
      expect(one.onDisk.size).toBeGreaterThan(0);
      one.provider.connect();
    }
    const all = writers.reduce((sum, one) => sum + one.typed.size, 0);
    await until(() => writers.every((one) => one.words().length === all));
    fresh.provider.destroy();
  }
  const [first] = writers;
  for (const one of writers) expect(one.words()).toEqual(first?.words());
  expect(new Set(first?.words()).size).toBe(first?.words().length);
}, 120_000);
