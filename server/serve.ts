// The running server: takes the folder, opens the house, then its doors (http, sockets, the socket of the command line).
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { translator } from '#locales/catalogue.ts';
import { perform } from './cli/acts.ts';
import { openControl } from './cli/control.ts';
import type { Env } from './env.ts';
import { type House, NETWORK_NAME, openHouse } from './house.ts';
import { type Addresses, createAddresses } from './http/addresses.ts';
import { createDoors } from './http/app.ts';
import type { Pages } from './http/asked.ts';
import { askedHost, withHost } from './http/asked-host.ts';
import type { StaticFiles } from './http/static-files.ts';
import { lockFolder } from './lock.ts';
import type { Log } from './log.ts';
import { programVersion } from './root.ts';
import { type Caller, createUpgrade, type Upgrade } from './sync/upgrade.ts';

const LOCK_WAIT_MS = 10_000;
/** What is left of the five seconds after which whoever stopped us loses patience. */
const STOP_MS = 2_000;

/** The pages and the files that belong to them; `server` is there for who must share its port. */
export interface Front {
  readonly pages: Pages;
  readonly files: StaticFiles;
  readonly development: boolean;
  /** Tried on each request before our own doors; true when it answered. */
  before?(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly env: Env;
  readonly log: Log;
  /** One line for whoever started the server, on standard output. */
  readonly tell: (line: string) => void;
  readonly openFront: (server: Server) => Promise<Front>;
  /** Ends the wait for a folder that another server has. */
  readonly signal: AbortSignal;
}

export interface Running {
  readonly port: number;
  readonly house: House;
  /**
   * Stops taking requests, sends everybody off, puts everything on disk; resolves when all is closed, to the number
   * of updates of each room that the store did not take.
   */
  stop(): Promise<ReadonlyMap<string, number>>;
}

/** Why the server does not start, in one line. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

function listen(server: Server, env: Env): Promise<number> {
  const t = translator(env.language);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const values = { host: env.host, port: String(env.port), reason: error.message };
      reject(
        new StartRefused(
          t(error.code === 'EADDRINUSE' ? 'terminal.port-taken' : 'terminal.port-refused', values),
        ),
      );
    });
    server.listen({ port: env.port, host: env.host }, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Takes nothing new and resolves when all connections have ended; ends those that do not by themselves. */
function closing(server: Server, connections: ReadonlySet<Duplex>): Promise<void> {
  return new Promise((resolve) => {
    // Sockets that were upgraded are not the server's to close: who does not answer the goodbye is cut off.
    const patience = setTimeout(() => {
      for (const socket of connections) socket.destroy();
    }, STOP_MS);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
}

async function takeFolder(env: Env, signal: AbortSignal) {
  const t = translator(env.language);
  let lock: Awaited<ReturnType<typeof lockFolder>>;
  try {
    lock = await lockFolder(env.dataDir, LOCK_WAIT_MS, signal);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefused(t('terminal.data-dir', { folder: env.dataDir, reason }));
  }
  if (lock === null) throw new StartRefused(t('terminal.locked', { folder: env.dataDir }));
  return lock;
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each);
  }
  return headers;
}

/** Listens to errors of sockets that end anyway. */
function ignore(): void {}

function openSockets(env: Env, house: House, addresses: Addresses, log: Log): Upgrade {
  return createUpgrade({
    rooms: house.rooms,
    limits: env.limits,
    log,
    isOwnOrigin: (origin, request) => addresses.isOwnOrigin(origin, request.headers.host),
    async authenticate(request): Promise<Caller> {
      const actor = await house.people.actorOf({ headers: headersOf(request) });
      const { authorization, cookie } = request.headers;
      // `Authorization: Basic` may belong to a proxy in front and says nothing of who is here.
      const bearer = /^bearer\s/i.test(authorization ?? '');
      const by = bearer ? 'bearer' : cookie ? 'cookie' : 'nothing';
      return { actor: actor.ok ? actor.value : { kind: 'anonymous' }, by };
    },
  });
}

function greet(
  env: Env,
  addresses: Addresses,
  port: number,
  setup: string | null,
  tell: ServeOptions['tell'],
) {
  const t = translator(env.language);
  tell(t('terminal.listening', { url: addresses.url('/') }));
  for (const host of addresses.local()) {
    tell(t('terminal.also-at', { url: addresses.url('/', `${host}:${port}`) }));
  }
  if (setup === null) return;
  tell(t('terminal.setup'));
  tell(setup);
}

/** Starts the server. Throws StartRefused, with one line, where it cannot. */
export async function serve({ env, log, tell, openFront, signal }: ServeOptions): Promise<Running> {
  const lock = await takeFolder(env, signal);
  const server = createServer();
  // Requests that come while the house opens wait for it: nobody is answered before it is whole.
  let whole: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    whole = resolve;
  });
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = () => {};
  let upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void = () => {};
  const connections = new Set<Duplex>();
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  server.on('request', async (request, response) => {
    await opened;
    answer(request, response);
  });
  // Without a listener an upgrade counts as a request for a page: everybody who comes back after a restart would get one.
  server.on('upgrade', async (request, socket, head) => {
    socket.on('error', ignore);
    await opened;
    upgrade(request, socket, head);
  });
  try {
    const port = await listen(server, env);
    const addresses = createAddresses(env, port);
    const house = await openHouse(env, log, (path) => addresses.url(path, askedHost()));
    await house.store.log.prepare();
    const front = await openFront(server);
    const app = createDoors({
      addresses,
      log,
      now: () => new Date(),
      queries: house.queries,
      commands: house.commands,
      sessions: house.people.sessions,
      actorOf: (request) => house.people.actorOf(request),
      idempotency: house.idempotency,
      pages: front.pages,
      files: front.files,
      health: {
        version: programVersion(),
        probe: () => house.probe(),
        damaged: () => house.rooms.stats().damaged,
        metrics: () => house.rooms.metrics(),
      },
      networkName: NETWORK_NAME,
      trustProxy: env.trustProxy,
      mailLeaves: env.smtpUrl !== null,
      messageBytes: env.limits.messageBytes,
      development: front.development,
    });
    const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
    answer = async (request, response) => {
      if (await front.before?.(request, response)) return;
      await withHost(request.headers.host, () => listener(request, response));
    };
    const sockets = openSockets(env, house, addresses, log);
    upgrade = (request, socket, head) => {
      const taken = sockets.handle(request, socket, head);
      if (!taken && !front.development) socket.destroy();
    };
    const control = await openControl(
      env.dataDir,
      (input, language) =>
        perform(
          { house, language, url: (path) => addresses.url(path), now: () => new Date() },
          input,
        ),
      (error) => log.error('a command of the command line failed', { error }),
    );
    greet(env, addresses, port, await house.people.setupLink(), tell);
    whole();
    house.quiet.start();
    house.commentMail.start();
    log.info('listening', { host: env.host, port });
    return {
      port,
      house,
      async stop() {
        const closed = closing(server, connections);
        sockets.stop();
        await control.close();
        await house.rooms.closeAll();
        await front.close();
        await closed;
        const unsaved = await house.close();
        lock.release();
        return unsaved;
      },
    };
  } catch (error) {
    for (const socket of connections) socket.destroy();
    server.close();
    lock.release();
    throw error;
  }
}
