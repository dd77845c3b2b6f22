// Words that were taken back since their writer has a copy of his own: should he delete that one too, having seen both
// for a moment, they stand again where they were.
import * as Y from 'yjs';
import { type DeadWords, placeOf } from './dead-words.ts';
import type { PutBackRun } from './put-back-runs.ts';
import type { CharacterId, RewrittenCharacter } from './rewritten.ts';
import { type Deletes, holds } from './updates.ts';

/** Whose update it is, and on which connection it came. */
export interface Came {
  readonly actorId: string;
  readonly connection: string;
}

interface SecondCopy {
  /** The writer's own copy of a character. */
  readonly copy: CharacterId;
  /** The one that was taken back. */
  readonly taken: CharacterId;
  readonly actorId: string;
  /** The connection on which he has not heard of it yet; null where that ended: then the next one tells. */
  readonly connection: string | null;
}

export class SecondCopies {
  #copies: SecondCopy[] = [];

  /**
   * Characters were `taken` back, of what the update had `rewritten`. True where its writer, until he has heard of it,
   * may see them twice.
   */
  note(
    taken: readonly PutBackRun[],
    rewritten: readonly RewrittenCharacter[],
    { actorId, connection }: Came,
  ): boolean {
    if (taken.length === 0 || rewritten.length === 0) return false;
    const before = this.#copies.length;
    const copyOf = new Map(rewritten.map(({ from, to }) => [key(from), to]));
    for (const { from, to } of taken) {
      for (let i = 0; i < from.len; i++) {
        const copy = copyOf.get(key({ client: from.client, clock: from.clock + i }));
        const gone = { client: to.client, clock: to.clock + i };
        if (copy) this.#copies.push({ copy, taken: gone, actorId, connection });
      }
    }
    return this.#copies.length > before;
  }

  /** All that was sent on this connection has been heard, and what was done before has come. */
  heard({ actorId, connection }: Came): void {
    this.#copies = this.#copies.filter(
      (one) =>
        one.actorId !== actorId || (one.connection !== null && one.connection !== connection),
    );
  }

  /** The connection ended: what was done on it before comes first on the writer's next one. */
  left(connection: string): void {
    this.#copies = this.#copies.map((one) =>
      one.connection === connection ? { ...one, connection: null } : one,
    );
  }

  /**
   * What an edit kills that its writer may have thought to be there twice. What the edit has `rewritten` is not
   * killed: it has only moved again.
   */
  killedBy(
    doc: Y.Doc,
    said: Deletes,
    rewritten: readonly RewrittenCharacter[],
    { actorId }: Came,
  ): DeadWords[] {
    if (this.#copies.length === 0) return [];
    const moved = new Map(rewritten.map(({ from, to }) => [key(from), to]));
    const killed: SecondCopy[] = [];
    const kept: SecondCopy[] = [];
    for (const one of this.#copies) {
      const { copy: own, taken: other } = one;
      if (one.actorId !== actorId) kept.push(one);
      // He deletes the other one too, and wants neither.
      else if (holds(said.get(other.client), other.clock)) continue;
      else if (!holds(said.get(own.client), own.clock)) kept.push(one);
      else {
        const copy = moved.get(key(one.copy));
        if (copy) kept.push({ ...one, copy });
        else killed.push(one);
      }
    }
    this.#copies = kept;
    return wordsOf(doc, killed);
  }
}

function key({ client, clock }: CharacterId): string {
  return `${client} ${clock}`;
}

/** As words that stand in a row again, each where it stood. */
function wordsOf(doc: Y.Doc, killed: readonly SecondCopy[]): DeadWords[] {
  const words: (DeadWords & { readonly last: CharacterId })[] = [];
  for (const { copy, taken, actorId: despite } of killed) {
    const item = Y.getItem(doc.store, Y.createID(taken.client, taken.clock));
    if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue;
    const place = placeOf(item);
    if (!place) continue;
    const text = item.content.str[taken.clock - item.id.clock] ?? '';
    const previous = words.at(-1);
    if (previous?.last.client === taken.client && previous.last.clock + 1 === taken.clock) {
      words[words.length - 1] = {
        ...previous,
        text: previous.text + text,
        writers: [...previous.writers, copy],
        last: taken,
      };
      continue;
    }
    words.push({
      ...{ text, writers: [copy], left: '', right: '', before: [], after: [], ...place },
      stood: item,
      despite,
      last: taken,
    });
  }
  return words;
}
