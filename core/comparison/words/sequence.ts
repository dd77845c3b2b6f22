// Longest common subsequence of two sequences of numbers: Myers' linear-space algorithm with a stated bound.

/** Edits after which one search stops and goes on from the furthest point it reached: half of them from each end. */
const MOST_EDITS = 1500;
/**
 * Steps of all searches of one text, about a quarter of a second. When they are used up, what is
 * not matched yet counts as rewritten.
 */
const MOST_STEPS = 8_000_000;
/** From this length on, passages that stand once on each side are matched first. */
const LONG = 400;
/** Numbers in a row that make such a passage. */
const PASSAGE = 3;
/** How often passages are looked for again between passages. */
const MOST_NESTING = 6;

export interface Matching {
  /** For each index of `a` the index of `b` it is matched with, or -1; rising. */
  readonly match: Int32Array;
  /** Whether a stretch was given up as rewritten because the bound was reached. */
  readonly coarse: boolean;
}

interface Work {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly match: Int32Array;
  readonly forward: Int32Array;
  readonly backward: Int32Array;
  steps: number;
}

/**
 * Matches elements in order: as many as possible where the two differ by no more than `MOST_EDITS`
 * edits between passages that stand once on each side, nearly as many beyond. Source: E. W. Myers, "An O(ND) Difference Algorithm and Its Variations",
 * Algorithmica 1 (1986), section 4b; unique passages first as in "patience diff" (B. Cohen).
 */
export function matchSequences(a: Int32Array, b: Int32Array): Matching {
  const match = new Int32Array(a.length).fill(-1);
  const inA = new Set(a);
  const inB = new Set(b);
  // What stands on one side only can match nothing, and would only make the search longer.
  const fromA = indices(a, inB);
  const fromB = indices(b, inA);
  const most = Math.min(MOST_EDITS, fromA.length + fromB.length) + 2;
  const work: Work = {
    a: fromA.map((index) => a[index] ?? 0),
    b: fromB.map((index) => b[index] ?? 0),
    match: new Int32Array(fromA.length).fill(-1),
    forward: new Int32Array(2 * most + 3),
    backward: new Int32Array(2 * most + 3),
    steps: 0,
  };
  stretch(work, 0, fromA.length, 0, fromB.length);
  for (const [index, found] of work.match.entries()) {
    if (found >= 0) match[fromA[index] ?? 0] = fromB[found] ?? -1;
  }
  return { match, coarse: work.steps >= MOST_STEPS };
}

function indices(sequence: Int32Array, other: ReadonlySet<number>): Int32Array {
  const kept: number[] = [];
  for (let index = 0; index < sequence.length; index++) {
    if (other.has(sequence[index] as number)) kept.push(index);
  }
  return Int32Array.from(kept);
}

/** Matches a[a0..a1) with b[b0..b1): equal ends, then unique passages, then the shortest script. */
function stretch(work: Work, a0: number, a1: number, b0: number, b1: number, nesting = 0): void {
  const { a, b, match } = work;
  let [fromA, toA, fromB, toB] = [a0, a1, b0, b1];
  while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) match[fromA++] = fromB++;
  while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) match[--toA] = --toB;
  if (fromA === toA || fromB === toB) return;
  if (toA - fromA + toB - fromB >= LONG && nesting < MOST_NESTING) {
    const anchors = uniquePassages(work, fromA, toA, fromB, toB);
    if (anchors.length > 0) {
      let [lastA, lastB] = [fromA, fromB];
      for (const [i, j] of anchors) {
        stretch(work, lastA, i, lastB, j, nesting + 1);
        [lastA, lastB] = [i, j];
      }
      // The passage itself is the equal beginning of what is left.
      stretch(work, lastA, toA, lastB, toB, nesting + 1);
      return;
    }
  }
  shortestScript(work, fromA, toA, fromB, toB);
}

/** Places of passages that stand exactly once in each stretch, in one order. */
function uniquePassages(
  { a, b }: Work,
  a0: number,
  a1: number,
  b0: number,
  b1: number,
): [number, number][] {
  const places = (sequence: Int32Array, from: number, to: number) => {
    const found = new Map<number, number>();
    for (let at = from; at + PASSAGE <= to; at++) {
      let key = 0;
      for (let next = at; next < at + PASSAGE; next++)
        key = Math.imul(key ^ (sequence[next] as number), 0x9e3779b1) ^ (key >>> 15);
      found.set(key, found.has(key) ? -1 : at);
    }
    return found;
  };
  // Different passages may share a hash.
  const same = (i: number, j: number) =>
    Array.from({ length: PASSAGE }).every((_, step) => a[i + step] === b[j + step]);
  const inB = places(b, b0, b1);
  const pairs: [number, number][] = [];
  for (const [key, i] of places(a, a0, a1)) {
    const j = inB.get(key) ?? -1;
    if (i >= 0 && j >= 0 && same(i, j)) pairs.push([i, j]);
  }
  return longestRising(pairs.map(([, j]) => j)).map((index) => pairs[index] as [number, number]);
}

