// Sends what waits for one room, as it was written, and says what became of it. No document is opened: the updates are all it takes.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { CLOSE, GRAMMAR, MESSAGE, REFUSED_REASONS, SOMEBODY_ELSE } from '#core/document/wire.ts';
import type { StoredUpdate } from './database.ts';

/**
 * `sent`: all of it is on the server's disk. `away`: the server could not be reached, or wants us to come later.
 * All others: it was refused, and stays where it is.
 */
export type Outcome =
  | 'sent'
  | 'away'
  | 'somebody-else'
  | 'signed-out'
  | 'no-right'
  | 'no-room'
  | 'grammar'
  | 'too-large'
  | 'unfit'
  | 'read-only'
  | 'room-full'
  | 'clash';

export interface SendOptions {
  /** `wss://HOST/sync` */
  readonly url: string;
  readonly person: string;
  /** Id of the framework, and its slug as it is now. */
  readonly framework: string;
  readonly slug: string;
  readonly roomKey: string;
  readonly updates: readonly Pick<StoredUpdate, 'update' | 'grammar'>[];
  /** The page's WebSocket when left out. */
  readonly socket?: typeof WebSocket;
}

const UPDATE = 2;
/** How long the server may say nothing, in milliseconds. */
const PATIENCE = 10_000;
const UNREAD = 1009;

function outcomeOf(code: number, reason: string): Outcome {
  if (code === CLOSE.notSignedIn) return reason === SOMEBODY_ELSE ? 'somebody-else' : 'signed-out';
  if (code === CLOSE.noRight) return 'no-right';
  if (code === CLOSE.noRoom) return 'no-room';
  if (code === CLOSE.otherGrammar) return 'grammar';
  if (code === CLOSE.tooLarge || code === UNREAD) return 'too-large';
  if (code === CLOSE.rubbish) return 'unfit';
  return 'away';
}

function frame(update: Uint8Array): Uint8Array<ArrayBuffer> {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, UPDATE);
    encoding.writeVarUint8Array(encoder, update);
  }) as Uint8Array<ArrayBuffer>;
}

/** Resolves once the server said that all of it is on disk, or why it is not. Never rejects. */
export function sendUpdates(options: SendOptions): Promise<Outcome> {
  const { url, person, framework, slug, roomKey, updates, socket: Socket = WebSocket } = options;
  if (updates.some(({ grammar }) => grammar !== GRAMMAR)) return Promise.resolve('grammar');
  const room = `${encodeURIComponent(slug)}/${encodeURIComponent(roomKey)}`;
  const params = new URLSearchParams({ grammar: String(GRAMMAR), person, framework });
  return new Promise((resolve) => {
    const socket = new Socket(`${url}/${room}?${params}`);
    socket.binaryType = 'arraybuffer';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (outcome: Outcome) => {
      clearTimeout(timer);
      socket.onclose = null;
      socket.onmessage = null;
      socket.close();
      resolve(outcome);
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end('away'), PATIENCE);
    };
    wait();
    socket.onopen = () => {
      for (const { update } of updates) socket.send(frame(update));
    };
    socket.onclose = ({ code, reason }) => end(outcomeOf(code, reason));
    socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      const decoder = decoding.createDecoder(new Uint8Array(data));
      const type = decoding.readVarUint(decoder);
      if (type === MESSAGE.refused) {
        decoding.readVarUint(decoder);
        const said = decoding.readVarString(decoder);
        end(REFUSED_REASONS.find((reason) => reason === said) ?? 'unfit');
      } else if (type === MESSAGE.saved) {
        decoding.readVarUint8Array(decoder);
        if (decoding.readVarUint(decoder) >= updates.length) end('sent');
        else wait();
      }
    };
  });
}
