// Which living characters stand for dead ones: what the rescue wrote, by what had been typed.
import * as Y from 'yjs';
import type { CharacterId } from './rewritten.ts';
import type { Deletes, Run } from './updates.ts';

/** Consecutive characters of one Yjs client. */
export interface CharacterRun extends Run {
  readonly client: number;
}

/** Characters that were put back: typed as `from`, written anew as `to`; both as long. */
export interface PutBackRun {
  readonly from: CharacterRun;
  readonly to: CharacterRun;
  /** Who deleted `from` and got it back all the same: that he did is not held against `to` when he says it again. */
  readonly despite?: string;
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
      const last = list.at(-1);
      // What is typed letter by letter is one run.
      if (last && follows(last, run)) list[list.length - 1] = together(last, run);
      else {
        list.push(run);
        this.#count++;
      }
      this.#runs.set(run.from.client, list);
    }
    if (this.#count > REMEMBERED) this.#forget();
  }

  /** The living character that stands for `id` by now; null where none does. */
  livingFor(doc: Y.Doc, { client, clock }: CharacterId): Y.ID | null {
    const runs = this.#runs.get(client) ?? [];
    for (let i = runs.length - 1; i >= 0; i--) {
      const run = runs[i];
      if (!run) break;
      const { from, to } = run;
      if (clock < from.clock || clock >= from.clock + from.len) continue;
      const id = Y.createID(to.client, to.clock + clock - from.clock);
      const item = Y.getItem(doc.store, id);
      if (item instanceof Y.Item && !item.deleted) return id;
      const further = this.livingFor(doc, id);
      if (further) return further;
    }
    return null;
  }

  /**
   * What was written anew for the characters that `actorId` deletes, and anew again for those, and so on: `from` is of
   * `deletes`.
   */
  standingFor(deletes: Deletes, actorId: string): PutBackRun[] {
    if (this.#count === 0) return [];
    const found: PutBackRun[] = [];
    for (const [client, named] of deletes) {
      for (const run of named) found.push(...this.#standingForRun({ client, ...run }, actorId));
    }
    return found;
  }

  #standingForRun(named: CharacterRun, actorId: string): PutBackRun[] {
    const found: PutBackRun[] = [];
    for (const { from, to, despite } of this.#runs.get(named.client) ?? []) {
      if (despite === actorId) continue;
      const clock = Math.max(named.clock, from.clock);
      const len = Math.min(named.clock + named.len, from.clock + from.len) - clock;
      if (len <= 0) continue;
      const run = { client: to.client, clock: to.clock + clock - from.clock, len };
      found.push({ from: { client: named.client, clock, len }, to: run });
      for (const again of this.#standingForRun(run, actorId)) {
        const first = clock + again.from.clock - run.clock;
        const original = { client: named.client, clock: first, len: again.from.len };
        found.push({ from: original, to: again.to });
      }
    }
    return found;
  }

  #forget(): void {
    for (const [client, list] of this.#runs) {
      this.#runs.set(client, list.slice(list.length >> 1));
    }
    this.#count = [...this.#runs.values()].reduce((sum, list) => sum + list.length, 0);
  }
}

function follows(last: PutBackRun, next: PutBackRun): boolean {
  return (
    last.despite === next.despite &&
    last.from.clock + last.from.len === next.from.clock &&
    last.to.client === next.to.client &&
    last.to.clock + last.to.len === next.to.clock
  );
}

function together(last: PutBackRun, next: PutBackRun): PutBackRun {
  const len = last.from.len + next.from.len;
  return { ...last, from: { ...last.from, len }, to: { ...last.to, len } };
}
