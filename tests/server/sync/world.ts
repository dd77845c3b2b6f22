// A server's rooms with their surroundings in hand: time, turns of the loop, rights, and what was logged.
import type { Actor } from '#core/policy.ts';
import { DEFAULT_LIMITS, type RoomLimits } from '#server/sync/limits.ts';
import type {
  RoomClock,
  RoomDoor,
  RoomLog,
  RoomName,
  RoomRight,
  RoomStore,
} from '#server/sync/ports.ts';
import { Rooms } from '#server/sync/rooms.ts';
import type { PairedClient } from './socket-pair.ts';

export class HandClock implements RoomClock {
  #ms = Date.UTC(2025, 2, 21, 9);
  #turn: (() => void)[] = [];
  #later: { at: number; act: () => void }[] = [];

  now(): Date {
    return new Date(this.#ms);
  }

  turn(act: () => void): void {
    this.#turn.push(act);
  }

  later(ms: number, act: () => void): void {
    this.#later.push({ at: this.#ms + ms, act });
  }

  /** Ends this turn of the loop. Returns how much there was to do. */
  endTurn(): number {
    const acts = this.#turn.splice(0);
    for (const act of acts) act();
    return acts.length;
  }

  /** How many acts wait for their time. */
  get waiting(): number {
    return this.#later.length;
  }

  /** What was to come does not: the process that wanted it died. */
  forget(): void {
    this.#turn = [];
    this.#later = [];
  }

  /** The clock is set back; what was to come still comes after as long. */
  setBack(ms: number): void {
    this.#ms -= ms;
    this.#later = this.#later.map((one) => ({ ...one, at: one.at - ms }));
  }

  /** Lets `ms` milliseconds pass, in steps from one due act to the next. */
  async pass(ms: number): Promise<void> {
    const until = this.#ms + ms;
    for (;;) {
      const due = this.#later.filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#later.splice(this.#later.indexOf(due), 1);
      this.#ms = Math.max(this.#ms, due.at);
      due.act();
      await this.quiet();
    }
    this.#ms = until;
    await this.quiet();
  }

  /** Ends turns until nothing is left to do but what waits for time, or for the outside. */
  async quiet(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.endTurn() > 0);
  }
}

export class TestDoor implements RoomDoor {
  readonly rightsOf = new Map<string, RoomRight>();
  asked = 0;

  async find(slug: string, room: string): Promise<RoomName | null> {
    return slug.startsWith('f') ? { frameworkId: `id-of-${slug}`, room } : null;
  }

  async rights(actor: Actor): Promise<RoomRight> {
    this.asked++;
    return actor.kind === 'anonymous' ? 'stranger' : (this.rightsOf.get(actor.id) ?? 'write');
  }
}

export class TestLog implements RoomLog {
  readonly lines: { level: string; message: string; about: unknown }[] = [];
  info = (message: string, about?: unknown) => this.lines.push({ level: 'info', message, about });
  warn = (message: string, about?: unknown) => this.lines.push({ level: 'warn', message, about });
  error = (message: string, about?: unknown) => this.lines.push({ level: 'error', message, about });
}

export const MISSIONS: RoomName = { frameworkId: 'id-of-f', room: 'missions' };

export class World {
  readonly clock = new HandClock();
  readonly door = new TestDoor();
  readonly log = new TestLog();
  readonly limits: RoomLimits;
  rooms: Rooms;
  #client = 1_000_000_000;

  constructor(
    readonly store: RoomStore,
    limits: Partial<RoomLimits> = {},
  ) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.rooms = this.#rooms();
  }

  /** The process dies without a word and another starts on the same store. */
  restart(): void {
    this.clock.forget();
    this.rooms = this.#rooms();
  }

  /** Delivers everything both ways, and ends turns, until nothing moves any more. */
  async exchange(...clients: readonly PairedClient[]): Promise<void> {
    for (;;) {
      await this.clock.quiet();
      let moved = 0;
      for (const client of clients) moved += client.deliverToServer();
      await this.clock.quiet();
      for (const client of clients) moved += client.deliverToClient();
      if (moved === 0) return;
    }
  }

  #rooms(): Rooms {
    const { store, door, clock, log, limits } = this;
    const newClient = () => ++this.#client;
    return new Rooms({ store, door, clock, log, limits, newClient });
  }
}
