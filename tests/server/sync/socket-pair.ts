// Both ends of a socket whose frames wait until they are delivered by hand, and a client that speaks as y-websocket does.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { KeptEdits } from '#core/document/kept-edits.ts';
import { GRAMMAR, MESSAGE } from '#core/document/wire.ts';
import type { Actor } from '#core/policy.ts';
import type { Connection } from '#server/sync/connection.ts';
import type { RoomSocket } from '#server/sync/ports.ts';
import type { Rooms } from '#server/sync/rooms.ts';

let sockets = 0;

export class PairedSocket implements RoomSocket {
  readonly id = `socket-${++sockets}`;
  readonly toClient: Uint8Array[] = [];
  closed: { code: number; reason: string } | null = null;

  get isOpen(): boolean {
    return this.closed === null;
  }

  get queuedBytes(): number {
    return this.toClient.reduce((sum, frame) => sum + frame.length, 0);
  }

  send(bytes: Uint8Array, then?: Uint8Array): void {
    if (!this.isOpen) return;
    this.toClient.push(bytes.slice());
    if (then) this.toClient.push(then.slice());
  }

  close(code: number, reason: string): void {
    this.closed ??= { code, reason };
  }
}

export function editor(id: string): Exclude<Actor, { kind: 'anonymous' }> {
  return { kind: 'account', id, name: `Editor ${id}`, role: 'editor' };
}

/** What a client knows about saving: how much it sent on this connection, how much of it is on disk. */
export class PairedClient {
  readonly doc: Y.Doc;
  readonly actor: Actor;
  readonly slug: string;
  readonly room: string;
  socket: PairedSocket | null = null;
  connection: Connection | null = null;
  readonly toServer: Uint8Array[] = [];
  /** Every frame that was delivered to it, on any connection. */
  readonly heard: Uint8Array[] = [];
  saved = -1;
  savedVector: Uint8Array | null = null;
  refused: { n: number; reason: string }[] = [];
  synced = false;
  grammar: number | null = GRAMMAR;
  readonly kept = new KeptEdits();
  #keeps: boolean;
  #onBrokenView: ((error: unknown) => void) | undefined;
  #heardHere = 0;

  constructor(
    who: Actor,
    {
      slug = 'f',
      room = 'missions',
      doc = new Y.Doc(),
      keeps = false,
      onBrokenView,
    }: {
      slug?: string;
      room?: string;
      doc?: Y.Doc;
      keeps?: boolean;
      /** Takes what a change from outside throws out of a mounted editor. */
      onBrokenView?: (error: unknown) => void;
    } = {},
  ) {
    this.#keeps = keeps;
    this.#onBrokenView = onBrokenView;
    this.actor = who;
    this.slug = slug;
    this.room = room;
    this.doc = doc;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      if (this.isConnected) this.push((encoder) => sync.writeUpdate(encoder, update));
      this.kept.add(update, this.isConnected);
    });
  }

  /** Opens a connection, and says what a WebsocketProvider says first. */
  connect(rooms: Rooms): this {
    this.socket = new PairedSocket();
    this.toServer.length = 0;
    this.saved = -1;
    this.synced = false;
    this.#heardHere = 0;
    const { actor, slug, room, grammar } = this;
    this.connection = rooms.connect(this.socket, { actor, slug, room, grammar });
    const first = this.kept.connected();
    if (this.#keeps && first) this.push((encoder) => sync.writeUpdate(encoder, first));
    this.push((encoder) => sync.writeSyncStep1(encoder, this.doc));
    return this;
  }

  /** The network is cut: what was under way is lost, the server learns that the socket closed. */
  cut(): void {
    this.toServer.length = 0;
    if (this.socket) this.socket.toClient.length = 0;
    this.socket?.close(1006, 'cut');
    this.connection?.closed();
    this.socket = null;
    this.connection = null;
  }

  get isConnected(): boolean {
    return this.socket?.isOpen ?? false;
  }

  get sent(): number {
    return this.kept.sent;
  }

  /** Everything it sent is on disk, as far as it was told. */
  get isSaved(): boolean {
    return this.saved === this.sent;
  }

  push(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, MESSAGE.sync);
    write(encoder);
    const frame = encoding.toUint8Array(encoder);
    if (frame[1] !== sync.messageYjsSyncStep1 && frame.length > 5) this.kept.count();
    this.toServer.push(frame);
  }

  pushRaw(frame: Uint8Array): void {
    this.toServer.push(frame);
  }

  /** Delivers up to `count` frames to the server. Returns how many there were. */
  deliverToServer(count = Number.POSITIVE_INFINITY): number {
    const frames = this.toServer.splice(0, count);
    for (const frame of frames) this.connection?.receive(frame);
    return frames.length;
  }

  deliverToClient(count = Number.POSITIVE_INFINITY): number {
    const frames = this.socket?.toClient.splice(0, count) ?? [];
    for (const frame of frames) this.#hear(frame);
    return frames.length;
  }

  /** The last refusal or close, as the client would see it. */
  get closeCode(): number | null {
    return this.socket?.closed?.code ?? null;
  }

  get heardOnThisConnection(): number {
    return this.#heardHere;
  }

  #hear(frame: Uint8Array): void {
    this.heard.push(frame);
    this.#heardHere++;
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.sync) {
      const encoder = encoding.createEncoder();
      const kind = sync.readSyncMessage(decoder, encoder, this.doc, this, this.#onBrokenView);
      if (kind === sync.messageYjsSyncStep2) this.synced = true;
      const answer = encoding.toUint8Array(encoder);
      if (answer.length > 1) {
        this.push((own) => encoding.writeUint8Array(own, answer));
      }
    } else if (type === MESSAGE.saved) {
      this.savedVector = decoding.readVarUint8Array(decoder);
      this.saved = decoding.readVarUint(decoder);
      this.kept.saved(this.saved);
    } else if (type === MESSAGE.refused) {
      const n = decoding.readVarUint(decoder);
      this.refused.push({ n, reason: decoding.readVarString(decoder) });
    }
  }
}
