// One commit for all that arrived in one turn of the loop, over all rooms; tried again until the store takes it.
import type { RoomLimits } from './limits.ts';
import type { RoomMetrics } from './metrics.ts';
import type { LoggedUpdate, RoomClock, RoomLog, RoomStore } from './ports.ts';

/** Something whose updates are to be committed: a room. */
export interface Committable {
  readonly key: string;
  /** What is to go to disk next; the same again until `committed` is called. May be empty. */
  takeBatch(): readonly LoggedUpdate[];
  /** The batch is on disk, at these positions of the log. */
  committed(positions: readonly number[]): void;
  /** Whether more came in after the batch was taken. */
  readonly hasMore: boolean;
}

export class GroupCommit {
  readonly #waiting = new Set<Committable>();
  /** Those that the store refused when it took others': they are tried alone, so that they hold up nobody. */
  readonly #refused = new Set<Committable>();
  /** What the store said when it last refused. */
  #said = '';
  #scheduled = false;
  #running = false;
  /** Rounds in a row in which the store took nothing. */
  #failures = 0;
  #trouble: { since: Date; why: string } | null = null;

  constructor(
    private readonly store: RoomStore,
    private readonly clock: RoomClock,
    private readonly limits: RoomLimits,
    private readonly log: RoomLog,
    private readonly metrics: RoomMetrics,
  ) {}

  /** Since when the store takes nothing, and what it last said; null while all is well. */
  get trouble(): { since: Date; why: string } | null {
    return this.#trouble;
  }

  /** Whether the store refuses this one, or everybody. */
  isFailing(one: Committable): boolean {
    return this.#failures > 0 || this.#refused.has(one);
  }

  /** Commits what `one` holds together with all others of this turn. */
  add(one: Committable): void {
    this.#waiting.add(one);
    this.#schedule();
  }

  /** What `one` holds is no longer to be kept. */
  forget(one: Committable): void {
    this.#waiting.delete(one);
    this.#refused.delete(one);
  }

  #schedule(): void {
    if (this.#scheduled || this.#running) return;
    this.#scheduled = true;
    this.clock.turn(() => this.#start());
  }

  #start(): void {
    this.#scheduled = false;
    if (this.#running) return;
    this.#running = true;
    void this.#run();
  }

  async #run(): Promise<void> {
    let pause = this.limits.retryMaxMs;
    try {
      pause = await this.#round();
    } catch (error) {
      this.log.error('a commit went wrong', { error: String(error) });
    }
    this.#running = false;
    if (this.#waiting.size === 0) return;
    if (pause === 0) this.#schedule();
    else this.#later(pause);
  }

  #later(pause: number): void {
    this.#scheduled = true;
    this.clock.later(pause, () => this.#start());
  }

  /** Tries all that wait. Returns how long to pause before the next round, 0 when all went well. */
  async #round(): Promise<number> {
    const all = [...this.#waiting];
    const fine = all.filter((one) => !this.#refused.has(one));
    const apart = all.filter((one) => this.#refused.has(one));
    if (fine.length > 0 && !(await this.#commit(fine))) {
      if (!(await this.#findRefused(fine))) return this.#failed();
    }
    this.#failures = 0;
    this.#trouble = null;
    for (const one of apart) {
      if (!(await this.#commit([one]))) return this.limits.retryMaxMs;
      this.#refused.delete(one);
    }
    return this.#refused.size > 0 ? this.limits.retryMaxMs : 0;
  }

  /** After a common commit failed: each alone. False when the store takes none, or there is nothing to tell apart. */
  async #findRefused(group: readonly Committable[]): Promise<boolean> {
    // A store that answers nobody is asked once a round; only after it failed twice is each tried alone.
    if (group.length === 1 || this.#failures === 0) return false;
    const failed: Committable[] = [];
    for (const one of group) {
      if (await this.#commit([one])) continue;
      failed.push(one);
      if (failed.length === 2 && failed.length === group.indexOf(one) + 1) return false;
    }
    for (const one of failed) this.#refused.add(one);
    return true;
  }

  async #commit(group: readonly Committable[]): Promise<boolean> {
    const batches = group.map((one) => ({ one, rows: one.takeBatch() }));
    const rows = batches.flatMap((batch) => batch.rows);
    let positions: readonly number[] = [];
    if (rows.length > 0) {
      const start = performance.now();
      try {
        positions = await this.store.append(rows);
      } catch (error) {
        this.metrics.storeErrors++;
        this.#say(error, group);
        return false;
      }
      this.metrics.append.add(performance.now() - start);
    }
    let at = 0;
    for (const { one, rows } of batches) {
      if (!one.hasMore) this.#waiting.delete(one);
      this.#tell(one, positions.slice(at, at + rows.length));
      at += rows.length;
    }
    return true;
  }

  /** What goes wrong in telling one must not keep the others, whose updates are on disk too, from being told. */
  #tell(one: Committable, positions: readonly number[]): void {
    try {
      one.committed(positions);
    } catch (error) {
      this.log.error('a room went wrong after a commit', { room: one.key, error: String(error) });
    }
  }

  #failed(): number {
    this.#trouble = { since: this.#trouble?.since ?? this.clock.now(), why: this.#said };
    this.#failures++;
    const { retryMs, retryMaxMs } = this.limits;
    return Math.min(retryMaxMs, retryMs * 2 ** Math.min(this.#failures - 1, 10));
  }

  /** Once at the start of a trouble, not at each try. */
  #say(error: unknown, group: readonly Committable[]): void {
    const message = error instanceof Error ? error.message : String(error);
    this.#said = message;
    const [one] = group;
    if (this.#failures > 0 || (group.length === 1 && one && this.#refused.has(one))) return;
    this.log.error('the store did not take updates; they are kept and tried again', {
      rooms: group.map((room) => room.key),
      error: message,
    });
  }
}
