// Many clients of one server: who is where, what each typed and when, and how long it took to reach each of the others.
import { FIRST_TYPIST } from './documents.ts';
import { Durations } from './histogram.ts';
import { eachInserted } from './inserted.ts';
import { sleep } from './machine.ts';
import { type Address, clientFrame, LoadSocket } from './socket.ts';
import { type Dialect, EMPTY_UPDATE, EMPTY_VECTOR, type Heard } from './wire.ts';

/** How the clients of a server reach it. */
export interface Reach {
  readonly dialect: Dialect;
  /** Where client `index` of a document connects. */
  address(document: string, index: number): Address;
}

export interface ClientOptions {
  /** What it says it has; nothing where it is left out. */
  readonly vector?: Uint8Array;
  /** Its answer to the server's step 1, from the server's vector; empty where it is left out. */
  readonly answer?: (vector: Uint8Array) => Uint8Array;
  /** Sees each sync frame before it is counted. */
  readonly tap?: (frame: Buffer, heard: Heard, now: number) => void;
}

export class Client {
  readonly document: string;
  readonly socket: LoadSocket;
  /** Resolves once the server's text has come, or the connection has ended. */
  readonly ready: Promise<void>;
  openedAt = 0;
  syncedAt = 0;
  synced = false;
  closed = false;
  /** How many of its messages the server says are on disk. */
  saved = 0;
  /** Whether what it receives is measured: not so for those who only look in, or do harm. */
  counted = true;
  tap: ClientOptions['tap'];
  #settle: () => void = () => {};

  constructor(
    private readonly fleet: Fleet,
    readonly room: number,
    readonly index: number,
    private readonly options: ClientOptions,
  ) {
    this.document = documentName(room);
    this.tap = options.tap;
    this.ready = new Promise((resolve) => {
      this.#settle = resolve;
    });
    const { dialect } = fleet.reach;
    this.socket = new LoadSocket(fleet.reach.address(this.document, index), {
      open: () => {
        this.openedAt = performance.now();
        for (const message of dialect.hello(this.document, options.vector ?? EMPTY_VECTOR))
          this.socket.send(clientFrame(message));
      },
      message: (frame) => this.#hear(frame, dialect),
      closed: () => {
        this.closed = true;
        this.#settle();
      },
    });
  }

  /** Sends an update now. */
  write(update: Uint8Array): void {
    this.socket.send(clientFrame(this.fleet.reach.dialect.update(this.document, update)));
  }

  #hear(frame: Buffer, dialect: Dialect): void {
    const now = performance.now();
    const heard = dialect.read(frame);
    this.fleet.frames++;
    switch (heard.kind) {
      case 'step1': {
        const update = this.options.answer?.(frame.slice(heard.from, heard.to)) ?? EMPTY_UPDATE;
        this.socket.send(clientFrame(dialect.step2(this.document, update)));
        break;
      }
      case 'step2':
      case 'update':
        this.tap?.(frame, heard, now);
        if (heard.kind === 'step2' && !this.synced) {
          this.synced = true;
          this.syncedAt = now;
          this.#settle();
        } else this.fleet.received(this, frame, heard, now);
        break;
      case 'saved':
        this.saved = heard.count < 0 ? this.saved + 1 : heard.count;
        break;
      default:
    }
  }
}

export function documentName(room: number): string {
  return `doc-${room}`;
}

export class Fleet {
  clients: Client[] = [];
  frames = 0;
  /** Keystrokes of the window that reached another client of their room. */
  delivered = 0;
  readonly latency = new Durations();
  /** Told how far the typing of `typist` has come at another client, and at itself where the server echoes. */
  onReached: ((room: number, typist: number, upTo: number, client: Client) => void) | null = null;
  /** When each keystroke was sent, by room, typist and number; -1 before. */
  readonly sentAt: Float64Array[][] = [];
  size = 1;
  windowFrom = Number.POSITIVE_INFINITY;
  windowTo = Number.NEGATIVE_INFINITY;

  constructor(readonly reach: Reach) {}

  /** One client of those that are measured, connecting now. */
  connect(room: number, index: number, options: ClientOptions = {}): Client {
    const client = new Client(this, room, index, options);
    this.clients.push(client);
    return client;
  }

  /** One client alone, not counted among the others. */
  async visitor(room: number, index: number, options: ClientOptions = {}): Promise<Client> {
    const client = new Client(this, room, index, options);
    client.counted = false;
    await Promise.race([client.ready, sleep(20_000)]);
    return client;
  }

  /** `each` clients in each of `rooms` rooms, a few at a time. Throws where they are not all in after a minute. */
  async gather(rooms: number, each: number): Promise<void> {
    for (let room = 0; room < rooms; room++) {
      for (let index = 0; index < each; index++) {
        this.connect(room, index);
        if (this.clients.length % 40 === 0) await sleep(10);
      }
    }
    await Promise.race([Promise.all(this.clients.map((client) => client.ready)), sleep(60_000)]);
    const out = this.clients.filter((client) => !client.synced);
    const [one] = out;
    if (one) {
      const why = one.socket.closeCode ?? (one.closed ? 'closed' : 'no answer');
      throw new Error(`${out.length} clients were not let in: ${why}`);
    }
  }

  received(client: Client, frame: Buffer, { from, to }: Heard, now: number): void {
    eachInserted(frame, from, to, (yjsClient, clock, length) => {
      const typist = yjsClient - FIRST_TYPIST;
      const sent = this.sentAt[client.room]?.[typist];
      if (!sent) return;
      this.onReached?.(client.room, typist, clock + length, client);
      if (typist === client.index || !client.counted) return;
      const end = (clock + length) / this.size;
      for (let k = Math.floor(clock / this.size); k < end; k++) {
        const at = sent[k] ?? -1;
        if (at < this.windowFrom || at >= this.windowTo) continue;
        this.delivered++;
        this.latency.add(now - at);
      }
    });
  }

  /** Ends all connections. */
  leave(): void {
    for (const client of this.clients) client.socket.destroy();
  }
}
