// A server process that dies and people who type in it: words that are each typed once, so that what became of them can be told.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as decoding from 'lib0/decoding';
import { afterEach, expect } from 'vitest';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { GRAMMAR, MESSAGE } from '#core/document/wire.ts';
import { socketOf, until } from './real-sockets.ts';

const SERVER = join(import.meta.dirname, 'rooms-server.ts');

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const act of cleanUp.splice(0).reverse()) await act();
});

/** A data folder that goes after the test, when whatever used it has ended. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'triptyque-killed-'));
  cleanUp.unshift(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface KillableServer {
  readonly port: number;
  kill(): Promise<void>;
  /** Resolves to the signal that ended it. */
  readonly died: Promise<NodeJS.Signals | null>;
}

/** Starts the rooms alone (`rooms-server.ts`) on a folder; port 0 for any. */
export async function startRooms(
  folder: string,
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<KillableServer> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', SERVER], {
    env: { ...process.env, ...env, DATA_DIR: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const died = new Promise<NodeJS.Signals | null>((done) => {
    child.once('exit', (_code, signal) => done(signal));
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
  return { port: JSON.parse(line).port, kill, died };
}

/** Somebody who types words that are each typed once, and hears of the others and of the disk. */
export function writer(port: number, name: string) {
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

export type Writer = ReturnType<typeof writer>;

/** What others had received and what was said to be saved is among `there`. */
export function expectNothingLost(writers: readonly Writer[], there: ReadonlySet<string>): void {
  for (const one of writers) {
    expect(one.others().filter((word) => !there.has(word))).toEqual([]);
    expect([...one.onDisk].filter((word) => !there.has(word))).toEqual([]);
    expect(one.onDisk.size).toBeGreaterThan(0);
  }
}

/** The words that a server gives to somebody who comes with nothing. */
export async function wordsThere(port: number): Promise<Set<string>> {
  const fresh = writer(port, 'fresh');
  await until(() => fresh.provider.synced);
  const there = fresh.words();
  fresh.provider.destroy();
  expect(new Set(there).size).toBe(there.length);
  return new Set(there);
}

/** All are back, and have each word once, in the same order. */
export async function expectAllAlike(writers: readonly Writer[]): Promise<void> {
  const all = writers.reduce((sum, one) => sum + one.typed.size, 0);
  await until(() => writers.every((one) => one.words().length === all));
  const [first] = writers;
  for (const one of writers) expect(one.words()).toEqual(first?.words());
  expect(new Set(first?.words()).size).toBe(all);
}
