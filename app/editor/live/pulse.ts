// Finds out whether a connection that says nothing is still one: a network can be gone without a word.
import * as encoding from 'lib0/encoding';
import { MESSAGE } from '#core/document/wire.ts';

type Status = { status: 'connected' | 'connecting' | 'disconnected' };

/** What is needed of a WebsocketProvider. */
export interface Beating {
  readonly ws: Pick<WebSocket, 'readyState' | 'OPEN' | 'send'> | null;
  readonly wsconnected: boolean;
  /** When something came last, in milliseconds. */
  readonly wsLastMessageReceived: number;
  on(event: 'status', listener: (status: Status) => void): unknown;
  off(event: 'status', listener: (status: Status) => void): unknown;
  connect(): void;
  disconnect(): void;
}

export interface PulseTimes {
  /** How long an answer may take, in milliseconds. */
  readonly answer: number;
  /** How long a connection may take to open, in milliseconds: browsers themselves wait for minutes. */
  readonly opening: number;
}

const TIMES: PulseTimes = { answer: 8_000, opening: 15_000 };

/** Asks the server for a word of life, and gives a dead connection up for a new one. */
export class Pulse {
  readonly #provider: Beating;
  readonly #times: PulseTimes;
  #asked: ReturnType<typeof setTimeout> | undefined;
  #opening: ReturnType<typeof setTimeout> | undefined;

  constructor(provider: Beating, times: PulseTimes = TIMES) {
    this.#provider = provider;
    this.#times = times;
    provider.on('status', this.#changed);
  }

  /** Gives the connection up unless something comes from the server in time. */
  ask(): void {
    const { ws, wsconnected, wsLastMessageReceived: before } = this.#provider;
    if (!ws || !wsconnected || ws.readyState !== ws.OPEN || this.#asked !== undefined) return;
    // Who is here: the server answers at once, even while its disk takes nothing.
    ws.send(encoding.encode((to) => encoding.writeVarUint(to, MESSAGE.queryAwareness)));
    this.#asked = setTimeout(() => {
      this.#asked = undefined;
      const now = this.#provider;
      if (now.ws === ws && now.wsLastMessageReceived === before) this.#again();
    }, this.#times.answer);
  }

  destroy(): void {
    this.#provider.off('status', this.#changed);
    clearTimeout(this.#asked);
    clearTimeout(this.#opening);
  }

  readonly #changed = ({ status }: Status) => {
    clearTimeout(this.#opening);
    if (status !== 'connecting') return;
    const { ws } = this.#provider;
    this.#opening = setTimeout(() => {
      if (this.#provider.ws === ws && !this.#provider.wsconnected) this.#again();
    }, this.#times.opening);
  };

  #again(): void {
    this.#provider.disconnect();
    this.#provider.connect();
  }
}
