// What became of what: items split, merged, replaced, by their origins where these tell, else by likeness.
import type { Origin } from '../framework/interchange.ts';
import type { Relations } from './comparison.ts';
import { heirsByLikeness } from './heirs.ts';
import type { PlacedItem } from './placed.ts';

type Placed = ReadonlyMap<string, PlacedItem>;
type Kind = 'split' | 'merged' | 'replaced';

/**
 * Relations between the items of base and head. An origin tells where it is new in head: it names
 * what an item was made from since base. Likeness tells only of items whose origin says nothing,
 * and never of a copy.
 */
export function relationsOf(base: Placed, head: Placed): Relations {
  const links: Record<Kind, { from: string; to: string }[]> = {
    split: [],
    merged: [],
    replaced: [],
  };
  const told = new Set<string>();
  for (const { id, item } of head.values()) {
    if (item.origin?.copied) told.add(id);
    for (const kind of ['split', 'merged', 'replaced'] as const) {
      for (const from of newSources(item.origin, base.get(id)?.item.origin, kind)) {
        if (!base.has(from) || from === id) continue;
        const still = head.has(from);
        if (kind === 'split' ? base.has(id) : still) continue;
        links[kind].push({ from, to: id });
        told.add(id);
        if (!still) told.add(from);
      }
    }
  }
  // One that lives on may have lost other parts to items that say nothing.
  const isOpen = (from: string, to: string) =>
    (!told.has(from) || head.has(from)) && (!told.has(to) || base.has(to));
  const heirs = heirsByLikeness(base, head, isOpen);
  const heirsOf = (from: string) => heirs.filter((heir) => heir.from === from);
  const sourcesOf = (to: string) => heirs.filter((heir) => heir.to === to);
  for (const heir of heirs) {
    const { from, to } = heir;
    const split = head.has(from) || heirsOf(from).length > 1;
    const merged = base.has(to) || sourcesOf(to).length > 1;
    if (split) links.split.push(heir);
    if (merged) links.merged.push(heir);
    if (!split && !merged) links.replaced.push({ from, to });
  }
  return {
    split: [...grouped(links.split, 'from')].map(([from, parts]) => ({
      from,
      to: inOrder(head, head.has(from) ? [from, ...parts] : parts),
    })),
    merged: [...grouped(links.merged, 'to')].map(([to, sources]) => ({
      from: inOrder(base, base.has(to) ? [to, ...sources] : sources),
      to,
    })),
    replaced: links.replaced,
  };
}

function newSources(origin: Origin | undefined, before: Origin | undefined, kind: Kind): string[] {
  const known = new Set(before?.[kind] ?? []);
  return [...new Set(origin?.[kind] ?? [])].filter((id) => !known.has(id));
}

/** The other ends of links by the end named, in the order of the links. */
function grouped(
  links: readonly { from: string; to: string }[],
  by: 'from' | 'to',
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  const other = by === 'from' ? 'to' : 'from';
  for (const link of links) groups.set(link[by], [...(groups.get(link[by]) ?? []), link[other]]);
  return groups;
}

function inOrder(side: Placed, ids: readonly string[]): string[] {
  return [...new Set(ids)].sort((a, b) => (side.get(a)?.order ?? 0) - (side.get(b)?.order ?? 0));
}
