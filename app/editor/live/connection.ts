// The socket of a room: connected or not, what is on disk, and why it stopped. Nothing here touches the page.
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { encodeAwarenessUpdate } from 'y-protocols/awareness';
import { readSyncMessage, writeUpdate } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { KeptEdits } from '#core/document/kept-edits.ts';
import { CLOSE, FINAL_CLOSES, GRAMMAR, HEARS_COMMENTS, MESSAGE } from '#core/document/wire.ts';
import type { DeviceState, Keeper } from '../../device/keeper.ts';
import { Ledger } from './ledger.ts';
import { Pulse } from './pulse.ts';
import { Signal } from './signal.ts';
import { readSent, tellingSocket } from './socket.ts';
import { Stall } from './stall.ts';
import { itemsTouched } from './touched.ts';

export type Phase = 'opening' | 'live' | 'offline' | 'stopped';

export interface ConnectionState {
  readonly phase: Phase;
  /** Whether the whole text has been here once: only then may anything be written. */
  readonly loaded: boolean;
  /** Whether the server has said that all of this page's changes are on disk. */
  readonly saved: boolean;
  /** Close code of the last connection that ended by the server's will; null where there was none. */
  readonly code: number | null;
  /** What the server said with that code (`SOMEBODY_ELSE` among them); '' where it said nothing. */
  readonly reason: string;
  /** Whether the words that are not on the server's disk are committed on this device. */
  readonly device: DeviceState;
  /** Connected, but the server has been silent for a while about words that wait to be on disk. */
  readonly late: boolean;
  /** Why the server refused a change, where it stopped for that. */
  readonly refused: string | null;
  /** Items with words that are not known to be on disk. */
  readonly unsaved: readonly string[];
}

export interface ConnectionOptions {
  /** `ws://HOST/sync` or `wss://…` */
  readonly url: string;
  /** `slug/room` */
  readonly room: string;
  readonly doc: Y.Doc;
  /** A change from outside threw out of a listener (a mounted editor): the document itself is right. */
  readonly onBrokenView: (error: unknown) => void;
  /** Whom the page was made for, and the id of the framework: the server lets in nobody else, and leads nowhere else. */
  readonly person?: string;
  readonly framework?: string;
  /** Keeps on this device what is not on the server's disk; left out where nothing is to be kept. */
  readonly keeper?: Keeper | null;
  /** Called each time the shared text has come, and whenever comments of the room changed; left out, nothing is told. */
  readonly onComments?: () => void;
  /** The page's WebSocket when left out. */
  readonly socket?: typeof WebSocket;
}

const SYNC_STEP_2 = 1;
/** The frame was too large to be read at all. */
const UNREAD = 1009;
/** Pause before coming back after "too many" or "too slow", in milliseconds; halves of it are random. */
const LONG_PAUSE = 20_000;
const PAUSE = 2_500;
/** How long the server may be silent about words on their way before that is said, in milliseconds. */
const SILENCE = 3_000;

