// Edits to items as wholes: add, move, level, reorder, kind, fields, the bin. Each is a function on the room's document.
import * as Y from 'yjs';
import type { FieldValue, Origin, Reference, RichNode } from '../../framework/interchange.ts';
import { fittingKind } from '../../framework/kinds.ts';
import { keysBetween } from '../../framework/order.ts';
import { referenceKey } from '../../framework/references.ts';
import type { TreeNode } from '../../framework/tree.ts';
import { itemOf, itemsOf, kindOf } from '../room.ts';
import { ITEM_KEY } from '../wire.ts';
import { writeFragment } from '../write.ts';
import { makePlace, siblingsAt, type Target } from './placing.ts';
import { type EditableRoom, editItem, type Located, locate, SHELL, treesOf } from './room.ts';

export interface NewItem {
  readonly id: string;
  readonly kind: string;
  /** Its whole text, title included; an empty title when left out. */
  readonly text?: readonly RichNode[];
  readonly fields?: Readonly<Record<string, FieldValue>>;
  readonly references?: readonly Reference[];
  readonly origin?: Origin;
}

/**
 * Makes an item's map, in the bin until it is made to appear: undoing an add hides it, with what
 * others wrote in it. Call inside a transaction whose origin undo does not track.
 */
export function makeShell(room: EditableRoom, item: NewItem): Y.Map<unknown> {
  const map = new Y.Map<unknown>();
  const text = new Y.XmlFragment();
  const references = new Y.Map<unknown>();
  const wanted = item.references ?? [];
  const orders = keysBetween(null, null, wanted.length, room.random);
  for (const [index, reference] of wanted.entries()) {
    const level = reference.level === undefined ? {} : { level: reference.level };
    references.set(referenceKey(reference), { order: orders[index] ?? '', ...level });
  }
  map.set(ITEM_KEY.kind, item.kind);
  map.set(ITEM_KEY.removed, true);
  map.set(ITEM_KEY.fields, new Y.Map(Object.entries(item.fields ?? {})));
  map.set(ITEM_KEY.references, references);
  map.set(ITEM_KEY.text, text);
  if (item.origin && Object.keys(item.origin).length > 0) map.set(ITEM_KEY.origin, item.origin);
  itemsOf(room.doc).set(item.id, map);
  writeFragment(text, item.text ?? [{ type: 'itemTitle' }]);
  return map;
}

/** Adds an item. False where the id is taken or the target is not there. */
export function addItem(room: EditableRoom, item: NewItem, target: Target): boolean {
  const trees = treesOf(room);
  if (itemsOf(room.doc).has(item.id) || !siblingsAt(trees, target)) return false;
  room.doc.transact(() => {
    const map = makeShell(room, item);
    map.set(ITEM_KEY.place, makePlace(room, trees, item.id, target));
  }, SHELL);
  return editItem(room, item.id, (map) => map.set(ITEM_KEY.removed, false));
}

function kindAt(room: EditableRoom, section: string, parent: string, kind: string): string {
  const above = parent === '' ? null : itemOf(room.doc, parent);
  return fittingKind(room.template, section, above ? kindOf(above) : '', kind);
}

function moveLocated(room: EditableRoom, here: Located, target: Target): boolean {
  const trees = treesOf(room);
  const id = here.node.id;
  const siblings = siblingsAt(trees, target);
  const above = target.parent === '' ? null : locate(trees, target.parent);
  if (!siblings || target.parent === id || above?.path.includes(id)) return false;
  const section = above?.section ?? target.section;
  return editItem(room, id, (item) => {
    const place = makePlace(room, trees, id, target);
    const kind = kindAt(room, section, target.parent, kindOf(item));
    if (place) item.set(ITEM_KEY.place, place);
    if (kind !== kindOf(item)) item.set(ITEM_KEY.kind, kind);
  });
}

/**
 * Moves a living item, with what is under it. Its kind follows where it does not fit the new place
 * and another would. False under itself, and where item or target are not there.
 */
export function moveItem(room: EditableRoom, id: string, target: Target): boolean {
  const here = locate(treesOf(room), id);
  return here ? moveLocated(room, here, target) : false;
}

/**
 * `down`: becomes the last child of the sibling before it. `up`: becomes the next sibling of the
 * item it stands under. False where there is nothing to level into.
 */
export function levelItem(room: EditableRoom, id: string, direction: 'up' | 'down'): boolean {
  const here = locate(treesOf(room), id);
  if (!here) return false;
  const { section, parent, siblings, index, path } = here;
  if (direction === 'up') {
    if (!parent) return false;
    const above = path.at(-2) ?? '';
    return moveLocated(room, here, { section, parent: above, after: parent.id });
  }
  const previous = siblings[index - 1];
  return previous ? moveLocated(room, here, { section, parent: previous.id }) : false;
}

/** Changes places with the sibling before or after it. False at the end of the row. */
export function shiftItem(room: EditableRoom, id: string, direction: 'earlier' | 'later'): boolean {
  const here = locate(treesOf(room), id);
  if (!here) return false;
  const { section, parent, siblings, index } = here;
  const other = siblings[direction === 'earlier' ? index - 1 : index + 1];
  if (!other) return false;
  const beside = direction === 'earlier' ? { before: other.id } : { after: other.id };
  return moveLocated(room, here, { section, parent: parent?.id ?? '', ...beside });
}

/** Gives an item another kind, whether or not it fits where it stands. */
export function setKind(room: EditableRoom, id: string, kind: string): boolean {
  return editItem(room, id, (item) => item.set(ITEM_KEY.kind, kind));
}

/** The map of that name inside an item, made where it is missing or something else stands there. */
export function mapIn(item: Y.Map<unknown>, key: string): Y.Map<unknown> {
  const found = item.get(key);
  if (found instanceof Y.Map) return found as Y.Map<unknown>;
  const made = new Y.Map<unknown>();
  item.set(key, made);
  return made;
}

/** Sets a field; null clears it. */
export function setField(
  room: EditableRoom,
  id: string,
  key: string,
  value: FieldValue | null,
): boolean {
  return editItem(room, id, (item) => {
    const fields = mapIn(item, ITEM_KEY.fields);
    if (value === null) fields.delete(key);
    else fields.set(key, value);
  });
}

/**
 * Puts a living item into the bin. What is under it stands in its place, or with `withChildren`
 * goes into the bin too. Words typed in it meanwhile stay with it.
 */
export function removeItem(room: EditableRoom, id: string, withChildren = false): boolean {
  const here = locate(treesOf(room), id);
  if (!here) return false;
  const all = (node: TreeNode): string[] => [node.id, ...node.children.flatMap(all)];
  room.doc.transact(() => {
    for (const one of withChildren ? all(here.node) : [id]) {
      itemOf(room.doc, one)?.set(ITEM_KEY.removed, true);
    }
  }, room.origin);
  return true;
}

/** Takes an item out of the bin, to where it stood. False where it is not in the bin. */
export function putBack(room: EditableRoom, id: string): boolean {
  if (itemOf(room.doc, id)?.get(ITEM_KEY.removed) !== true) return false;
  return editItem(room, id, (item) => item.set(ITEM_KEY.removed, false));
}
