// Bytes of the socket ⇄ tagged messages. A frame that means nothing is a value here, never a throw.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MESSAGE, type RefusedReason } from '#core/document/wire.ts';

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** A client echoes whom it knows of a room: more than any room holds it does not know. */
const MOST_STATES = 100_000;

export type ClientMessage =
  /** Asks for what the client lacks: its state vector. */
  | { readonly kind: 'step1'; readonly vector: Uint8Array }
  /** Brings what the server lacks: an edit, or (`answer`) the answer to the server's step 1, which may hold others' edits too. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly answer: boolean }
  | { readonly kind: 'presence'; readonly states: readonly PresenceState[] }
  | { readonly kind: 'ask-presence' }
  | { readonly kind: 'rubbish'; readonly why: string };

/** One client's presence; `state` is JSON, `null` when it left. */
export interface PresenceState {
  readonly client: number;
  readonly clock: number;
  readonly state: string;
}

/**
 * Reads one frame. What it returns holds copies in buffers of their own: bytes that claim to be longer than
 * they are can reach neither the frames beside them in the network's pool nor their readers.
 */
export function readMessage(frame: Uint8Array): ClientMessage {
  try {
    return read(decoding.createDecoder(frame));
  } catch {
    return rubbish('cut short');
  }
}

function read(decoder: decoding.Decoder): ClientMessage {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case MESSAGE.sync:
      return readSync(decoder);
    case MESSAGE.awareness:
      return readPresence(readBytes(decoder));
    case MESSAGE.queryAwareness:
      return { kind: 'ask-presence' };
    default:
      return rubbish(`no message of type ${type}`);
  }
}

function readSync(decoder: decoding.Decoder): ClientMessage {
  const step = decoding.readVarUint(decoder);
  if (step !== STEP_1 && step !== STEP_2 && step !== UPDATE) return rubbish(`no sync step ${step}`);
  const bytes = readBytes(decoder);
  if (decoding.hasContent(decoder)) return rubbish('bytes after the end');
  if (step === STEP_1) return { kind: 'step1', vector: bytes };
  return { kind: 'update', update: bytes, answer: step === STEP_2 };
}

function readPresence(bytes: Uint8Array): ClientMessage {
  const decoder = decoding.createDecoder(bytes);
  const states: PresenceState[] = [];
  const count = decoding.readVarUint(decoder);
  if (count > MOST_STATES) throw new RangeError('too many states');
  for (let left = count; left > 0; left--) {
    states.push({
      client: decoding.readVarUint(decoder),
      clock: decoding.readVarUint(decoder),
      state: new TextDecoder().decode(readBytes(decoder)),
    });
  }
  return { kind: 'presence', states };
}

/** A copy: Yjs reads beyond a part of a buffer, into the frames of others beside it, where bytes claim to be longer. */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  if (length > decoder.arr.length - decoder.pos) throw new RangeError('cut short');
  return decoding.readUint8Array(decoder, length).slice();
}

function rubbish(why: string): ClientMessage {
  return { kind: 'rubbish', why };
}

/** Asks the client for what the server lacks, given what the server has. */
export function step1Frame(vector: Uint8Array): Uint8Array {
  return syncFrame(STEP_1, vector);
}

/** Answers a client's step 1. */
export function step2Frame(update: Uint8Array): Uint8Array {
  return syncFrame(STEP_2, update);
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(UPDATE, update);
}

function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  const head = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint(encoder, bytes.length);
  });
  // An encoder would copy the bytes once more on its way: of a long text that is much for nothing.
  const frame = new Uint8Array(head.length + bytes.length);
  frame.set(head);
  frame.set(bytes, head.length);
  return frame;
}

export function presenceFrame(states: readonly PresenceState[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((inner) => {
        encoding.writeVarUint(inner, states.length);
        for (const { client, clock, state } of states) {
          encoding.writeVarUint(inner, client);
          encoding.writeVarUint(inner, clock);
          encoding.writeVarString(inner, state);
        }
      }),
    );
  });
}

/** A presence of nobody: keeps clients that close after 30 s of silence, and proxies that cut, from doing so. */
export const HEARTBEAT_FRAME: Uint8Array = presenceFrame([]);

/** Message 100: `vector` and `count` messages of this connection that brought an update are on disk. */
export function savedFrame(vector: Uint8Array, count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.saved);
    encoding.writeVarUint8Array(encoder, vector);
    encoding.writeVarUint(encoder, count);
  });
}

/** Message 101: the `ordinal`-th message (from 1) of this connection that brought an update was refused. */
export function refusedFrame(ordinal: number, reason: RefusedReason): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.refused);
    encoding.writeVarUint(encoder, ordinal);
    encoding.writeVarString(encoder, reason);
  });
}

/** Message 102: what is said about this room's text changed, and can be asked for. */
export const COMMENTS_FRAME: Uint8Array = encoding.encode((encoder) => {
  encoding.writeVarUint(encoder, MESSAGE.comments);
});
