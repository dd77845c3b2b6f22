// What every edit works on: a room's document with its template's sections, a source of chance, and whose edit it is.
import type * as Y from 'yjs';
import type { Random } from '../../framework/order.ts';
import type { Template } from '../../framework/template.ts';
import type { SectionTree, TreeNode } from '../../framework/tree.ts';
import { itemOf, readTrees, sectionsOfRoom } from '../room.ts';

/** Origin of structural edits: the undo manager takes these back. */
export const STRUCTURE = 'structure';
/** Origin of an item's shell, made before the item appears: undo hides an item and never deletes it. */
export const SHELL = 'shell';

export interface EditableRoom {
  readonly doc: Y.Doc;
  readonly template: Template;
  /** Keys of the sections that share the room, in order. */
  readonly sections: readonly string[];
  readonly random: Random;
  /** Origin of the transactions: STRUCTURE in a browser, so that undo knows them. */
  readonly origin: unknown;
}

/**
 * A room ready for edits. `random` gives numbers in [0, 1) for order keys (pass Math.random; tests
 * pass a seeded one). Every edit returns whether it could be done and did it; none throws.
 */
export function editableRoom(
  doc: Y.Doc,
  template: Template,
  roomKey: string,
  random: Random,
  origin: unknown = STRUCTURE,
): EditableRoom {
  return { doc, template, sections: sectionsOfRoom(template, roomKey), random, origin };
}

/** Does `edit` to one item's map in one transaction of the room; false where there is no such item. */
export function editItem(
  room: EditableRoom,
  id: string,
  edit: (item: Y.Map<unknown>) => void,
): boolean {
  const item = itemOf(room.doc, id);
  if (!item) return false;
  room.doc.transact(() => edit(item), room.origin);
  return true;
}

/** A living item in the tree, with what stands around it. */
export interface Located {
  readonly section: string;
  readonly node: TreeNode;
  readonly parent: TreeNode | null;
  readonly siblings: readonly TreeNode[];
  readonly index: number;
  /** Ids of the items above, from the section down. */
  readonly path: readonly string[];
}

/** Where a living item stands; null for what is removed or unknown. */
export function locate(trees: readonly SectionTree[], id: string): Located | null {
  const inside = (
    section: string,
    siblings: readonly TreeNode[],
    parent: TreeNode | null,
    path: readonly string[],
  ): Located | null => {
    for (const [index, node] of siblings.entries()) {
      if (node.id === id) return { section, node, parent, siblings, index, path };
      const below = inside(section, node.children, node, [...path, node.id]);
      if (below) return below;
    }
    return null;
  };
  for (const tree of trees) {
    const found = inside(tree.key, tree.nodes, null, []);
    if (found) return found;
  }
  return null;
}

/** The tree as it is now. */
export function treesOf(room: EditableRoom): SectionTree[] {
  return readTrees(room.doc, room.sections);
}
