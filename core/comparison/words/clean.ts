// Making the differences of two passages readable: no lone small words between rewritten ones, edges where sentences end.
import type { Group, Side } from './side.ts';

/** A stretch in which both sides are equal, or one in which no word of one is matched with one of the other. */
interface Stretch {
  readonly equal: boolean;
  a0: number;
  a1: number;
  b0: number;
  b1: number;
}

/**
 * Equal words between two rewritten passages are given up when both passages weigh at least
 * `LEAST + FACTOR` times those words (weights of `common-words.ts`): « la » between passages of two
 * words each, one word of its own between passages of three.
 */
const LEAST = 3;
const FACTOR = 1.5;

/** Changes `match` (of `a` to `b`, -1 for none) inside one group so that what differs reads well. */
export function cleanGroup(a: Side, b: Side, match: Int32Array, group: Group): void {
  const stretches = dissolved(a, b, stretchesOf(match, group));
  for (const [index, stretch] of stretches.entries()) {
    const left = stretches[index - 1];
    const right = stretches[index + 1];
    if (stretch.equal || !left || !right) continue;
    if (stretch.a0 < stretch.a1 && stretch.b0 < stretch.b1) trim(a, b, stretch, left, right);
    else slide(a, b, group, stretch, left, right);
  }
  match.fill(-1, group.a0, group.a1);
  for (const { equal, a0, a1, b0 } of stretches) {
    if (equal) for (let at = a0; at < a1; at++) match[at] = b0 + at - a0;
  }
}

/** The stretches of a group, equal and not in turn; an equal one, perhaps empty, comes first and last. */
function stretchesOf(match: Int32Array, { a0, a1, b0, b1 }: Group): Stretch[] {
  const out: Stretch[] = [{ equal: true, a0, a1: a0, b0, b1: b0 }];
  let [i, j] = [a0, b0];
  while (i < a1 || j < b1) {
    const equal = i < a1 && match[i] === j;
    let last = out.at(-1);
    if (last?.equal !== equal) {
      last = { equal, a0: i, a1: i, b0: j, b1: j };
      out.push(last);
    }
    if (equal) {
      i++;
      j++;
    } else if (i < a1 && match[i] === -1) i++;
    else j++;
    [last.a1, last.b1] = [i, j];
  }
  if (!out.at(-1)?.equal) out.push({ equal: true, a0: a1, a1, b0: b1, b1 });
  return out;
}

function weigh({ sums }: Side, from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}

/** The stretches with equal ones given up where they only litter. */
function dissolved(a: Side, b: Side, stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  const gaveUp = (left: Stretch, middle: Stretch, right: Stretch): boolean => {
    const removed = [weigh(a, left.a0, left.a1), weigh(a, right.a0, right.a1)] as const;
    const added = [weigh(b, left.b0, left.b1), weigh(b, right.b0, right.b1)] as const;
    // Two passages that were only added (or only removed) are two: what stands between them was there.
    if (removed[0] + removed[1] === 0 || added[0] + added[1] === 0) return false;
    const least = Math.min(Math.max(removed[0], added[0]), Math.max(removed[1], added[1]));
    return least >= LEAST + FACTOR * weigh(a, middle.a0, middle.a1);
  };
  for (const stretch of stretches) {
    out.push(stretch);
    for (;;) {
      const [left, middle, right] = out.slice(-3);
      if (!left || !middle || !right || left.equal || !gaveUp(left, middle, right)) break;
      out.splice(-3, 3, { ...left, a1: right.a1, b1: right.b1 });
    }
  }
  return out;
}

/** Gives words at the ends of a stretch that are equal after all to the equal ones beside it. */
function trim(a: Side, b: Side, stretch: Stretch, left: Stretch, right: Stretch): void {
  const room = () => stretch.a0 < stretch.a1 && stretch.b0 < stretch.b1;
  while (room() && a.ids[stretch.a0] === b.ids[stretch.b0]) {
    left.a1 = ++stretch.a0;
    left.b1 = ++stretch.b0;
  }
  while (room() && a.ids[stretch.a1 - 1] === b.ids[stretch.b1 - 1]) {
    right.a0 = --stretch.a1;
    right.b0 = --stretch.b1;
  }
}

/** How good the place before token `at` is for an edit to begin or end. */
function edge({ tokens }: Side, at: number, first: number, end: number): number {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (at <= first || at >= end || !token || !before) return 4;
  if (token.spaceForm.startsWith('\n')) return 4;
  if (token.spaceForm === '') return 0;
  if (/^[.!?…]$/.test(before.form)) return 3;
  return /^[,;:]$/.test(before.form) ? 2 : 1;
}

/**
 * Slides a passage that was only added (or only removed) along words that repeat, to where it begins
 * and ends best: « [Une phrase.] » rather than « [. Une phrase]. ».
 */
function slide(
  a: Side,
  b: Side,
  group: Group,
  stretch: Stretch,
  left: Stretch,
  right: Stretch,
): void {
  const added = stretch.a0 === stretch.a1;
  const side = added ? b : a;
  const [from, to] = added ? [stretch.b0, stretch.b1] : [stretch.a0, stretch.a1];
  const [first, end] = added ? [group.b0, group.b1] : [group.a0, group.a1];
  const score = (shift: number) =>
    edge(side, from + shift, first, end) + edge(side, to + shift, first, end);
  const repeats = (shift: number) => side.ids[from + shift] === side.ids[to + shift];
  let best = 0;
  for (let shift = -1; -shift <= left.a1 - left.a0 && repeats(shift); shift--) {
    if (score(shift) > score(best)) best = shift;
  }
  for (let shift = 1; shift <= right.a1 - right.a0 && repeats(shift - 1); shift++) {
    if (score(shift) > score(best)) best = shift;
  }
  left.a1 += best;
  left.b1 += best;
  stretch.a0 += best;
  stretch.a1 += best;
  stretch.b0 += best;
  stretch.b1 += best;
  right.a0 += best;
  right.b0 += best;
}
