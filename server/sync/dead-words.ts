// Finds the words that an update kills without anybody having deleted them: their paragraph was rebuilt meanwhile.
import * as Y from 'yjs';
import type { CharacterId } from './rewritten.ts';
import { type Deletes, difference, holds, joined, type Run } from './updates.ts';

/** How many characters on each side are told of. */
const BESIDE = 200;

/** Some words that died only because what held them was deleted by somebody who had not seen them. */
export interface DeadWords {
  readonly text: string;
  /** The Yjs id that each of its characters had: whose it is. */
  readonly writers: readonly { readonly client: number; readonly clock: number }[];
  /** What stood before and after them in the same text, as its living copy elsewhere would have it. */
  readonly left: string;
  readonly right: string;
  /** The characters beside them in the dead text, whatever became of those, nearest first. */
  readonly before: readonly CharacterId[];
  readonly after: readonly CharacterId[];
  /** Who deleted them, where they are put back all the same. */
  readonly despite?: string;
  /** What stood where they belong, when that is known: their place is that of this dead thing. */
  readonly stood?: Y.Item;
  /** The text of the item, or the preamble, and where among its children the dead one stood. */
  readonly fragment: Y.XmlFragment;
  readonly index: number;
}

/** For each dead text, what it held when it died: the rest had been deleted before, and no copy has it. */
export type LastWords = WeakMap<Y.XmlText, Map<number, Run[]>>;

/**
 * Compares what died in `transaction` with what the update itself says it deletes (`said`). To be called after
 * the transaction and before anything is collected; remembers in `lastWords` what each text held when it died.
 */
export function findDeadWords(
  transaction: Y.Transaction,
  said: Deletes,
  lastWords: LastWords,
): DeadWords[] {
  const died = transaction.deleteSet.clients;
  if (died.size === 0) return [];
  const unsaid = difference(died, said);
  const bereft = new Set<Y.XmlText>();
  for (const text of dyingTexts(transaction.doc, died)) {
    if (!lastWords.has(text)) remember(text, died, lastWords);
  }
  for (const text of deadTexts(transaction.doc, unsaid)) bereft.add(text);
  return [...bereft].flatMap((text) => wordsIn(text, unsaid, died, lastWords));
}

/** The structs among `runs`. */
function* structsIn(doc: Y.Doc, runs: Deletes): Generator<Y.Item> {
  for (const [client, list] of runs) {
    const structs = doc.store.clients.get(client);
    if (!structs) continue;
    for (const run of list) {
      for (let i = Y.findIndexSS(structs, run.clock); i < structs.length; i++) {
        const struct = structs[i];
        if (!struct || struct.id.clock >= run.clock + run.len) break;
        if (struct instanceof Y.Item) yield struct;
      }
    }
  }
}

/** Texts that are among `runs` themselves. */
function* dyingTexts(doc: Y.Doc, runs: Deletes): Generator<Y.XmlText> {
  for (const { content } of structsIn(doc, runs)) {
    if (content instanceof Y.ContentType && content.type instanceof Y.XmlText) yield content.type;
  }
}

/** Texts whose strings are among `runs` and which are dead themselves. */
function deadTexts(doc: Y.Doc, runs: Deletes): Set<Y.XmlText> {
  const texts = new Set<Y.XmlText>();
  for (const { content, parent } of structsIn(doc, runs)) {
    if (!(content instanceof Y.ContentString)) continue;
    if (parent instanceof Y.XmlText && parent._item?.deleted) texts.add(parent);
  }
  return texts;
}

/** What a text held when it died, in the very transaction in which it does. */
function remember(text: Y.XmlText, died: Deletes, lastWords: LastWords): void {
  const held = new Map<number, Run[]>();
  for (const item of strings(text)) {
    const { client, clock } = item.id;
    if (!holds(died.get(client), clock)) continue;
    const runs = held.get(client) ?? [];
    runs.push({ clock, len: item.length });
    held.set(client, runs);
  }
  for (const [client, runs] of held) held.set(client, joined(runs));
  lastWords.set(text, held);
}

interface Piece {
  readonly kind: 'words' | 'context';
  text: string;
  readonly writers: CharacterId[];
  /** How many characters of the text, dead long since or not, stand before it, and before its end. */
  readonly from: number;
  to: number;
}

function wordsIn(
  text: Y.XmlText,
  unsaid: Deletes,
  died: Deletes,
  lastWords: LastWords,
): DeadWords[] {
  const place = placeOf(text._item);
  if (!place) return [];
  const known = lastWords.get(text);
  const row: CharacterId[] = [];
  const pieces: Piece[] = [];
  for (const item of strings(text)) {
    const { client } = item.id;
    for (const [at, char] of units(item)) {
      const clock = item.id.clock + at;
      const writer = { client, clock };
      row.push(writer);
      const words = holds(unsaid.get(client), clock);
      const context = !known || holds(known.get(client), clock) || holds(died.get(client), clock);
      if (!words && !context) continue;
      const kind = words ? 'words' : 'context';
      const last = pieces.at(-1);
      if (last?.kind === kind) {
        last.text += char;
        last.writers.push(writer);
        last.to = row.length;
      } else {
        pieces.push({ kind, text: char, writers: [writer], from: row.length - 1, to: row.length });
      }
      if (words && known) {
        known.set(client, joined([...(known.get(client) ?? []), { clock, len: 1 }]));
      }
    }
  }
  let left = '';
  return pieces.flatMap((piece, i) => {
    const before = left;
    left += piece.text;
    if (piece.kind === 'context') return [];
    const after = pieces.slice(i + 1).filter((next) => next.kind === 'context');
    return [
      {
        text: piece.text,
        writers: piece.writers,
        left: before,
        right: after.map((next) => next.text).join(''),
        before: row.slice(Math.max(0, piece.from - BESIDE), piece.from).reverse(),
        after: row.slice(piece.to, piece.to + BESIDE),
        ...place,
      },
    ];
  });
}

function* units(item: Y.Item): Generator<[number, string]> {
  if (!(item.content instanceof Y.ContentString)) return;
  const { str } = item.content;
  for (let at = 0; at < str.length; at++) yield [at, str[at] ?? ''];
}

/** All strings of a text in their order, the dead ones too. */
function* strings(text: Y.XmlText): Generator<Y.Item> {
  for (let item = text._start; item; item = item.right) {
    if (item.content instanceof Y.ContentString) yield item;
  }
}

/** The living fragment that holds `item`, and the place of its outermost element there; null where that is dead too. */
export function placeOf(item: Y.Item | null): Pick<DeadWords, 'fragment' | 'index'> | null {
  for (let inner = item; inner; ) {
    const parent = inner.parent;
    if (!(parent instanceof Y.AbstractType)) return null;
    if (parent instanceof Y.XmlFragment && !(parent instanceof Y.XmlElement)) {
      return parent._item?.deleted ? null : { fragment: parent, index: countBefore(parent, inner) };
    }
    inner = parent._item;
  }
  return null;
}

/** How many units live in a text or fragment before one of its things, which may be dead. */
export function countBefore(parent: Y.XmlFragment | Y.XmlText, item: Y.Item): number {
  let count = 0;
  for (let other = parent._start; other && other !== item; other = other.right) {
    if (!other.deleted && other.countable) count += other.length;
  }
  return count;
}
