// A real server for tests: the built program in a process of its own, on a free port and its own data folder, behind a proxy that can be cut.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CuttableNetwork, openProxy } from './tcp-proxy.ts';

export interface ServerOptions {
  /** A fresh one, removed at the end, where it is left out. */
  readonly dataDir?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a process said and how it ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ServerProcess {
  readonly dataDir: string;
  /** `http://127.0.0.1:PORT` of the proxy: the same after a restart. */
  readonly url: string;
  readonly proxy: CuttableNetwork;
  /** The link that the present run printed, by way of the proxy; null when there is a coordinator. */
  setupLink(): string | null;
  stdout(): string;
  stderr(): string;
  /** Sends a signal and resolves when the process has ended. */
  end(signal: NodeJS.Signals): Promise<Exit>;
  /** Starts it again on the same folder; the proxy leads to it. */
  start(): Promise<void>;
  /** SIGKILL, then a start. */
  crash(): Promise<void>;
  /** Ends everything, and removes a folder that was made for it. */
  close(): Promise<void>;
}

const START_LIMIT_MS = 30_000;
const LISTENING = /http:\/\/localhost:(\d+)/;
const SETUP = /http:\/\/\S+\/setup\?token=\S+/;

/** The built program of one name, with an environment that holds nothing of ours but what is given. */
export function spawnBuilt(
  program: 'main' | 'cli',
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn(process.execPath, [join('build', 'server', `${program}.js`), ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', LANG: 'fr_FR.UTF-8', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Resolves once the process has ended and all it said was read. */
export function ended(child: ChildProcess): Promise<Exit> {
  return new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
}

/** Starts a server and resolves when it says where it listens. */
export async function startServer(options: ServerOptions = {}): Promise<ServerProcess> {
  const own = options.dataDir === undefined;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'triptyque-server-'));
  const proxy = await openProxy();
  let child: ChildProcess | null = null;
  let gone: Promise<Exit> | null = null;
  let out = '';
  let err = '';

  async function start(): Promise<void> {
    out = '';
    const started = spawnBuilt('main', [], {
      PORT: '0',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'info',
      ...options.env,
    });
    child = started;
    gone = ended(started);
    started.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    const port = await new Promise<number>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`no server: ${out}${err}`)), START_LIMIT_MS);
      started.stdout?.on('data', (chunk: Buffer) => {
        out += chunk.toString();
        const found = LISTENING.exec(out);
        if (found === null) return;
        clearTimeout(limit);
        resolve(Number(found[1]));
      });
      started.once('close', (code) => {
        clearTimeout(limit);
        reject(new Error(`the server ended with ${code}: ${err}`));
      });
    });
    proxy.leadTo(port);
    // The setup link follows in the same breath; health answers only after it.
    await fetch(`${proxy.url}/healthz`);
  }

  async function end(signal: NodeJS.Signals): Promise<Exit> {
    const waiting = gone;
    child?.kill(signal);
    return (await waiting) ?? { code: null, signal: null };
  }

  await start();
  return {
    dataDir,
    url: proxy.url,
    proxy,
    setupLink() {
      const link = SETUP.exec(out)?.[0];
      if (link === undefined) return null;
      const { pathname, search } = new URL(link);
      return `${proxy.url}${pathname}${search}`;
    },
    stdout: () => out,
    stderr: () => err,
    end,
    start,
    async crash() {
      await end('SIGKILL');
      await start();
    },
    async close() {
      if (child?.exitCode === null && child.signalCode === null) await end('SIGTERM');
      await proxy.close();
      if (own) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs the command line on a server's folder; gives what it printed, throws with what it said when it fails. */
export async function runCli(
  server: Pick<ServerProcess, 'dataDir' | 'url'>,
  args: readonly string[],
): Promise<string> {
  const child = spawnBuilt('cli', args, { DATA_DIR: server.dataDir });
  child.stdin?.end();
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const { code } = await ended(child);
  if (code !== 0) throw new Error(`cli ${args.join(' ')} ended with ${code}: ${err}`);
  return out;
}
