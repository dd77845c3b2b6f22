// What a room has applied and not yet on disk: numbered, batched for the commit, and who waits for it.
import type { Authorship } from '#core/document/authorship.ts';
import type { LoggedUpdate, RoomName } from './ports.ts';
import { mergeAll } from './updates.ts';

/** An update that is applied and not yet on disk. */
export interface Entry<From> {
  readonly update: Uint8Array;
  readonly actorId: string;
  /** Who sent it; null for the server itself. */
  readonly from: From | null;
  readonly at: Date;
  /** Whose the client ids in it are, where that is new. */
  readonly authorship?: Authorship | undefined;
  /** On the clock of `performance`, for the metrics. */
  readonly arrived: number;
}

/** What goes to disk at once: everything up to number `upTo`. */
export interface Batch<From> {
  readonly entries: readonly Entry<From>[];
  /** One for each who wrote in it. */
  readonly rows: readonly LoggedUpdate[];
  readonly upTo: number;
  /** State vector of the document with exactly this. */
  readonly vector: Uint8Array;
}

export class Unsaved<From> {
  #pending: Entry<From>[] = [];
  #batch: Batch<From> | null = null;
  #bytes = 0;
  #applied = 0;
  #saved = 0;
  #waiting: { readonly upTo: number; readonly done: () => void }[] = [];

  constructor(private readonly room: RoomName) {}

  /** Number of the last update that was applied. */
  get applied(): number {
    return this.#applied;
  }

  /** Number up to which everything is on disk. */
  get saved(): number {
    return this.#saved;
  }

  get count(): number {
    return this.#pending.length + (this.#batch?.entries.length ?? 0);
  }

  /** Bytes of what is not on disk. */
  get bytes(): number {
    return this.#bytes;
  }

  get hasPending(): boolean {
    return this.#pending.length > 0;
  }

  enter(entry: Entry<From>): void {
    this.#applied++;
    this.#bytes += entry.update.length;
    this.#pending.push(entry);
  }

  /** What is to go to disk next; the same until it is committed. `vector` is asked for a new one only. */
  batch(vector: (written: boolean) => Uint8Array): Batch<From> {
    if (this.#batch) return this.#batch;
    const entries = this.#pending;
    this.#pending = [];
    this.#batch = {
      entries,
      rows: this.#rows(entries),
      upTo: this.#applied,
      vector: vector(entries.length > 0),
    };
    return this.#batch;
  }

  /** The batch is on disk. Returns it, null where there was none. */
  committed(): Batch<From> | null {
    const batch = this.#batch;
    if (!batch) return null;
    this.#batch = null;
    for (const { update } of batch.entries) this.#bytes -= update.length;
    this.#saved = batch.upTo;
    return batch;
  }

  /** Resolves once everything that is applied now is on disk and was sent on. */
  whenSaved(): Promise<void> {
    if (this.#saved === this.#applied) return Promise.resolve();
    return new Promise((done) => this.#waiting.push({ upTo: this.#applied, done }));
  }

  /** Tells those who waited for what is saved now. */
  tell(): void {
    const waiting = this.#waiting;
    this.#waiting = waiting.filter((one) => one.upTo > this.#saved);
    for (const one of waiting) if (one.upTo <= this.#saved) one.done();
  }

  #rows(entries: readonly Entry<From>[]): LoggedUpdate[] {
    const byActor = new Map<string, Entry<From>[]>();
    for (const entry of entries) {
      const own = byActor.get(entry.actorId);
      if (own) own.push(entry);
      else byActor.set(entry.actorId, [entry]);
    }
    return [...byActor].flatMap(([actorId, own]) => {
      const last = own.at(-1);
      if (!last) return [];
      const update = mergeAll(own.map((entry) => entry.update));
      return [{ room: this.room, update, actorId, at: last.at, authorship: authorshipOf(own) }];
    });
  }
}

function authorshipOf(entries: readonly Pick<Entry<unknown>, 'authorship'>[]) {
  const told = entries.flatMap((entry) => entry.authorship ?? []);
  if (told.length === 0) return undefined;
  return {
    writers: told.flatMap((one) => one.writers),
    carried: told.flatMap((one) => one.carried),
  };
}
