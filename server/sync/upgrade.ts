// `/sync/:slug/:room`: the upgrade is always completed, then whoever may not come in is told why by a close code.
import type { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { HEARS_COMMENTS } from '#core/document/wire.ts';
import type { Actor } from '#core/policy.ts';
import { boundedLog } from './bounded-log.ts';
import type { RoomLimits } from './limits.ts';
import type { RoomLog, RoomSocket, RoomVisitor } from './ports.ts';
import { REFUSALS, type RefusalName } from './refusals.ts';
import { WsSocket } from './ws-socket.ts';

/** Who asks, and by what: the Origin must be sent with a cookie, which browsers add by themselves. */
export interface Caller {
  readonly actor: Actor;
  readonly by: 'cookie' | 'bearer' | 'nothing';
}

export interface UpgradeParts {
  readonly rooms: {
    connect(
      socket: RoomSocket,
      visitor: RoomVisitor,
    ): {
      receive(frame: Uint8Array): void;
      refuse(why: RefusalName, words?: string): void;
      closed(): void;
      readonly admitted: Promise<void>;
    };
    /** Counts what ended a socket that is no connection, or not by it; `code` where it is not the usual one. */
    refused(why: RefusalName, code?: number): void;
  };
  /** Looks up session or token of the request. `by` says what was sent, valid or not. */
  readonly authenticate: (request: IncomingMessage) => Promise<Caller>;
  /** Whether pages of this origin are ours, for a request to this Host. */
  readonly isOwnOrigin: (origin: string, request: IncomingMessage) => boolean;
  readonly limits: RoomLimits;
  readonly log: RoomLog;
}

export interface Upgrade {
  /** Takes the request if it is for a room; false leaves it, untouched, to others. */
  handle(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Stops looking after sockets; those that are open stay as they are. */
  stop(): void;
}

/** Longer messages are not even read: they end the socket (1009). Those between are closed with a word of their own. */
const HARD_LIMIT_FACTOR = 4;

export function createUpgrade(given: UpgradeParts): Upgrade {
  const parts = { ...given, log: boundedLog(given.log, { now: () => new Date() }) };
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: HARD_LIMIT_FACTOR * parts.limits.messageBytes,
  });
  const { rooms } = parts;
  const watch = watchSilence(parts.limits.heartbeatMs, () => rooms.refused('silent'));
  // A socket with an error ends anyway. Made once, since a function made at the upgrade would keep the request.
  const onSocketError = (error: Error) => {
    const refused = refusalOf(error);
    if (refused) rooms.refused(...refused);
  };
  let sockets = 0;
  return {
    handle(request, stream, head) {
      const address = addressOf(request.url ?? '');
      if (!address) return false;
      stream.on('error', ignore);
      server.handleUpgrade(request, stream, head, (socket) => {
        socket.on('error', onSocketError);
        watch.add(socket, stream);
        // What it sends already waits in the network until it is let in.
        socket.pause();
        const id = `${++sockets}`;
        welcome(parts, request, socket, new WsSocket(id, socket, stream), address).catch(
          (error: unknown) => {
            parts.log.error('a socket could not be let in', { error: String(error) });
            refuse(parts, socket, 'try-again');
          },
        );
      });
      return true;
    },
    stop: () => watch.stop(),
  };
}

function ignore(): void {}

/** What ws found wrong with a frame, and the code by which it says so: too long to be read, or no frame at all. Null where the network broke. */
function refusalOf(error: Error): [RefusalName, number] | null {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH') return ['message-bytes', 1009];
  if (code === 'WS_ERR_INVALID_UTF8') return ['rubbish', 1007];
  return code.startsWith('WS_ERR_') ? ['rubbish', 1002] : null;
}

interface Address {
  readonly slug: string;
  readonly room: string;
  readonly grammar: number | null;
  /** Id of whom the page was made for; null where the client does not say. */
  readonly person: string | null;
  /** Id of the framework that the client means by the slug; null where it does not say. */
  readonly framework: string | null;
  readonly hearsComments: boolean;
}

/** Null where the address is no room's at all; odd names are for the door to refuse. */
function addressOf(url: string): Address | null {
  const [path = '', query = ''] = url.split('?', 2);
  const [, first, slug = '', ...rest] = path.split('/');
  if (first !== 'sync') return null;
  const params = new URLSearchParams(query);
  const grammar = params.get('grammar') ?? '';
  return {
    slug: decoded(slug),
    room: rest.length === 1 ? decoded(rest[0] ?? '') : '',
    grammar: /^\d{1,9}$/.test(grammar) ? Number(grammar) : null,
    person: params.get('person'),
    framework: params.get('framework'),
    hearsComments: params.get(HEARS_COMMENTS) === '1',
  };
}

/** Names as the address gives them; what cannot be one is no name. */
function decoded(part: string): string {
  try {
    const name = decodeURIComponent(part);
    return /^[\w-]{1,200}$/.test(name) ? name : '';
  } catch {
    return '';
  }
}

async function welcome(
  { rooms, authenticate, isOwnOrigin }: UpgradeParts,
  request: IncomingMessage,
  socket: WebSocket,
  roomSocket: RoomSocket,
  { person, ...address }: Address,
): Promise<void> {
  const { actor, by } = await authenticate(request);
  if (socket.readyState !== socket.OPEN) return;
  const { origin } = request.headers;
  if (origin === undefined ? by === 'cookie' : !isOwnOrigin(origin, request)) {
    refuse({ rooms }, socket, 'origin');
    return;
  }
  // A page made for one person whose browser has meanwhile signed in another: its words are not that person's.
  if (person !== null && actor.kind !== 'anonymous' && actor.id !== person) {
    refuse({ rooms }, socket, 'somebody-else');
    return;
  }
  const connection = rooms.connect(roomSocket, { actor, ...address });
  socket.on('message', (data, isBinary) => {
    if (!isBinary || !(data instanceof Buffer)) connection.refuse('rubbish', 'no binary message');
    else connection.receive(data);
  });
  socket.on('close', () => connection.closed());
  await connection.admitted;
  socket.resume();
}

function refuse({ rooms }: Pick<UpgradeParts, 'rooms'>, socket: WebSocket, why: RefusalName): void {
  const { code, words } = REFUSALS[why];
  rooms.refused(why);
  socket.close(code, words);
  // The answer to the close must be read.
  socket.resume();
}

/** Ends sockets from which nothing comes, not even the answer to a ping: their client is gone without a word. */
function watchSilence(
  everyMs: number,
  onSilent: () => void,
): {
  add(socket: WebSocket, stream: Duplex): void;
  stop(): void;
} {
  const heard = new Map<WebSocket, { stream: Duplex; bytes: number }>();
  const timer = setInterval(() => {
    for (const [socket, known] of heard) {
      const bytes = known.stream instanceof Socket ? known.stream.bytesRead : 0;
      // A large message may take longer than that to arrive: its bytes count, not its end.
      if (bytes === known.bytes && !socket.isPaused) {
        socket.terminate();
        onSilent();
      }
      known.bytes = bytes;
      if (socket.readyState === socket.OPEN) socket.ping();
    }
  }, everyMs);
  timer.unref();
  return {
    add(socket, stream) {
      heard.set(socket, { stream, bytes: -1 });
      socket.on('close', () => heard.delete(socket));
    },
    stop: () => clearInterval(timer),
  };
}
