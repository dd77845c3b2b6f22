// The shared text of an empty paragraph, made with it: two people who begin there at once write in the same one.
import * as Y from 'yjs';

/** The elements whose words stand in one shared text. */
const TEXTBLOCKS: ReadonlySet<string> = new Set(['paragraph', 'itemTitle']);

/** Whether an element of this name holds words itself. */
export function isTextblock(name: string): boolean {
  return TEXTBLOCKS.has(name);
}

/**
 * Gives each paragraph and title that `transaction` made or emptied, and that has no shared text, one. The binding
 * makes it with the first letter only: then each of two people makes his own, and joining the two doubles letters.
 * Written with the same origin, so that it is part of the same step of undo.
 */
export function makeFirstTexts(transaction: Y.Transaction): void {
  const bare = bareTextblocks(transaction);
  if (bare.size === 0) return;
  transaction.doc.transact(() => {
    for (const element of bare) element.insert(0, [new Y.XmlText()]);
  }, transaction.origin);
}

function bareTextblocks(transaction: Y.Transaction): Set<Y.XmlElement> {
  const found = new Set<Y.XmlElement>();
  const look = (type: unknown): void => {
    if (!(type instanceof Y.XmlFragment) || type._item?.deleted) return;
    if (type instanceof Y.XmlElement && isTextblock(type.nodeName)) {
      if (type.length === 0) found.add(type);
      return;
    }
    for (let item = type._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentType)) continue;
      if (item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0))
        look(item.content.type);
    }
  };
  for (const type of transaction.changed.keys()) look(type);
  return found;
}
