// The items of both sides in one reading order: head's, with what is gone standing where it stood.
import type { PlacedItem } from './placed.ts';

type Placed = ReadonlyMap<string, PlacedItem>;

const TOP = (section: string) => `\u0000${section}`;

/**
 * Ids of all items of base and head in the order a reader meets them: head's order, and each removed
 * item after the sibling that it followed in base (first in its parent where it followed none, after
 * its parent's other children where that sibling moved away).
 */
export function interleaved(base: Placed, head: Placed, sections: readonly string[]): string[] {
  const children = new Map<string, string[]>();
  const parentKey = ({ parent, section }: PlacedItem) => (parent === '' ? TOP(section) : parent);
  const family = (key: string) => {
    const known = children.get(key) ?? [];
    children.set(key, known);
    return known;
  };
  for (const placed of head.values()) family(parentKey(placed)).push(placed.id);
  const previous = new Map<string, string>();
  for (const placed of base.values()) {
    const key = parentKey(placed);
    const before = previous.get(key);
    previous.set(key, placed.id);
    if (head.has(placed.id)) continue;
    const siblings = family(key);
    const at = before === undefined ? -1 : siblings.indexOf(before);
    if (before !== undefined && at < 0) siblings.push(placed.id);
    else siblings.splice(at + 1, 0, placed.id);
  }
  const order: string[] = [];
  const visit = (id: string) => {
    order.push(id);
    for (const child of children.get(id) ?? []) visit(child);
  };
  for (const section of sections) for (const id of children.get(TOP(section)) ?? []) visit(id);
  return order;
}
