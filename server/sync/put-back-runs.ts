// Which living characters stand for dead ones: what the rescue wrote, by what had been typed.
import type { Deletes, Run } from './updates.ts';

/** Consecutive characters of one Yjs client. */
export interface CharacterRun extends Run {
  readonly client: number;
}

/** Characters that were put back: typed as `from`, written anew as `to`; both as long. */
export interface PutBackRun {
  readonly from: CharacterRun;
  readonly to: CharacterRun;
}

/** More are forgotten, oldest first: then a word may stand twice that would have been taken back. */
const REMEMBERED = 20_000;

/** Remembers while a room lives where words were put back. */
export class PutBackRuns {
  #runs = new Map<number, PutBackRun[]>();
  #count = 0;

  note(runs: readonly PutBackRun[]): void {
    for (const run of runs) {
      const list = this.#runs.get(run.from.client) ?? [];
      list.push(run);
      this.#runs.set(run.from.client, list);
    }
    this.#count += runs.length;
    if (this.#count > REMEMBERED) this.#forget();
  }

  /** What was written anew for the characters of `deletes`, and anew again for those, and so on. */
  standingFor(deletes: Deletes): CharacterRun[] {
    if (this.#count === 0) return [];
    const found: CharacterRun[] = [];
    for (const [client, named] of deletes) {
      for (const { from, to } of this.#runs.get(client) ?? []) {
        for (const run of named) {
          const start = Math.max(run.clock, from.clock);
          const end = Math.min(run.clock + run.len, from.clock + from.len);
          if (start >= end) continue;
          found.push({
            client: to.client,
            clock: to.clock + start - from.clock,
            len: end - start,
          });
        }
      }
    }
    return found.flatMap((run) => [run, ...this.standingFor(new Map([[run.client, [run]]]))]);
  }

  #forget(): void {
    for (const [client, list] of this.#runs) {
      this.#runs.set(client, list.slice(list.length >> 1));
    }
    this.#count = [...this.#runs.values()].reduce((sum, list) => sum + list.length, 0);
  }
}
