// A client that keeps to nothing but the protocol: it sends what it likes, when it likes, and notes all that comes.
import { connect } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { readSyncMessage, writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { GRAMMAR, MESSAGE } from '#core/document/wire.ts';

export type Headers = Readonly<Record<string, string>>;

export interface RawClient {
  readonly doc: Y.Doc;
  readonly socket: WebSocket;
  /** Resolves to the code it was closed with. */
  readonly closed: Promise<number>;
  /** Resolves once the server answered its step 1. */
  readonly synced: Promise<void>;
  /** How many bytes of messages of the document came. */
  readonly documentBytes: () => number;
  send(frame: Uint8Array): void;
}

export function syncFrame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

/** The same words as an update, and as the answer to a step 1 that was never asked. */
export function framesOf(words: string): Uint8Array[] {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  doc.getXmlFragment('preamble').insert(0, [paragraph]);
  return [
    syncFrame((encoder) => writeUpdate(encoder, Y.encodeStateAsUpdate(doc))),
    syncFrame((encoder) => writeSyncStep2(encoder, doc)),
  ];
}

/** `path` is `slug/room`, as it goes into the address. Sends `first` at once when it is open, and its step 1. */
export function rawClient(
  port: number,
  path: string,
  headers: Headers,
  first: readonly Uint8Array[] = [],
): RawClient {
  const doc = new Y.Doc();
  const socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${path}?grammar=${GRAMMAR}`, {
    headers,
  });
  let documentBytes = 0;
  let setSynced = () => {};
  const synced = new Promise<void>((resolve) => {
    setSynced = resolve;
  });
  socket.on('error', () => {});
  socket.on('open', () => {
    for (const frame of first) socket.send(frame);
    socket.send(syncFrame((encoder) => writeSyncStep1(encoder, doc)));
  });
  socket.on('message', (data: Buffer) => {
    if (data[0] !== MESSAGE.sync) return;
    documentBytes += data.length;
    const decoder = decoding.createDecoder(new Uint8Array(data));
    decoding.readVarUint(decoder);
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.sync);
    if (readSyncMessage(decoder, encoder, doc, 'server') === 1) setSynced();
    const answer = encoding.toUint8Array(encoder);
    if (answer.length > 1 && socket.readyState === socket.OPEN) socket.send(answer);
  });
  return {
    doc,
    socket,
    closed: new Promise((resolve) => socket.once('close', resolve)),
    synced,
    documentBytes: () => documentBytes,
    send: (frame) => {
      if (socket.readyState === socket.OPEN) socket.send(frame);
    },
  };
}

/** Sends frames in the very packet of the handshake. Resolves to the first frame that the server sends, whole. */
export function inOnePacket(
  port: number,
  path: string,
  headers: Headers,
  frames: readonly Uint8Array[],
): Promise<Buffer> {
  const lines = [
    `GET /sync/${path}?grammar=${GRAMMAR} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ];
  const raw = connect(port, '127.0.0.1');
  const came: Buffer[] = [];
  raw.write(Buffer.concat([Buffer.from(lines.join('\r\n')), ...frames.map(masked)]));
  return new Promise((resolve) =>
    raw.on('data', (bytes) => {
      came.push(bytes);
      const all = Buffer.concat(came);
      const frame = all.subarray(all.indexOf(HEAD_END) + HEAD_END.length);
      const length = frame[1];
      if (!all.includes(HEAD_END) || length === undefined || frame.length < 2 + length) return;
      raw.destroy();
      resolve(frame);
    }),
  );
}

const HEAD_END = '\r\n\r\n';

/** A binary frame as a client sends it: masked, here by zeros. */
function masked(payload: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head[0] = 0x82;
  head[1] = 0x80 | 126;
  head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}
