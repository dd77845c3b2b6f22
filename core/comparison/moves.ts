// Which items moved: to another section or parent, or the fewest that explain a new order among siblings.
import type { PlacedItem } from './placed.ts';
import { bestChain } from './words/chain.ts';

/**
 * Ids, out of those on both sides, of the items that moved. Among siblings of one parent that is the
 * smallest possible set; of several of that size the one whose texts are the shortest, since the
 * larger items seem to a reader to have stayed.
 */
export function movedItems(
  base: ReadonlyMap<string, PlacedItem>,
  head: ReadonlyMap<string, PlacedItem>,
): Set<string> {
  const moved = new Set<string>();
  const families = new Map<string, { before: PlacedItem; after: PlacedItem }[]>();
  for (const after of head.values()) {
    const before = base.get(after.id);
    if (!before) continue;
    if (before.section !== after.section || before.parent !== after.parent) moved.add(after.id);
    else {
      const family = JSON.stringify([after.section, after.parent]);
      families.set(family, [...(families.get(family) ?? []), { before, after }]);
    }
  }
  for (const family of families.values()) {
    if (
      family.every(
        ({ before }, at) => at === 0 || (family[at - 1]?.before.index ?? 0) < before.index,
      )
    )
      continue;
    const sizes = family.map(({ after }) => JSON.stringify(after.item).length);
    const whole = sizes.reduce((sum, size) => sum + size, 1);
    const stayed = bestChain(
      family.map(({ before }, j) => ({ i: before.index, j, worth: 1 + (sizes[j] ?? 0) / whole })),
      family.length,
    );
    const kept = new Set(stayed.map(({ j }) => j));
    for (const [j, { after }] of family.entries()) if (!kept.has(j)) moved.add(after.id);
  }
  return moved;
}
