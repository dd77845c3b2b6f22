// A server under measure: its own process on its own core, on a free port of ours, ended by its id.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reach } from '../load/fleet.ts';
import { type ProcessUse, SERVER_CORE, sleep, until, useOf } from '../load/machine.ts';
import { launchOf, type TargetName } from './targets.ts';

const FIRST_PORT = Number(process.env.BENCH_PORT ?? 4310);
const PORTS = 40;
/** Lets a server be told to collect its memory. */
const COLLECTING = new URL('./collecting.mjs', import.meta.url).href;
const START_LIMIT_MS = 30_000;
/** For looking closer: BENCH_NODE_ARGS='--cpu-prof' writes a profile only where the server may end by itself. */
const STOP_SIGNAL: NodeJS.Signals = process.env.BENCH_NODE_ARGS ? 'SIGTERM' : 'SIGKILL';

export interface RunningServer {
  readonly reach: Reach;
  readonly folder: string;
  readonly port: number;
  /** What it wrote to its terminal. */
  readonly log: string;
  readonly exited: boolean;
  use(): ProcessUse;
  /** What its heap holds after a forced collection, in kB; null where it does not say. */
  heapAfterCollection(): Promise<number | null>;
  signal(signal: NodeJS.Signals): void;
  /** Ends it and resolves when it has ended; SIGKILL unless told otherwise. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** A folder for one server, made now. */
export function freshFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `bench-${name}-`));
}

export function removeFolder(folder: string): void {
  if (!process.env.BENCH_KEEP) rmSync(folder, { recursive: true, force: true });
}

/** Runs `act` with a fresh folder that is removed whatever happens. */
export async function withFolder<T>(name: string, act: (folder: string) => Promise<T>): Promise<T> {
  const folder = freshFolder(name);
  try {
    return await act(folder);
  } finally {
    removeFolder(folder);
  }
}

/** Runs `act` with a server on `folder` that is ended whatever happens. */
export async function withServer<T>(
  name: TargetName,
  folder: string,
  rooms: number,
  act: (server: RunningServer) => Promise<T>,
): Promise<T> {
  const server = await startServer(name, folder, rooms);
  try {
    return await act(server);
  } finally {
    await server.stop();
  }
}

/** Starts a target on `folder` and resolves when it takes connections; `more` is set in its environment. */
export async function startServer(
  name: TargetName,
  folder: string,
  rooms: number,
  more: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const port = await freePort();
  const { args, env, reach, ready } = await launchOf(name, { port, folder, rooms });
  const log = join(folder, 'terminal.log');
  const output = openSync(log, 'a');
  const extra = process.env.BENCH_NODE_ARGS?.split(' ') ?? [];
  const command = [process.execPath, '--expose-gc', '--import', COLLECTING, ...extra, ...args];
  const heap = join(folder, 'heap.json');
  const child = spawn('taskset', ['-c', SERVER_CORE, ...command], {
    env: { NODE_ENV: 'production', PATH: process.env.PATH, BENCH_HEAP: heap, ...env, ...more },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const server = running(child, { reach, folder, port, log }, heap);
  const limit = performance.now() + START_LIMIT_MS;
  while (!(await isReady(port, ready))) {
    if (server.exited || performance.now() > limit) {
      await server.stop();
      throw new Error(`${name} does not start: see ${log}`);
    }
    await sleep(10);
  }
  return server;
}

function running(
  child: ChildProcess,
  parts: Pick<RunningServer, 'reach' | 'folder' | 'port' | 'log'>,
  heap: string,
): RunningServer {
  let exited = false;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      exited = true;
      resolve();
    });
  });
  return {
    ...parts,
    get exited() {
      return exited;
    },
    use: () => useOf(child.pid ?? 0),
    async heapAfterCollection() {
      rmSync(heap, { force: true });
      child.kill('SIGUSR2');
      if (!(await until(() => existsSync(heap), 20_000))) return null;
      return JSON.parse(readFileSync(heap, 'utf8')) as number;
    },
    signal(signal) {
      if (!exited) child.kill(signal);
    },
    async stop(signal = STOP_SIGNAL) {
      if (!exited) child.kill(signal);
      await Promise.race([gone, sleep(8_000)]);
      if (!exited) child.kill('SIGKILL');
      await gone;
    },
  };
}

let next = 0;

async function freePort(): Promise<number> {
  for (let tried = 0; tried < PORTS; tried++) {
    const port = FIRST_PORT + (next++ % PORTS);
    if (!(await answers(port))) return port;
  }
  throw new Error(`no port free from ${FIRST_PORT} on`);
}

/** Whether it takes connections; where it says at a path that it is whole, whether it says so. */
async function isReady(port: number, path: string | undefined): Promise<boolean> {
  if (path === undefined || !(await answers(port))) return answers(port);
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(START_LIMIT_MS),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
