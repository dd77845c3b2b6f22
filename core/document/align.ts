// Aligning two sequences so that as much as possible stays: what an edit need not touch, it leaves alone.

/**
 * Pairs `[i, j]`, rising in both, of the alignment of `a` and `b` with the greatest sum of `likeness`
 * (0 = never paired). Equal ends are paired first (`equal`), so that long sequences with small changes
 * cost little; where what is left is more than `mostCells` pairs to look at, it is taken as all different.
 */
export function align<A, B>(
  a: readonly A[],
  b: readonly B[],
  equal: (x: A, y: B) => boolean,
  likeness: (x: A, y: B) => number,
  mostCells: number,
): [number, number][] {
  const same = (i: number, j: number) => equal(a[i] as A, b[j] as B);
  const pairs: [number, number][] = [];
  let start = 0;
  while (start < a.length && start < b.length && same(start, start)) {
    pairs.push([start, start]);
    start++;
  }
  let endA = a.length;
  let endB = b.length;
  const closing: [number, number][] = [];
  while (endA > start && endB > start && same(endA - 1, endB - 1)) {
    endA--;
    endB--;
    closing.unshift([endA, endB]);
  }
  const rows = endA - start;
  const columns = endB - start;
  if (rows > 0 && columns > 0 && rows * columns <= mostCells) {
    const width = columns + 1;
    const best = new Float64Array((rows + 1) * width);
    const at = (i: number, j: number) => best[i * width + j] ?? 0;
    const alike = (i: number, j: number) => likeness(a[start + i] as A, b[start + j] as B);
    for (let i = rows - 1; i >= 0; i--) {
      for (let j = columns - 1; j >= 0; j--) {
        const one = alike(i, j);
        const paired = one > 0 ? one + at(i + 1, j + 1) : 0;
        best[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1));
      }
    }
    for (let i = 0, j = 0; i < rows && j < columns; ) {
      if (at(i, j) === at(i + 1, j)) i++;
      else if (at(i, j) === at(i, j + 1)) j++;
      else pairs.push([start + i++, start + j++]);
    }
  }
  return [...pairs, ...closing];
}
