// A socket of the ws library as a room sees it; a frame for many sockets is made once.
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { RoomSocket } from './ports.ts';

/** The reason of a close goes into one small frame. Bytes. */
const REASON_MAX = 123;

/** The frame made last: a room sends the same bytes to one socket after the other. */
let last: { bytes: Uint8Array; frame: Buffer } | null = null;

export class WsSocket implements RoomSocket {
  constructor(
    readonly id: string,
    private readonly socket: WebSocket,
    /** What the socket was upgraded from: frames are written there, ready made. */
    private readonly stream: Duplex,
  ) {}

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  get queuedBytes(): number {
    return this.stream.writableLength;
  }

  send(bytes: Uint8Array, then?: Uint8Array): void {
    if (!this.isOpen) return;
    if (last?.bytes !== bytes) last = { bytes, frame: frameOf(bytes) };
    this.stream.write(then ? Buffer.concat([last.frame, frameOf(then)]) : last.frame);
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason.slice(0, REASON_MAX));
  }
}

/** One unmasked, unfragmented binary frame (RFC 6455, section 5.2). */
export function frameOf(bytes: Uint8Array): Buffer {
  const { length } = bytes;
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = 0x82;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(bytes, head);
  return frame;
}
