// The two dialects of the servers measured: y-websocket's (ours too) and Hocuspocus's, which names the document in each message.
import * as encoding from 'lib0/encoding';
import { MESSAGE } from '#core/document/wire.ts';
import { numberAt, reader, skipBytes } from './varint.ts';

export const EMPTY_UPDATE: Uint8Array = new Uint8Array([0, 0]);
export const EMPTY_VECTOR: Uint8Array = new Uint8Array([0]);

/** What a frame is; one object serves all frames, since there are millions. */
export interface Heard {
  kind: 'step1' | 'step2' | 'update' | 'saved' | 'refused' | 'presence' | 'other';
  /** Where in the frame the vector or update lies. */
  from: number;
  to: number;
  /** For `saved`: how many messages are on disk, -1 where it says so of one message. */
  count: number;
}

export interface Dialect {
  /** What a client says first, with the vector of what it has. */
  hello(document: string, vector: Uint8Array): Uint8Array[];
  update(document: string, update: Uint8Array): Uint8Array;
  /** The answer to the server's step 1. */
  step2(document: string, update: Uint8Array): Uint8Array;
  read(frame: Uint8Array): Heard;
}

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;
const KINDS = ['step1', 'step2', 'update'] as const;

const heard: Heard = { kind: 'other', from: 0, to: 0, count: 0 };

function sync(document: string | null, step: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    if (document !== null) encoding.writeVarString(encoder, document);
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });
}

function readSync(frame: Uint8Array): Heard {
  heard.kind = KINDS[numberAt(frame)] ?? 'other';
  const length = numberAt(frame);
  heard.from = reader.at;
  heard.to = reader.at + length;
  return heard;
}

/** y-websocket, and message 100 and 101 of our own server. */
export const plainDialect: Dialect = {
  hello: (_document, vector) => [sync(null, STEP_1, vector)],
  update: (_document, update) => sync(null, UPDATE, update),
  step2: (_document, update) => sync(null, STEP_2, update),
  read(frame) {
    reader.at = 0;
    const type = numberAt(frame);
    if (type === MESSAGE.sync) return readSync(frame);
    if (type === MESSAGE.saved) {
      skipBytes(frame);
      heard.kind = 'saved';
      heard.count = numberAt(frame);
    } else if (type === MESSAGE.refused) heard.kind = 'refused';
    else heard.kind = type === MESSAGE.awareness ? 'presence' : 'other';
    return heard;
  },
};

/** Message types of Hocuspocus 4 that matter here. */
const HOCUSPOCUS = { sync: 0, presence: 1, auth: 2, syncReply: 4, status: 8 } as const;

export const hocuspocusDialect: Dialect = {
  hello: (document, vector) => [
    encoding.encode((encoder) => {
      encoding.writeVarString(encoder, document);
      encoding.writeVarUint(encoder, HOCUSPOCUS.auth);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, '');
      encoding.writeVarString(encoder, '4.7.0');
    }),
    sync(document, STEP_1, vector),
  ],
  update: (document, update) => sync(document, UPDATE, update),
  step2: (document, update) => sync(document, STEP_2, update),
  read(frame) {
    reader.at = 0;
    skipBytes(frame);
    const type = numberAt(frame);
    if (type === HOCUSPOCUS.sync || type === HOCUSPOCUS.syncReply) return readSync(frame);
    heard.kind = 'other';
    if (type === HOCUSPOCUS.presence) heard.kind = 'presence';
    if (type === HOCUSPOCUS.status && numberAt(frame) === 1) {
      heard.kind = 'saved';
      heard.count = -1;
    }
    return heard;
  },
};
