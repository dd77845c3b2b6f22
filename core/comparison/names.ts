// How the items are called that a comparison mentions, so that it can be read without its documents.
import type { Comparison, ItemChange, ItemName, Relations } from './comparison.ts';
import type { PlacedItem } from './placed.ts';

interface Side {
  readonly placed: ReadonlyMap<string, PlacedItem>;
  readonly numbers: ReadonlyMap<string, string>;
}

/** Names on each side of what changes and relations mention: the items, what they stand under, what they point at. */
export function namesOf(
  changes: readonly ItemChange[],
  relations: Relations,
  before: Side,
  after: Side,
): NonNullable<Comparison['names']> {
  const ids = new Set<string>();
  for (const { item, before: was, after: is, references } of changes) {
    ids.add(item);
    for (const id of [...(was?.path ?? []), ...(is?.path ?? [])]) ids.add(id);
    const { added = [], removed = [], changed = [] } = references ?? {};
    for (const target of [...added, ...removed, ...changed]) ids.add(target.item);
  }
  for (const { from, to } of relations.split) for (const id of [from, ...to]) ids.add(id);
  for (const { from, to } of relations.merged) for (const id of [...from, to]) ids.add(id);
  for (const { from, to } of relations.replaced) for (const id of [from, to]) ids.add(id);
  const named = ({ placed, numbers }: Side): Record<string, ItemName> =>
    Object.fromEntries(
      [...ids].flatMap((id): [string, ItemName][] => {
        const item = placed.get(id)?.item;
        if (!item) return [];
        return [[id, { kind: item.kind, number: numbers.get(id) ?? '', title: item.title ?? '' }]];
      }),
    );
  return { before: named(before), after: named(after) };
}
