// How long and large a room's log has grown beside its state, and whether one state should take its place.
import type { RoomLimits } from './limits.ts';
import type { LoggedUpdate, StoredRoom } from './ports.ts';

export class LogSize {
  #state: number;
  #log: number;
  #updates: number;
  #upTo: number;

  constructor(stored: StoredRoom = { state: null, updates: [], upTo: 0 }) {
    this.#state = stored.state?.length ?? 0;
    this.#log = stored.updates.reduce((sum, update) => sum + update.length, 0);
    this.#updates = stored.updates.length;
    this.#upTo = stored.upTo;
  }

  /** State and log together. */
  get bytes(): number {
    return this.#state + this.#log;
  }

  /** Rows were appended at these positions. */
  logged(rows: readonly LoggedUpdate[], positions: readonly number[]): void {
    for (const row of rows) this.#log += row.update.length;
    this.#updates += rows.length;
    this.#upTo = positions.at(-1) ?? this.#upTo;
  }

  /** Whether the log is worth replacing; in a room that is left, or where nobody writes, a short one is too. */
  wantsCompaction(limits: RoomLimits, atRest: boolean): boolean {
    if (atRest && this.#updates >= limits.compactUpdatesWhenLeft) return true;
    if (atRest && this.#log >= Math.max(limits.compactBytesWhenLeft, this.#state)) return true;
    if (this.#updates >= limits.compactUpdates) return true;
    return this.#log >= Math.max(limits.compactBytes, this.#state);
  }

  /** The log as it is now can be replaced up to `upTo`; `done` is to be called with the state's length once it is. */
  compaction(): { upTo: number; done: (state: number) => void } {
    const log = this.#log;
    const updates = this.#updates;
    return {
      upTo: this.#upTo,
      done: (state) => {
        this.#state = state;
        this.#log -= log;
        this.#updates -= updates;
      },
    };
  }
}
