// Where in a room's document a change or a caret stands: in which item, or in which preamble.
import * as Y from 'yjs';
import { ITEMS } from '#core/document/wire.ts';

/** Any shared type, as Yjs names it. */
export type SharedType = Parameters<typeof Y.findRootTypeKey>[0];

/** Id of the item (or name of the preamble) that holds a shared type; null outside both. */
export function holderOf(type: SharedType): string | null {
  let inner: SharedType = type;
  for (let item = inner._item; item; item = inner._item) {
    const outer = item.parent;
    if (!(outer instanceof Y.AbstractType)) return null;
    if (outer._item === null && Y.findRootTypeKey(outer) === ITEMS) return item.parentSub;
    inner = outer;
  }
  const root = Y.findRootTypeKey(inner);
  return root === ITEMS ? null : root;
}

/** Ids of the items (and names of the preambles) that a transaction changed. */
export function itemsTouched({ changed }: Y.Transaction): Set<string> {
  const touched = new Set<string>();
  for (const [type, keys] of changed) {
    const holder = holderOf(type);
    if (holder !== null) touched.add(holder);
    // A change of the map of items itself names them by key.
    else for (const key of keys) if (key !== null) touched.add(key);
  }
  return touched;
}
