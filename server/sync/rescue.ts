// Puts words that nobody deleted back where they belong: beside the copy of what stood around them, else as a paragraph.
import * as Y from 'yjs';
import type { DeadWords } from './dead-words.ts';

/** For each dead text, the living one that took words of it last: what is typed on in the dead one goes there too. */
export type Heirs = WeakMap<Y.XmlText, Y.XmlText>;

/** Origin of the transaction in which words are put back. */
export const RESCUE = 'rescue';

/** How much of what stood beside is looked for, longest first. Characters. */
const CONTEXTS = [12, 6, 3];
const CONTEXTS_OF_HEIR = [12, 6, 3, 2, 1];

interface Spot {
  readonly text: Y.XmlText;
  readonly at: number;
}

/** Puts all `words` back in one transaction. Returns how many characters that were. */
export function putBack(doc: Y.Doc, words: readonly DeadWords[], heirs: Heirs): number {
  let count = 0;
  doc.transact(() => {
    for (const dead of words) {
      const { fragment } = dead;
      const spot = spotFor(dead, fragment, dead.from ? heirs.get(dead.from) : undefined);
      if (spot) spot.text.insert(spot.at, dead.text);
      const heir = spot?.text ?? insertParagraph(fragment, dead.index, dead.text);
      if (dead.from) heirs.set(dead.from, heir);
      count += dead.text.length;
    }
  }, RESCUE);
  return count;
}

function insertParagraph(fragment: Y.XmlFragment, index: number, words: string): Y.XmlText {
  const text = new Y.XmlText(words);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  fragment.insert(Math.min(index, fragment.length), [paragraph]);
  return text;
}

function spotFor(dead: DeadWords, fragment: Y.XmlFragment, heir?: Y.XmlText): Spot | null {
  if (heir && !heir._item?.deleted) {
    const spot = beside(dead, [read(heir)], CONTEXTS_OF_HEIR);
    if (spot) return spot;
  }
  const living = texts(fragment).map(read);
  return copyOf(dead, living) ?? beside(dead, living, CONTEXTS);
}

/** The one text that reads exactly as the dead one did without the words. */
function copyOf(dead: DeadWords, living: readonly Reading[]): Spot | null {
  const whole = dead.left + dead.right;
  if (whole === '') return null;
  const copies = living.filter((reading) => reading.string === whole);
  const [copy] = copies;
  return copies.length === 1 && copy ? { text: copy.text, at: dead.left.length } : null;
}

/** After what stood before them, or before what stood after them, where that is found exactly once. */
function beside(
  dead: DeadWords,
  living: readonly Reading[],
  lengths: readonly number[],
): Spot | null {
  for (const length of lengths) {
    if (dead.left.length >= length) {
      const found = once(living, dead.left.slice(-length));
      if (found) return { text: found.text, at: found.at + length };
    }
    if (dead.right.length >= length) {
      const found = once(living, dead.right.slice(0, length));
      if (found) return found;
    }
  }
  return null;
}

function once(living: readonly Reading[], wanted: string): Spot | null {
  let found: Spot | null = null;
  for (const { text, string } of living) {
    const at = string.indexOf(wanted);
    if (at < 0) continue;
    if (found || string.indexOf(wanted, at + 1) >= 0) return null;
    found = { text, at };
  }
  return found;
}

interface Reading {
  readonly text: Y.XmlText;
  readonly string: string;
}

/** The living string of a text, one unit for each that counts in its indexes. */
function read(text: Y.XmlText): Reading {
  let string = '';
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue;
    string +=
      item.content instanceof Y.ContentString ? item.content.str : '\ufffc'.repeat(item.length);
  }
  return { text, string };
}

function texts(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? texts(child) : [];
  });
}
