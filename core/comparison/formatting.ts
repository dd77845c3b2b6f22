// What changed only in form between two aligned texts: marks on words that stayed, blocks of another shape.
import type { FormattingChange } from './comparison.ts';
import { lineAt, markStretches, type RichText, sameShape, type TextMark } from './rich-text.ts';
import type { Alignment } from './words/align.ts';
import type { Token } from './words/tokens.ts';

/** Marks on one word: those it bears anywhere, and a key that tells which letters bear which. */
export interface WordMarks {
  readonly key: string;
  readonly marks: TextMark[];
}

/** The marks on a word of a text. */
export function marksOn(text: RichText, token: Token): WordMarks {
  const keys: string[] = [];
  const marks = new Map<string, TextMark>();
  const end = token.start + token.text.length;
  for (const { set } of markStretches(text, token.start, end)) {
    keys.push(set.key);
    for (const mark of set.marks) marks.set(`${mark.type} ${mark.href ?? ''}`, mark);
  }
  return { key: keys.join(), marks: [...marks.values()] };
}

/**
 * Words that stayed and have other marks than before, exactly these and no others (neighbours with
 * the same change as one), and blocks that stayed and have another shape; in the order of the text after.
 */
export function formattingOf(
  alignment: Alignment,
  before: RichText,
  after: RichText,
): FormattingChange[] {
  return [...markChanges(alignment, before, after), ...blockChanges(alignment, before, after)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

function* matched({ before, after, match }: Alignment): Generator<[Token, Token, number]> {
  for (const [index, found] of match.entries()) {
    const [x, y] = [before.tokens[index], after.tokens[found]];
    if (x && y) yield [x, y, found];
  }
}

function markChanges(alignment: Alignment, before: RichText, after: RichText): FormattingChange[] {
  if (before.sets.length === 1 && after.sets.length === 1) return [];
  const out: FormattingChange[] = [];
  let previous = { index: -2, key: '' };
  for (const [x, y, index] of matched(alignment)) {
    const was = marksOn(before, x);
    const is = marksOn(after, y);
    if (was.key === is.key) continue;
    const key = `${was.key} → ${is.key}`;
    const end = y.start + y.text.length;
    const last = out.at(-1);
    if (last && previous.index === index - 1 && previous.key === key) {
      last.end = end;
      last.text = after.text.slice(last.start, end);
    } else {
      const marks = { before: was.marks, after: is.marks };
      out.push({ start: y.start, end, text: after.text.slice(y.start, end), marks });
    }
    previous = { index, key };
  }
  return out;
}

function blockChanges(alignment: Alignment, before: RichText, after: RichText): FormattingChange[] {
  const out: FormattingChange[] = [];
  const seen = new Set<number>();
  for (const [x, y] of matched(alignment)) {
    const at = lineAt(after, y.start);
    if (seen.has(at)) continue;
    seen.add(at);
    const was = before.lines[lineAt(before, x.start)]?.shape;
    const line = after.lines[at];
    if (!was || !line || sameShape(was, line.shape)) continue;
    const next = after.lines[at + 1];
    const end = next ? next.start - 1 : after.text.length;
    out.push({
      start: line.start,
      end,
      text: after.text.slice(line.start, end),
      block: { before: was, after: line.shape },
    });
  }
  return out;
}
