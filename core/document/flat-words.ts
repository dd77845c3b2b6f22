// The words of an item's text as one line of characters, and where each of them stands in the shared text.
import * as Y from 'yjs';
import { EMBEDDED, textRuns } from './rich.ts';

interface Piece {
  readonly text: Y.XmlText;
  /** Place of its first character in the line. */
  readonly from: number;
  /** Place of its first character in the shared text. */
  readonly at: number;
  readonly length: number;
}

/** Blocks follow each other without anything between: so a page that shows the text counts the same characters. */
export interface FlatWords {
  readonly line: string;
  readonly pieces: readonly Piece[];
}

/** A part of the line, in UTF-16 units. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** As deep as texts are read at all. */
const MAX_NESTING = 100;

/** Reads a text; never writes. */
export function flatWords(fragment: Y.XmlFragment): FlatWords {
  const pieces: Piece[] = [];
  let line = '';
  const take = (inside: Y.XmlFragment, nesting: number) => {
    if (nesting > MAX_NESTING) return;
    for (const child of inside.toArray()) {
      if (child instanceof Y.XmlElement) take(child, nesting + 1);
      if (!(child instanceof Y.XmlText)) continue;
      let at = 0;
      for (const { text } of textRuns(child)) {
        if (text !== EMBEDDED) {
          pieces.push({ text: child, from: line.length, at, length: text.length });
          line += text;
        }
        at += text.length;
      }
    }
  };
  take(fragment, 0);
  return { line, pieces };
}

/** The words of a part as they are read: with a space where a block or a line ends between them. */
export function spokenWords({ line, pieces }: FlatWords, { from, to }: Span): string {
  let spoken = '';
  let before: Y.XmlText | null = null;
  for (const piece of pieces) {
    const start = Math.max(from, piece.from);
    const end = Math.min(to, piece.from + piece.length);
    if (start >= end) continue;
    if (before !== null && before !== piece.text) spoken += ' ';
    spoken += line.slice(start, end);
    before = piece.text;
  }
  return spoken.replace(/\s+/g, ' ').trim();
}

/** Where in the shared text the character at a place of the line stands; null where there is none. */
export function placeInText(
  { pieces }: FlatWords,
  place: number,
): { readonly text: Y.XmlText; readonly index: number } | null {
  const piece = pieces.find(({ from, length }) => place >= from && place < from + length);
  return piece ? { text: piece.text, index: piece.at + place - piece.from } : null;
}

/** Place in the line of an index of a shared text, which may be its end; null where it is no text of this line. */
export function placeInLine({ pieces }: FlatWords, text: unknown, index: number): number | null {
  const own = pieces.filter((piece) => piece.text === text);
  const piece = own.find(({ at, length }) => index <= at + length) ?? own.at(-1);
  if (!piece) return null;
  return piece.from + Math.min(Math.max(index - piece.at, 0), piece.length);
}
