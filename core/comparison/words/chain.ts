// The best way to pair two sequences in one order, out of pairs that are each worth something.

export interface Pairing {
  readonly i: number;
  readonly j: number;
  /** What the pair is worth, above 0. */
  readonly worth: number;
}

/**
 * Of the given pairs those of a chain, strictly rising in `i` and in `j`, with the greatest sum of
 * worth. In n log n of the number of pairs.
 */
export function bestChain(pairs: readonly Pairing[], width: number): Pairing[] {
  // Equal `i` from the greatest `j` down, so that one `i` is never paired twice.
  const sorted = [...pairs].sort((x, y) => x.i - y.i || y.j - x.j);
  const sums = new Float64Array(sorted.length);
  const before = new Int32Array(sorted.length).fill(-1);
  // A Fenwick tree of the best chain that ends at or before each `j`, by index in `sorted`.
  const tree = new Int32Array(width + 1).fill(-1);
  const better = (x: number, y: number) => x >= 0 && (y < 0 || (sums[x] ?? 0) > (sums[y] ?? 0));
  let best = -1;
  for (const [index, { j, worth }] of sorted.entries()) {
    let last = -1;
    for (let at = j; at > 0; at -= at & -at) {
      const found = tree[at] ?? -1;
      if (better(found, last)) last = found;
    }
    sums[index] = worth + (last >= 0 ? (sums[last] ?? 0) : 0);
    before[index] = last;
    for (let at = j + 1; at <= width; at += at & -at) {
      if (better(index, tree[at] ?? -1)) tree[at] = index;
    }
    if (better(index, best)) best = index;
  }
  const chain: Pairing[] = [];
  for (let index = best; index >= 0; index = before[index] ?? -1) {
    const pair = sorted[index];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}