/** Indices of a longest strictly rising subsequence. */
export function longestRising(values: readonly number[]): number[] {
  const ends: number[] = [];
  const before = new Int32Array(values.length).fill(-1);
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = index;
  }
  const out: number[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] as number) out.push(index);
  return out.reverse();
}

/** Divides the stretch at the middle of its shortest script, or leaves it as rewritten. */
function shortestScript(work: Work, a0: number, a1: number, b0: number, b1: number): void {
  if (work.steps >= MOST_STEPS) return;
  const middle = middlePoint(work, a0, a1, b0, b1);
  if (middle === null) return;
  const [x, y] = middle;
  if ((x === a0 && y === b0) || (x === a1 && y === b1)) return;
  stretch(work, a0, x, b0, y);
  stretch(work, x, a1, y, b1);
}

/**
 * A point on a shortest script of two stretches whose first and last elements differ (on a good one
 * beyond the bound), or null where they have nothing in common in order. Forward and backward search
 * advance one edit in turn; what runs off an edge is not followed.
 */
function middlePoint(
  work: Work,
  a0: number,
  a1: number,
  b0: number,
  b1: number,
): [number, number] | null {
  const { a, b, forward, backward } = work;
  const n = a1 - a0;
  const m = b1 - b0;
  const needed = Math.ceil((n + m) / 2);
  const most = Math.min(needed, MOST_EDITS >> 1);
  const zero = most + 1;
  forward.fill(-1, 0, 2 * most + 3);
  backward.fill(-1, 0, 2 * most + 3);
  forward[zero + 1] = 0;
  backward[zero + 1] = 0;
  const delta = n - m;
  const odd = (delta & 1) !== 0;
  let [low, high, lowBack, highBack] = [0, 0, 0, 0];
  for (let d = 0; d < most; d++) {
    work.steps += 2 * d;
    for (let k = low - d; k <= d - high; k += 2) {
      const left = forward[zero + k - 1] as number;
      const right = forward[zero + k + 1] as number;
      let x = k === -d || (k !== d && left < right) ? right : left + 1;
      while (x < n && x - k < m && a[a0 + x] === b[b0 + x - k]) x++;
      forward[zero + k] = x;
      if (x > n) high += 2;
      else if (x - k > m) low += 2;
      else if (odd && Math.abs(delta - k) <= most) {
        const met = backward[zero + delta - k] as number;
        if (met >= 0 && x >= n - met) return [a0 + x, b0 + x - k];
      }
    }
    for (let k = lowBack - d; k <= d - highBack; k += 2) {
      const left = backward[zero + k - 1] as number;
      const right = backward[zero + k + 1] as number;
      let x = k === -d || (k !== d && left < right) ? right : left + 1;
      while (x < n && x - k < m && a[a1 - 1 - x] === b[b1 - 1 - x + k]) x++;
      backward[zero + k] = x;
      if (x > n) highBack += 2;
      else if (x - k > m) lowBack += 2;
      else if (!odd && Math.abs(delta - k) <= most) {
        const met = forward[zero + delta - k] as number;
        if (met >= 0 && met >= n - x) return [a0 + met, b0 + met - (delta - k)];
      }
    }
  }
  return most < needed ? furthestPoint(forward, zero, most, n, m, a0, b0) : null;
}

/** Of the points the forward search reached in its last round, the one that is furthest along. */
function furthestPoint(
  forward: Int32Array,
  zero: number,
  most: number,
  n: number,
  m: number,
  a0: number,
  b0: number,
): [number, number] {
  let best: [number, number] = [a0, b0];
  for (let k = -most; k <= most; k++) {
    const x = forward[zero + k] as number;
    const y = x - k;
    if (x < 0 || y < 0 || x > n || y > m) continue;
    if (a0 + x + b0 + y > best[0] + best[1]) best = [a0 + x, b0 + y];
  }
  return best;
}
