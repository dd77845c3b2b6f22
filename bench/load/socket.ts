// A bare WebSocket client, cheap enough that thousands fit on one core: ready-made frames, one buffer for all reads.
import { connect, type Socket } from 'node:net';

export interface Address {
  readonly port: number;
  readonly path: string;
  /** Sent as `Authorization: Bearer` where there is one. */
  readonly token?: string | undefined;
}

export interface SocketEvents {
  open(): void;
  /** `bytes` are only good until this returns. */
  message(bytes: Buffer): void;
  closed(): void;
}

const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** Every socket reads into it, one after the other. */
const READS = Buffer.allocUnsafeSlow(256 * 1024);

/**
 * A frame as a client sends it (RFC 6455, section 5.2). Its mask is zero, so that the bytes are the same for
 * every socket and are made once.
 */
export function clientFrame(payload: Uint8Array, opcode: number = OPCODE.binary): Buffer {
  const { length } = payload;
  const head = length < 126 ? 6 : length < 65_536 ? 8 : 14;
  const frame = Buffer.alloc(head + length);
  frame[0] = 0x80 | opcode;
  if (head === 6) frame[1] = 0x80 | length;
  else if (head === 8) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(payload, head);
  return frame;
}

export class LoadSocket {
  /** Bytes received. */
  bytes = 0;
  /** The code the server closed with. */
  closeCode: number | null = null;
  #socket: Socket;
  #isOpen = false;
  #isClosed = false;
  /** The start of a handshake or of a frame's head. */
  #kept: Buffer | null = null;
  /** A frame whose end has not come. */
  #body: Buffer | null = null;
  #filled = 0;
  #opcode = 0;

  constructor(
    address: Address,
    private readonly events: SocketEvents,
  ) {
    const { port, path, token } = address;
    this.#socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: READS,
        callback: (length, buffer) => {
          this.#read(Buffer.from(buffer.buffer, buffer.byteOffset, length));
          return true;
        },
      },
    });
    this.#socket.on('connect', () => {
      const lines = [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Version: 13',
        ...(token ? [`Authorization: Bearer ${token}`] : []),
      ];
      this.#socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    });
    this.#socket.on('error', () => {});
    this.#socket.on('close', () => {
      this.#isOpen = false;
      this.#isClosed = true;
      events.closed();
    });
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** Bytes that the network has not taken yet. */
  get queued(): number {
    return this.#socket.writableLength;
  }

  /** Sends what `clientFrame` made. */
  send(frame: Uint8Array): void {
    if (!this.#isClosed) this.#socket.write(frame);
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #read(bytes: Buffer): void {
    this.bytes += bytes.length;
    if (this.#isOpen) this.#frames(bytes);
    else this.#handshake(bytes);
  }

  #handshake(bytes: Buffer): void {
    const all = this.#kept ? Buffer.concat([this.#kept, bytes]) : bytes;
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) {
      this.#kept = Buffer.from(all);
    } else if (!all.subarray(0, 12).equals(SWITCHING)) {
      this.destroy();
    } else {
      this.#kept = null;
      this.#isOpen = true;
      const rest = Buffer.from(all.subarray(end + 4));
      this.events.open();
      if (rest.length > 0) this.#frames(rest);
    }
  }

  #frames(fresh: Buffer): void {
    let bytes = fresh;
    let at = 0;
    if (this.#body) {
      at = bytes.copy(this.#body, this.#filled);
      this.#filled += at;
      if (this.#filled < this.#body.length) return;
      const whole = this.#body;
      this.#body = null;
      this.#take(this.#opcode, whole);
    } else if (this.#kept) {
      bytes = Buffer.concat([this.#kept, bytes]);
      this.#kept = null;
    }
    while (bytes.length - at >= 2) {
      let length = (bytes[at + 1] ?? 0) & 127;
      const head = length < 126 ? 2 : length === 126 ? 4 : 10;
      if (bytes.length - at < head) break;
      if (head === 4) length = bytes.readUInt16BE(at + 2);
      else if (head === 10) length = Number(bytes.readBigUInt64BE(at + 2));
      const opcode = (bytes[at] ?? 0) & 15;
      const start = at + head;
      if (start + length > bytes.length) {
        this.#body = Buffer.allocUnsafe(length);
        this.#filled = bytes.copy(this.#body, 0, start);
        this.#opcode = opcode;
        return;
      }
      this.#take(opcode, bytes.subarray(start, start + length));
      at = start + length;
    }
    if (at < bytes.length) this.#kept = Buffer.from(bytes.subarray(at));
  }

  #take(opcode: number, payload: Buffer): void {
    if (opcode === OPCODE.binary) this.events.message(payload);
    else if (opcode === OPCODE.ping) this.send(PONG);
    else if (opcode === OPCODE.close) {
      this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
      this.#socket.end();
    }
  }
}

const PONG = clientFrame(new Uint8Array(0), OPCODE.pong);
const SWITCHING = Buffer.from('HTTP/1.1 101');