/** Connects a document to its room and follows what becomes of its changes. Starts at once. */
export class Connection {
  readonly provider: WebsocketProvider;
  readonly #doc: Y.Doc;
  readonly #ledger = new Ledger();
  readonly #kept = new KeptEdits();
  readonly #keeper: Keeper | null;
  /** What earlier pages of this person left on the device: into the document once the shared text is there. */
  #left: Uint8Array | null = null;
  #ended = false;
  readonly #pulse: Pulse;
  readonly #stall = new Stall(SILENCE, () => {
    this.#tell();
    this.#pulse.ask();
  });
  readonly state = new Signal<ConnectionState>({
    phase: 'opening',
    loaded: false,
    saved: true,
    code: null,
    reason: '',
    device: 'kept',
    late: false,
    refused: null,
    unsaved: [],
  });

  constructor(options: ConnectionOptions) {
    const { url, room, doc, onBrokenView, socket = WebSocket, keeper = null } = options;
    const { person = '', framework = '', onComments } = options;
    this.#doc = doc;
    this.#keeper = keeper;
    this.provider = new WebsocketProvider(url, room, doc, {
      connect: false,
      // BroadcastChannel would go round the server and its rights.
      disableBc: true,
      params: {
        grammar: String(GRAMMAR),
        ...(person && { person }),
        ...(framework && { framework }),
        ...(onComments && { [HEARS_COMMENTS]: '1' }),
      },
      maxBackoffTime: PAUSE,
      WebSocketPolyfill: tellingSocket(socket, (bytes) => this.#sent(bytes)),
      shouldReconnect: (event) => this.#mayReturn(event.code),
    });
    this.provider.messageHandlers[MESSAGE.sync] = (encoder, decoder, provider, emitSynced) => {
      encoding.writeVarUint(encoder, MESSAGE.sync);
      const step = readSyncMessage(decoder, encoder, doc, provider, onBrokenView);
      if (emitSynced && step === SYNC_STEP_2 && !provider.synced) provider.synced = true;
    };
    this.provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => this.#saved(decoder);
    this.provider.messageHandlers[MESSAGE.refused] = (_encoder, decoder) => this.#refused(decoder);
    this.provider.messageHandlers[MESSAGE.comments] = () => onComments?.();
    this.provider.on('status', ({ status }) => this.#changed(status));
    this.provider.on('sync', (synced) => {
      if (!synced) return;
      this.#putLeft();
      this.#update({ phase: 'live', loaded: true, code: null, reason: '' });
      // What was said meanwhile was not heard.
      onComments?.();
    });
    this.provider.on('connection-close', (event) => {
      if (event) this.#update({ code: event.code, reason: event.reason });
      if (this.state.value.phase === 'live') this.#update({ phase: 'offline' });
    });
    this.provider.on('closed', ({ code, reason }) =>
      this.#update({ phase: 'stopped', code, reason }),
    );
    this.#pulse = new Pulse(this.provider);
    // The provider would send everybody's presence back to the server with each change of it.
    this.provider.awareness.off('update', this.provider._awarenessUpdateHandler);
    this.provider.awareness.on('update', this.#presenceChanged);
    // After the provider's own listener, so that the message has left when it is noted here.
    doc.on('update', this.#wrote);
    keeper?.state.subscribe(() => this.#tell());
    if (keeper) void this.#bringLeft(keeper);
    else this.provider.connect();
  }

  /** Everything that is not known to be on the server's disk, as one update; null where there is nothing. */
  get unsaved(): Uint8Array | null {
    return this.#kept.unsaved;
  }

  /** Ends the connection for good; the document stays. */
  destroy(): void {
    this.#ended = true;
    this.#pulse.destroy();
    this.#doc.off('update', this.#wrote);
    this.provider.awareness.off('update', this.#presenceChanged);
    this.provider.destroy();
    this.#stall.heard();
  }

  /** The page woke, or its network changed: whether the connection is still one is found out at once. */
  wake(): void {
    this.#pulse.ask();
  }

  /** What earlier pages left is sent before anything else, as what this page wrote before a cut. */
  async #bringLeft(keeper: Keeper): Promise<void> {
    const { updates, items } = await keeper.leftBehind();
    if (this.#ended) return;
    if (updates.length > 0) {
      this.#left = Y.mergeUpdates([...updates]);
      keeper.took(this.#kept.add(this.#left, false));
      this.#ledger.wrote(items);
      this.#tell();
    }
    this.provider.connect();
  }

  /** The server does not send it back to who sent it. */
  #putLeft(): void {
    const left = this.#left;
    this.#left = null;
    if (left) Y.applyUpdate(this.#doc, left, this.provider);
  }

  readonly #wrote = (update: Uint8Array, origin: unknown, _doc: Y.Doc, change: Y.Transaction) => {
    if (origin === this.provider) return;
    const { ws, wsconnected } = this.provider;
    const place = this.#kept.add(update, wsconnected && ws?.readyState === ws?.OPEN);
    const items = itemsTouched(change);
    this.#ledger.wrote(items);
    this.#keeper?.wrote(update, place, items);
    this.#tell();
  };

  readonly #presenceChanged = (
    { added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>,
    origin: unknown,
  ) => {
    const { awareness, ws, wsconnected } = this.provider;
    const own = [...added, ...updated, ...removed].includes(awareness.clientID);
    if (!own || origin === this.provider || !ws || !wsconnected) return;
    const states = encodeAwarenessUpdate(awareness, [awareness.clientID]);
    ws.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.awareness);
        encoding.writeVarUint8Array(encoder, states);
      }) as Uint8Array<ArrayBuffer>,
    );
  };

  #sent(bytes: Uint8Array): void {
    const sent = readSent(bytes);
    if (!sent) return;
    if (!sent.empty) {
      this.#ledger.sent();
      this.#kept.count();
    }
    if (sent.kind === 'answer') this.#ledger.answered();
    this.#tell();
  }

  #saved(decoder: decoding.Decoder): void {
    const onDisk = Y.decodeStateVector(decoding.readVarUint8Array(decoder));
    const count = decoding.readVarUint(decoder);
    const { clientID, store } = this.#doc;
    const covered = (onDisk.get(clientID) ?? 0) >= Y.getState(store, clientID);
    this.#ledger.acknowledged(count, covered);
    this.#kept.saved(count);
    this.#keeper?.onDisk(this.#kept.waitingFrom, this.#ledger.unsavedItems());
    this.#stall.heard();
    this.#tell();
  }

  /** A refused change is in no other copy of the text: going on would be writing into the air. */
  #refused(decoder: decoding.Decoder): void {
    decoding.readVarUint(decoder);
    const refused = decoding.readVarString(decoder);
    this.#update({ phase: 'stopped', refused });
    this.provider.disconnect();
  }

  #mayReturn(code: number): boolean {
    const later = code === CLOSE.slowReader || code === CLOSE.tooMany;
    this.provider.maxBackoffTime = later ? LONG_PAUSE : PAUSE;
    if (later) this.provider.wsUnsuccessfulReconnects = 8;
    // Sixty people who lost the server together should not come back together.
    this.provider.maxBackoffTime *= 0.5 + Math.random() / 2;
    return !FINAL_CLOSES.includes(code) && code !== UNREAD;
  }

  #changed(status: 'connected' | 'connecting' | 'disconnected'): void {
    if (status === 'connected') {
      this.#ledger.opened();
      this.#sendKept();
      // With a new clock, or the others would not hear of it after a cut.
      const { awareness } = this.provider;
      awareness.setLocalState(awareness.getLocalState());
    }
    if (status === 'disconnected' && this.state.value.phase === 'live')
      this.#update({ phase: 'offline' });
    this.#tell();
  }

  /** Before all else, as they were made: the answer to the server's question cannot tell them from what others deleted. */
  #sendKept(): void {
    const kept = this.#kept.connected();
    if (!kept) return;
    this.provider.ws?.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync);
        writeUpdate(encoder, kept);
      }) as Uint8Array<ArrayBuffer>,
    );
  }

  #update(change: Partial<ConnectionState>): void {
    // What stopped stays stopped: words written since then would reach nobody.
    if (this.state.value.phase === 'stopped') return;
    this.state.set({ ...this.state.value, ...change });
    this.#tell();
  }

  #tell(): void {
    const { value } = this.state;
    const unsaved = this.#ledger.unsavedItems();
    const saved = value.phase === 'live' ? this.#ledger.settled : this.#ledger.clean;
    const device = this.#keeper?.state.value ?? (saved ? 'kept' : 'failed');
    this.#stall.watch(value.phase === 'live' && !saved);
    const { late } = this.#stall;
    const same = saved === value.saved && late === value.late && device === value.device;
    if (same && unsaved.join() === value.unsaved.join()) return;
    this.state.set({ ...value, saved, late, unsaved, device });
  }
}
