// How far the surroundings of two items say that one carries on the other: children, references, what points at them.
import type { PlacedItem } from './placed.ts';

type Placed = ReadonlyMap<string, PlacedItem>;

interface Surroundings {
  /** Ids of children by parent. */
  readonly children: ReadonlyMap<string, readonly string[]>;
  /** What each item points at in its own framework or another. */
  readonly pointsAt: ReadonlyMap<string, ReadonlySet<string>>;
  /** Which items point at each. */
  readonly pointedAt: ReadonlyMap<string, readonly string[]>;
}

const NONE: ReadonlySet<string> = new Set();

function surroundingsOf(placed: Placed): Surroundings {
  const children = new Map<string, string[]>();
  const pointsAt = new Map<string, Set<string>>();
  const pointedAt = new Map<string, string[]>();
  const add = (lists: Map<string, string[]>, key: string, id: string) => {
    const known = lists.get(key);
    if (known) known.push(id);
    else lists.set(key, [id]);
  };
  for (const { id, parent, item } of placed.values()) {
    add(children, parent, id);
    const targets = new Set((item.references ?? []).map((reference) => reference.item));
    pointsAt.set(id, targets);
    for (const target of targets) add(pointedAt, target, id);
  }
  return { children, pointsAt, pointedAt };
}

/**
 * Makes the judge of how far children, references and incoming references of `from` (in base) went
 * to `to` (in head): from 0 to 1, the strongest of them. One alone of anything proves nothing.
 */
export function supportBetween(base: Placed, head: Placed): (from: string, to: string) => number {
  const was = surroundingsOf(base);
  const is = surroundingsOf(head);
  const share = (part: number, whole: number) => (part >= 2 ? part / whole : 0);

  const ofChildren = (from: string, to: string) => {
    // The one that is on one side only brought its children, or left them.
    const family = base.has(to) ? was.children.get(from) : is.children.get(to);
    const onBoth = (family ?? []).filter((id) => base.has(id) && head.has(id));
    const gone = onBoth.filter(
      (id) => base.get(id)?.parent === from && head.get(id)?.parent === to,
    );
    return share(gone.length, onBoth.length);
  };
  const ofReferences = (from: string, to: string) => {
    const kept = is.pointsAt.get(from) ?? NONE;
    const had = was.pointsAt.get(to) ?? NONE;
    const gone = [...(was.pointsAt.get(from) ?? NONE)].filter((id) => !kept.has(id));
    const come = new Set([...(is.pointsAt.get(to) ?? NONE)].filter((id) => !had.has(id)));
    const common = gone.filter((id) => come.has(id)).length;
    return share(common, base.has(to) ? gone.length : come.size);
  };
  const ofPointers = (from: string, to: string) => {
    const pointing = was.pointedAt.get(from) ?? [];
    const turned = pointing.filter(
      (id) => is.pointsAt.get(id)?.has(to) && !was.pointsAt.get(id)?.has(to),
    );
    return share(turned.length, pointing.length);
  };
  return (from, to) => Math.max(ofChildren(from, to), ofReferences(from, to), ofPointers(from, to));
}
