// Which paragraphs of two texts face each other: the same ones, then the most alike, then what was cut off them.
import { bestChain, type Pairing } from './chain.ts';
import { matchSequences } from './sequence.ts';
import type { Group, Side } from './side.ts';

interface Line {
  readonly from: number;
  readonly to: number;
  /** Different words, rising, with how often each stands there. */
  readonly words: Int32Array;
  readonly counts: Int32Array;
  readonly weight: number;
}

/** Lines less alike than this are not one line rewritten, unless they alone stand facing each other. */
const ALIKE = 0.35;
/** Share of a line that must come from a neighbour for the two to count as one line cut in two. */
const CUT_OFF = 0.6;
/** Comparing every line with every line may cost this many steps (30 ms); beyond, rare words choose which. */
const MOST_STEPS = 6_000_000;
/** A word in more lines than this says nothing about which lines correspond. */
const RARE = 6;

/** The groups of two texts in order; together they hold every word of both. A line that faces none has its own. */
export function groupLines(a: Side, b: Side): Group[] {
  const linesA = linesOf(a);
  const linesB = linesOf(b);
  if (linesA.length <= 1 && linesB.length <= 1)
    return [{ a0: 0, a1: a.tokens.length, b0: 0, b1: b.tokens.length }];
  const weights = weightsOf(a, b);
  const pairs: [number, number][] = [];
  const keys = new Map<string, number>();
  const keyed = (side: Side, lines: readonly Line[]) =>
    Int32Array.from(lines, ({ from, to }) => {
      const key = side.ids.subarray(from, to).join();
      const known = keys.get(key) ?? keys.size;
      keys.set(key, known);
      return known;
    });
  const { match } = matchSequences(keyed(a, linesA), keyed(b, linesB));
  let [i0, j0] = [0, 0];
  const gap = (i1: number, j1: number) => {
    for (const pair of alikeIn(linesA.slice(i0, i1), linesB.slice(j0, j1), weights, i0, j0))
      pairs.push(pair);
  };
  for (let i = 0; i < match.length; i++) {
    const j = match[i] ?? -1;
    if (j < 0) continue;
    gap(i, j);
    pairs.push([i, j]);
    [i0, j0] = [i + 1, j + 1];
  }
  gap(linesA.length, linesB.length);
  return grouped(linesA, linesB, pairs, weights);
}

function linesOf({ tokens, ids, sums }: Side): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let to = 1; to <= tokens.length; to++) {
    if (to < tokens.length && !tokens[to]?.spaceForm.startsWith('\n')) continue;
    const sorted = ids.slice(from, to).sort();
    const words: number[] = [];
    const counts: number[] = [];
    for (const id of sorted) {
      if (words.at(-1) === id) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
      else {
        words.push(id);
        counts.push(1);
      }
    }
    const weight = (sums[to] ?? 0) - (sums[from] ?? 0);
    lines.push({
      from,
      to,
      words: Int32Array.from(words),
      counts: Int32Array.from(counts),
      weight,
    });
    from = to;
  }
  return lines;
}

function weightsOf(...sides: readonly Side[]): Float64Array {
  const most = Math.max(-1, ...sides.map(({ ids }) => ids.reduce((x, y) => Math.max(x, y), -1)));
  const weights = new Float64Array(most + 1);
  for (const { tokens, ids } of sides) {
    for (const [index, token] of tokens.entries()) weights[ids[index] as number] = token.weight;
  }
  return weights;
}

/** Weight of the words two lines share. */
function shared(a: Line, b: Line, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0, j = 0; i < a.words.length && j < b.words.length; ) {
    const x = a.words[i] as number;
    const y = b.words[j] as number;
    if (x === y) {
      const times = Math.min(a.counts[i] as number, b.counts[j] as number);
      sum += times * (weights[x] as number);
    }
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return sum;
}

function alike(a: Line, b: Line, weights: Float64Array): number {
  const common = shared(a, b, weights);
  const least = Math.min(a.weight, b.weight);
  // A short line that is wholly in a long one was added to, however much.
  return Math.max((2 * common) / (a.weight + b.weight), least >= 2 ? common / least / 2 : 0);
}

