// Sentences that stand in two passages word for word.
import { matchSequences } from './sequence.ts';
import type { Group, Side } from './side.ts';

/** Lighter sentences (weights of `common-words.ts`) stand in any text by chance. */
const LEAST = 4;

/** Stretches of a group that are the same whole sentence on both sides, in order; as many as possible. */
export function sameSentences(a: Side, b: Side, { a0, a1, b0, b1 }: Group): Group[] {
  const before = sentencesOf(a, a0, a1);
  const after = sentencesOf(b, b0, b1);
  if (before.length < 2 || after.length < 2) return [];
  const numbers = new Map<string, number>();
  const numbered = (side: Side, sentences: readonly [number, number][]) =>
    Int32Array.from(sentences, ([from, to]) => {
      const key = side.ids.subarray(from, to).join();
      const known = numbers.get(key) ?? numbers.size;
      numbers.set(key, known);
      return known;
    });
  const { match } = matchSequences(numbered(a, before), numbered(b, after));
  const same: Group[] = [];
  for (const [index, found] of match.entries()) {
    const [x, y] = [before[index], after[found]];
    if (!x || !y || (a.sums[x[1]] ?? 0) - (a.sums[x[0]] ?? 0) < LEAST) continue;
    same.push({ a0: x[0], a1: x[1], b0: y[0], b1: y[1] });
  }
  return same;
}

/** Where sentences begin and end; a line ends one too. */
function sentencesOf({ tokens }: Side, from: number, to: number): [number, number][] {
  const sentences: [number, number][] = [];
  let start = from;
  for (let at = from + 1; at <= to; at++) {
    const ends =
      at === to ||
      tokens[at]?.spaceForm.startsWith('\n') ||
      (tokens[at]?.spaceForm !== '' && /^[.!?…]$/.test(tokens[at - 1]?.form ?? ''));
    if (!ends) continue;
    sentences.push([start, at]);
    start = at;
  }
  return sentences;
}
