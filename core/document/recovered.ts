// Words that were put back away from where they had been typed: noted beside the items until somebody has looked at them.
import * as Y from 'yjs';
import { preambleOf, textOf } from './room.ts';
import { ITEM_KEY, PREAMBLE, RECOVERED } from './wire.ts';

/** A paragraph of words that were put back, in an item or a preamble. */
export interface RecoveredWords {
  /** What to dismiss it by. */
  readonly key: string;
  /** Id of the item, or name of the preamble, that it stands in. */
  readonly at: string;
  /** As they read now. */
  readonly words: string;
}

function recoveredOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap<unknown>(RECOVERED);
}

/** Notes that `text`, which stands in `fragment`, holds such words. To be called within a transaction. */
export function noteRecovered(doc: Y.Doc, fragment: Y.XmlFragment, text: Y.XmlText): void {
  const id = text._item?.id;
  const at = nameOf(doc, fragment);
  if (id && at !== null) recoveredOf(doc).set(`${id.client}:${id.clock}`, at);
}

/** What was put back and nobody has looked at; what was deleted, emptied or moved on since is left out. */
export function recoveredIn(doc: Y.Doc): RecoveredWords[] {
  const found: RecoveredWords[] = [];
  for (const [key, at] of recoveredOf(doc).entries()) {
    const text = typeof at === 'string' ? textBy(doc, key) : null;
    if (!text || typeof at !== 'string' || !isIn(text, fragmentOf(doc, at))) continue;
    const words = wordsOf(text);
    if (words.trim() !== '') found.push({ key, at, words });
  }
  return found.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Somebody has looked at them. */
export function dismissRecovered(doc: Y.Doc, keys: readonly string[]): void {
  doc.transact(() => {
    for (const key of keys) recoveredOf(doc).delete(key);
  });
}

function nameOf(doc: Y.Doc, fragment: Y.XmlFragment): string | null {
  const own = fragment._item;
  if (!own) {
    const preambles = [...doc.share.keys()].filter((name) => name.startsWith(PREAMBLE));
    return preambles.find((name) => preambleOf(doc, name) === fragment) ?? null;
  }
  const item = own.parentSub === ITEM_KEY.text ? own.parent : null;
  return item instanceof Y.Map ? (item._item?.parentSub ?? null) : null;
}

function fragmentOf(doc: Y.Doc, at: string): Y.XmlFragment | null {
  return textOf(doc, at) ?? (doc.share.has(at) ? preambleOf(doc, at) : null);
}

function textBy(doc: Y.Doc, key: string): Y.XmlText | null {
  const [client = Number.NaN, clock = Number.NaN] = key.split(':').map(Number);
  if (!(clock >= 0 && clock < Y.getState(doc.store, client))) return null;
  const item = Y.getItem(doc.store, Y.createID(client, clock));
  if (!(item instanceof Y.Item) || item.deleted) return null;
  const { content } = item;
  return content instanceof Y.ContentType && content.type instanceof Y.XmlText
    ? content.type
    : null;
}

function isIn(text: Y.XmlText, fragment: Y.XmlFragment | null): boolean {
  let item = text._item;
  while (item && !item.deleted) {
    if (item.parent === fragment) return true;
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  }
  return false;
}

function wordsOf(text: Y.XmlText): string {
  let words = '';
  for (const { insert } of text.toDelta() as { insert?: unknown }[]) {
    words += typeof insert === 'string' ? insert : ' ';
  }
  return words;
}