/** Pairs of lines of a gap, as indices of all lines (`i0`, `j0` is where the gap begins). */
function alikeIn(
  a: readonly Line[],
  b: readonly Line[],
  weights: Float64Array,
  i0: number,
  j0: number,
): [number, number][] {
  if (a.length === 0 || b.length === 0) return [];
  const worthy: Pairing[] = [];
  const consider = (i: number, j: number) => {
    const [x, y] = [a[i], b[j]];
    const worth = x && y ? alike(x, y, weights) : 0;
    if (worth >= ALIKE) worthy.push({ i, j, worth });
  };
  const size = (lines: readonly Line[]) => lines.reduce((sum, { words }) => sum + words.length, 0);
  if (size(a) * b.length + size(b) * a.length <= MOST_STEPS) {
    for (const i of a.keys()) for (const j of b.keys()) consider(i, j);
  } else {
    for (const [i, others] of candidates(a, b, weights).entries())
      for (const j of others) consider(i, j);
  }
  const chain = bestChain(worthy, b.length);
  const pairs: [number, number][] = [];
  let [lastI, lastJ] = [0, 0];
  for (const { i, j } of [...chain, { i: a.length, j: b.length }]) {
    // What stands alone between two pairs, on both sides, faces each other.
    if (i - lastI === 1 && j - lastJ === 1) pairs.push([i0 + lastI, j0 + lastJ]);
    if (i < a.length) pairs.push([i0 + i, j0 + j]);
    [lastI, lastJ] = [i + 1, j + 1];
  }
  return pairs;
}

/** For each line of `a` the lines of `b` worth looking at: by rare words, and at the same place. */
function candidates(
  a: readonly Line[],
  b: readonly Line[],
  weights: Float64Array,
): ReadonlySet<number>[] {
  const holders = new Map<number, number[]>();
  for (const [j, { words }] of b.entries()) {
    for (const word of words) {
      if ((weights[word] ?? 0) < 1) continue;
      const known = holders.get(word);
      if (known) known.push(j);
      else holders.set(word, [j]);
    }
  }
  return a.map(({ words }, i) => {
    const found = new Set<number>();
    for (const word of words) {
      const lines = holders.get(word);
      if (lines && lines.length <= RARE) for (const j of lines) found.add(j);
    }
    if (i < b.length) found.add(i);
    const fromEnd = b.length - (a.length - i);
    if (fromEnd >= 0) found.add(fromEnd);
    return found;
  });
}

/** Pairs as groups, each with the lines next to it that were cut off it or joined to it. */
function grouped(
  a: readonly Line[],
  b: readonly Line[],
  pairs: readonly (readonly [number, number])[],
  weights: Float64Array,
): Group[] {
  const groups: Group[] = [];
  const startOf = (lines: readonly Line[], index: number) =>
    lines[index]?.from ?? lines.at(-1)?.to ?? 0;
  let [doneA, doneB] = [0, 0];
  const faced = (i: number, j: number) => {
    const [a0, a1] = [startOf(a, doneA), startOf(a, i)];
    const [b0, b1] = [startOf(b, doneB), startOf(b, j)];
    groups.push({ a0, a1, b0, b1 });
    [doneA, doneB] = [i, j];
  };
  const alone = (i: number, j: number) => {
    for (; doneA < i; doneA++) {
      const at = startOf(b, doneB);
      groups.push({ a0: startOf(a, doneA), a1: startOf(a, doneA + 1), b0: at, b1: at });
    }
    for (; doneB < j; doneB++) {
      const at = startOf(a, doneA);
      groups.push({ a0: at, a1: at, b0: startOf(b, doneB), b1: startOf(b, doneB + 1) });
    }
  };
  for (const [index, [i, j]] of pairs.entries()) {
    const [nextI, nextJ] = pairs[index + 1] ?? [a.length, b.length];
    const x = a[i];
    const y = b[j];
    if (!x || !y) continue;
    const spareA = x.weight - shared(x, y, weights);
    const spareB = y.weight - shared(x, y, weights);
    const before = reach(a, b, [i, j], [doneA - 1, doneB - 1], -1, weights, [spareA, spareB]);
    const after = reach(a, b, [i, j], [nextI, nextJ], 1, weights, [spareA, spareB]);
    alone(i - before[0], j - before[1]);
    faced(i + 1 + after[0], j + 1 + after[1]);
  }
  alone(a.length, b.length);
  return groups;
}

/** How many lines of `a` and of `b` next to a pair (in one direction, up to `limit`) come from the other line of it. */
function reach(
  a: readonly Line[],
  b: readonly Line[],
  [i, j]: readonly [number, number],
  [limitI, limitJ]: readonly [number, number],
  step: 1 | -1,
  weights: Float64Array,
  [spareA, spareB]: readonly [number, number],
): [number, number] {
  const taken = (
    lines: readonly Line[],
    from: number,
    limit: number,
    other: Line | undefined,
    spare: number,
  ) => {
    let count = 0;
    let left = spare;
    for (let at = from + step; at !== limit; at += step) {
      const line = lines[at];
      if (!line || !other) break;
      const common = Math.min(shared(line, other, weights), left);
      if (common < CUT_OFF * line.weight) break;
      left -= common;
      count++;
    }
    return count;
  };
  return [taken(a, i, limitI, b[j], spareB), taken(b, j, limitJ, a[i], spareA)];
}
