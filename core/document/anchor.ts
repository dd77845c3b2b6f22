// Words that something points at (a comment): kept by the ids of their characters and by what they say, found again
// after edits, and where the characters were written anew (a paragraph joined, cut and pasted, an undo) by their words.
import * as Y from 'yjs';
import { z } from 'zod';
import { type FlatWords, placeInLine, placeInText, type Span } from './flat-words.ts';

/** Longer words are not pointed at. UTF-16 units. */
export const LONGEST_ANCHOR = 2_000;
/** How much of what stood before and after is kept, to tell equal words apart. */
const CONTEXT = 40;
/** Words that stand once and are as long as this are found without anything around them. */
const LONG_ENOUGH = 8;
/** Shorter ones need as much as this of what stood around them. */
const ENOUGH_AROUND = 4;
/** In another item than their own, words must say more before they count as the same. */
const MORE_ELSEWHERE = 16;

const idSchema = z.object({
  client: z.int().min(0),
  clock: z.int().min(0),
});

export const anchorSchema = z.object({
  /** Yjs ids of the first and the last character. */
  first: idSchema,
  last: idSchema,
  /** What they said, and what stood around, without breaks between blocks. */
  words: z.string().min(1).max(LONGEST_ANCHOR),
  before: z.string().max(CONTEXT),
  after: z.string().max(CONTEXT),
});

export type Anchor = z.output<typeof anchorSchema>;

/** Moves a place out of the middle of a character of two units. */
function outOfPair(line: string, place: number, towards: -1 | 1): number {
  const inPair =
    /[\ud800-\udbff]/.test(line.charAt(place - 1)) && /[\udc00-\udfff]/.test(line.charAt(place));
  return inPair ? place + towards : place;
}

/** The part without the spaces at its ends and with whole characters; null where nothing is left, or too much. */
export function wholeWords(line: string, { from, to }: Span): Span | null {
  let start = outOfPair(line, Math.max(0, from), -1);
  let end = outOfPair(line, Math.min(line.length, to), 1);
  while (start < end && /\s/.test(line.charAt(start))) start += 1;
  while (end > start && /\s/.test(line.charAt(end - 1))) end -= 1;
  return start < end && end - start <= LONGEST_ANCHOR ? { from: start, to: end } : null;
}

/** Points at a part of a text; null where there are no words in it. */
export function makeAnchor(words: FlatWords, span: Span): Anchor | null {
  const whole = wholeWords(words.line, span);
  const first = whole && idAt(words, whole.from);
  const last = whole && idAt(words, whole.to - 1);
  if (!whole || !first || !last) return null;
  const { line } = words;
  return {
    first,
    last,
    words: line.slice(whole.from, whole.to),
    before: line.slice(Math.max(0, whole.from - CONTEXT), whole.from),
    after: line.slice(whole.to, whole.to + CONTEXT),
  };
}

function idAt(words: FlatWords, place: number): Anchor['first'] | null {
  const found = placeInText(words, place);
  const id = found && Y.createRelativePositionFromTypeIndex(found.text, found.index).item;
  return id ? { client: id.client, clock: id.clock } : null;
}

/**
 * What is left of the words under the ids of their characters, grown by what was typed between; null where nothing is,
 * or where they are not known here yet.
 */
export function findByIds(doc: Y.Doc, words: FlatWords, { first, last }: Anchor): Span | null {
  const from = placeOf(doc, words, first, 0);
  const to = placeOf(doc, words, last, -1);
  return from !== null && to !== null ? wholeWords(words.line, { from, to }) : null;
}

function placeOf(doc: Y.Doc, words: FlatWords, id: Anchor['first'], assoc: 0 | -1): number | null {
  const relative = new Y.RelativePosition(null, null, Y.createID(id.client, id.clock), assoc);
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(relative, doc);
    return found && placeInLine(words, found.type, found.index);
  } catch {
    // An id that names something that is no text: it came from outside.
    return null;
  }
}

function commonEnd(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count += 1;
  return count;
}

function commonStart(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a.charAt(count) === b.charAt(count)) count += 1;
  return count;
}

interface Found {
  readonly span: Span;
  /** How many characters around them are as they were. */
  readonly around: number;
}

function occurrences(line: string, { words, before, after }: Anchor): Found[] {
  const found: Found[] = [];
  for (let at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + 1)) {
    const end = at + words.length;
    const around = commonEnd(line.slice(0, at), before) + commonStart(line.slice(end), after);
    found.push({ span: { from: at, to: end }, around });
  }
  return found.sort((a, b) => b.around - a.around);
}

/** The same words in a line, told apart by what stands around them; null where they are not there or could be several. */
export function findByWords(line: string, anchor: Anchor): Span | null {
  const [best, second] = occurrences(line, anchor);
  if (!best || best.around === second?.around) return null;
  const sure =
    best.around >= ENOUGH_AROUND || (second === undefined && anchor.words.length >= LONG_ENOUGH);
  return sure ? best.span : null;
}

/** Where words are now. */
export interface WordsPlace {
  readonly item: string;
  readonly span: Span;
  /** `words`: their characters are gone, and they were found by what they say. */
  readonly by: 'ids' | 'words';
}

/**
 * Looks for words that were pointed at in `item`: there first, then (moved by cutting and pasting, a split, a merge) in
 * the other living items of the room. `wordsOf` gives an item's words, null for one that is not living. Null: detached.
 */
export function locateAnchor(
  doc: Y.Doc,
  anchor: Anchor,
  item: string,
  others: Iterable<string>,
  wordsOf: (id: string) => FlatWords | null,
): WordsPlace | null {
  const own = wordsOf(item);
  const kept = own && findByIds(doc, own, anchor);
  if (kept) return { item, span: kept, by: 'ids' };
  const again = own && findByWords(own.line, anchor);
  if (again) return { item, span: again, by: 'words' };
  let elsewhere: WordsPlace | null = null;
  for (const id of others) {
    const words = id === item ? null : wordsOf(id);
    const [best, second] = words ? occurrences(words.line, anchor) : [];
    if (!best || best.around === second?.around) continue;
    if (best.around + anchor.words.length < MORE_ELSEWHERE) continue;
    // Twice in the section: nobody knows which is meant.
    if (elsewhere) return null;
    elsewhere = { item: id, span: best.span, by: 'words' };
  }
  return elsewhere;
}
