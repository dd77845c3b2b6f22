// Finding a place among siblings, and parting neighbours whose keys leave none.
import { keyBetween, keysBetween } from '../../framework/order.ts';
import type { Place, SectionTree, TreeNode } from '../../framework/tree.ts';
import { itemOf } from '../room.ts';
import { ITEM_KEY } from '../wire.ts';
import { type EditableRoom, locate } from './room.ts';

/** Where an item shall stand: under `parent` ('' is the section itself), beside a sibling or at the end. */
export interface Target {
  readonly section: string;
  readonly parent: string;
  /** Stand right before this sibling. One that is no longer there means the end. */
  readonly before?: string;
  /** Stand right after this sibling; `before` wins. */
  readonly after?: string;
}

/** The shown children of a target, or null where its section or parent is not there. */
export function siblingsAt(trees: readonly SectionTree[], target: Target): TreeNode[] | null {
  if (target.parent === '') {
    return trees.find((tree) => tree.key === target.section)?.nodes ?? null;
  }
  return locate(trees, target.parent)?.node.children ?? null;
}

/** The value of `place`: the section is named only where several share the room. */
export function placeAt(room: EditableRoom, section: string, parent: string, order: string): Place {
  return room.sections.length > 1 ? { parent, order, section } : { parent, order };
}

/**
 * The place of an item at `target`. Where the neighbours' keys leave no room (equal keys, or
 * children that stand in a removed item's place), the later ones get new keys first. Call it inside
 * a transaction; null where the target is not there.
 */
export function makePlace(
  room: EditableRoom,
  trees: readonly SectionTree[],
  id: string,
  target: Target,
): Place | null {
  const shown = siblingsAt(trees, target);
  if (!shown) return null;
  const section =
    target.parent === '' ? target.section : (locate(trees, target.parent)?.section ?? '');
  const siblings = shown.filter((one) => one.id !== id);
  const before = siblings.findIndex((one) => one.id === target.before);
  const after = siblings.findIndex((one) => one.id === target.after);
  const index = before >= 0 ? before : after >= 0 ? after + 1 : siblings.length;
  const low = siblings[index - 1]?.order ?? null;
  let crowded = index;
  while (low !== null && (siblings[crowded]?.order ?? null) !== null) {
    if ((siblings[crowded]?.order ?? '') > low) break;
    crowded++;
  }
  const high = siblings[crowded]?.order ?? null;
  if (crowded === index) {
    return placeAt(room, section, target.parent, keyBetween(low, high, room.random));
  }
  const [own = '', ...keys] = keysBetween(low, high, crowded - index + 1, room.random);
  for (const [offset, key] of keys.entries()) {
    const later = itemOf(room.doc, siblings[index + offset]?.id ?? '');
    later?.set(ITEM_KEY.place, placeAt(room, section, target.parent, key));
  }
  return placeAt(room, section, target.parent, own);
}
