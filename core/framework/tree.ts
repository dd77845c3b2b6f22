// The one rule by which the places of items are read as a tree: pure, total, the same everywhere.

/** An item as it stands in the document; `place` and `removed` may hold anything that ever came over the wire. */
export interface Row {
  readonly id: string;
  readonly place: unknown;
  readonly removed: unknown;
}

export interface TreeNode {
  readonly id: string;
  /** Key by which it stands among its shown siblings: its own, or that of the removed item in whose place it stands. */
  readonly order: string;
  /** 0 under the section itself. */
  readonly depth: number;
  readonly children: TreeNode[];
}

export interface SectionTree {
  readonly key: string;
  readonly nodes: TreeNode[];
}

/** What is stored under `place`: one value, so that two movers never make a pair that nobody chose. */
export interface Place {
  /** Id of the item above, `''` under the section itself. */
  readonly parent: string;
  readonly order: string;
  /** Only where several sections share a room. */
  readonly section?: string;
}

/** Items deeper than this are shown as following siblings, so that whatever walks the tree may recurse. */
export const MAX_DEPTH = 64;

/** Keys are printable ASCII; anything else counts as no key. */
const KEY = /^[\x21-\x7e]*$/;

interface Standing {
  readonly id: string;
  /** null is the section itself; an id may be any string, even an empty one. */
  parent: string | null;
  readonly order: string;
  readonly section: string;
  readonly removed: boolean;
}

/** Reads a stored place. Total: what is not a place is the first place of the first section. */
export function placeOf(value: unknown): Required<Place> {
  const place: Record<string, unknown> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  const text = (key: string) => (typeof place[key] === 'string' ? (place[key] as string) : '');
  const order = text('order');
  return { parent: text('parent'), order: KEY.test(order) ? order : '', section: text('section') };
}

/** Each cycle of parents is cut at its greatest id, which then stands under the section itself. */
function cutCycles(standings: ReadonlyMap<string, Standing>): void {
  const done = new Set<string>();
  for (const start of standings.values()) {
    const path: Standing[] = [];
    const onPath = new Set<string>();
    let current: Standing | undefined = start;
    while (current && !done.has(current.id) && !onPath.has(current.id)) {
      path.push(current);
      onPath.add(current.id);
      current = current.parent === null ? undefined : standings.get(current.parent);
    }
    if (current && onPath.has(current.id)) {
      const cycle = path.slice(path.indexOf(current));
      const greatest = cycle.reduce((most, one) => (one.id > most.id ? one : most));
      greatest.parent = null;
    }
    for (const one of path) done.add(one.id);
  }
}

function byOrder(a: Standing, b: Standing): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/**
 * Reads rows as one tree per section of the room, in the sections' order. Never throws and never
 * loses: every living item appears exactly once. An unknown parent or section is the section itself
 * and the first section; a cycle is cut at its greatest id; siblings stand by key, then id; the living
 * children of a removed item stand in its place.
 */
export function readTree(rows: Iterable<Row>, sections: readonly string[]): SectionTree[] {
  const first = sections[0] ?? '';
  const standings = new Map<string, Standing>();
  for (const row of rows) {
    const { parent, order, section } = placeOf(row.place);
    standings.set(row.id, {
      id: row.id,
      parent: parent === '' ? null : parent,
      order,
      section: sections.includes(section) ? section : first,
      removed: row.removed === true,
    });
  }
  for (const one of standings.values()) {
    if (one.parent !== null && !standings.has(one.parent)) one.parent = null;
  }
  cutCycles(standings);

  const below = new Map<string | null, Standing[]>();
  for (const one of standings.values()) {
    const siblings = below.get(one.parent);
    if (siblings) siblings.push(one);
    else below.set(one.parent, [one]);
  }
  for (const siblings of below.values()) siblings.sort(byOrder);

  /** The shown children among `start`, going through removed items, and at the deepest level through all. */
  const shown = (start: readonly Standing[], depth: number): TreeNode[] => {
    const out: TreeNode[] = [];
    const waiting = start.map((one) => ({ one, order: one.order })).reverse();
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { one, order } = next;
      const deepest = depth >= MAX_DEPTH - 1;
      if (!one.removed) out.push({ id: one.id, order, depth, children: [] });
      if (!one.removed && !deepest) continue;
      const inside = below.get(one.id) ?? [];
      for (let at = inside.length - 1; at >= 0; at--) {
        const child = inside[at];
        if (child) waiting.push({ one: child, order });
      }
    }
    return out;
  };

  const roots = below.get(null) ?? [];
  return (sections.length > 0 ? sections : [first]).map((key) => {
    const nodes = shown(
      roots.filter((one) => one.section === key),
      0,
    );
    const waiting = [...nodes];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (node.depth >= MAX_DEPTH - 1) continue;
      node.children.push(...shown(below.get(node.id) ?? [], node.depth + 1));
      waiting.push(...node.children);
    }
    return { key, nodes };
  });
}
