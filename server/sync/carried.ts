// Whose the words are that an update takes out and writes anew, or that the rescue wrote: they stay their writer's.
import * as Y from 'yjs';
import type { Authors, CarriedRun } from '#core/document/authorship.ts';
import type { DeadWords } from './dead-words.ts';
import type { RewrittenCharacter } from './rewritten.ts';

/** Those of the characters that were written by somebody else, in runs. */
export function carriedIn(
  rewritten: readonly RewrittenCharacter[],
  authors: Authors,
): CarriedRun[] {
  const runs: { client: number; clock: number; length: number; author: number }[] = [];
  for (const { from, to } of rewritten) {
    const { author } = authors.origin(from.client, from.clock);
    // Nothing is to be kept of one's own words written anew.
    if (author === to.client || isSamePerson(authors, author, to.client)) continue;
    const last = runs.at(-1);
    const follows = last?.client === to.client && last.clock + last.length === to.clock;
    if (last && follows && last.author === author) last.length++;
    else runs.push({ ...to, length: 1, author });
  }
  return runs;
}

function isSamePerson(authors: Authors, a: number, b: number): boolean {
  const one = authors.writer(a);
  const other = authors.writer(b);
  return (
    one !== undefined &&
    one.actorId === other?.actorId &&
    one.organisationId === other.organisationId
  );
}

/**
 * Whose the words are that the server just put back, in the order of `words`: `hand` is the client id it writes
 * under, `from` the clock before it did.
 */
export function rescuedRuns(
  doc: Y.Doc,
  hand: number,
  from: number,
  words: readonly Pick<DeadWords, 'text' | 'writers'>[],
  authors: Authors,
): CarriedRun[] {
  const clocks: number[] = [];
  const structs = doc.store.clients.get(hand) ?? [];
  for (const struct of structs) {
    if (struct.id.clock + struct.length <= from || !(struct instanceof Y.Item)) continue;
    if (!(struct.content instanceof Y.ContentString)) continue;
    for (
      let clock = Math.max(from, struct.id.clock);
      clock < struct.id.clock + struct.length;
      clock++
    )
      clocks.push(clock);
  }
  const ids = words.flatMap((dead) => dead.writers);
  // Were something else written than the words alone, nobody could say which character is whose.
  if (clocks.length !== ids.length) return [];
  const runs: { client: number; clock: number; length: number; author: number }[] = [];
  for (const [i, clock] of clocks.entries()) {
    const id = ids[i];
    if (!id) continue;
    const { author } = authors.origin(id.client, id.clock);
    const last = runs.at(-1);
    if (last?.author === author && last.clock + last.length === clock) last.length++;
    else runs.push({ client: hand, clock, length: 1, author });
  }
  return runs;
}
