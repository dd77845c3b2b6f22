// Comparing two texts whole: their words, their blocks, and what changed only in form.
import type { ComparedBlock, FormattingChange, MarkedRun, WordRun } from './comparison.ts';
import { formattingOf, marksOn } from './formatting.ts';
import {
  markStretches,
  type RichText,
  richTextOfPlain,
  shapeAt,
  type TextMark,
} from './rich-text.ts';
import { type Alignment, alignTexts } from './words/align.ts';
import { joined, piecesOf, wordsOf } from './words/runs.ts';
import type { Group } from './words/side.ts';

export interface TextComparison {
  /** Whether a reader sees no difference, neither in words nor in form. */
  readonly same: boolean;
  /** Plain text of both sides; `before` is written as `after` where no reader sees a difference. */
  readonly before: string;
  readonly after: string;
  readonly words: WordRun[];
  readonly blocks?: ComparedBlock[];
  readonly formatting?: FormattingChange[];
  readonly coarse: boolean;
}

/** Compares two plain texts. */
export function compareTexts(before: string, after: string): TextComparison {
  return compareRichTexts(richTextOfPlain(before), richTextOfPlain(after));
}

/** Compares two rich texts; blocks are given where one of them is more than plain paragraphs. */
export function compareRichTexts(before: RichText, after: RichText): TextComparison {
  if (before.plain && after.plain && before.text === after.text) {
    const { text } = after;
    const words: WordRun[] = text === '' ? [] : [{ op: 'equal', text }];
    return { same: true, before: text, after: text, words, coarse: false };
  }
  const alignment = alignTexts(before.text, after.text);
  const rich = !before.plain || !after.plain;
  const formatting = rich ? formattingOf(alignment, before, after) : [];
  const words = wordsOf(alignment);
  return {
    same: alignment.same && formatting.length === 0,
    before: joined(words, 'before'),
    after: joined(words, 'after'),
    words,
    ...(rich ? { blocks: blocksOf(alignment, before, after) } : {}),
    ...(formatting.length > 0 ? { formatting } : {}),
    coarse: alignment.coarse,
  };
}

function blocksOf(alignment: Alignment, before: RichText, after: RichText): ComparedBlock[] {
  return alignment.groups.map((group) => {
    const { a0, a1, b0, b1 } = group;
    return {
      ...(a0 < a1 ? { before: shapeAt(before, alignment.before.tokens[a0]?.start ?? 0) } : {}),
      ...(b0 < b1 ? { after: shapeAt(after, alignment.after.tokens[b0]?.start ?? 0) } : {}),
      runs: markedRuns(alignment, group, before, after),
    };
  });
}

/** The runs of one group with their marks; between two equal runs deleted ones, then inserted ones. */
function markedRuns(
  alignment: Alignment,
  group: Group,
  before: RichText,
  after: RichText,
): MarkedRun[] {
  const runs: MarkedRun[] = [];
  let deleted: MarkedRun[] = [];
  let inserted: MarkedRun[] = [];
  const flush = () => {
    runs.push(...deleted, ...inserted);
    deleted = [];
    inserted = [];
  };
  for (const { op, text, at, was } of piecesOf(alignment, group, false)) {
    if (text === '') continue;
    if (op === 'equal') flush();
    const list = op === 'equal' ? runs : op === 'delete' ? deleted : inserted;
    const source = op === 'delete' ? before : after;
    const old = was === undefined ? undefined : oldMarks(alignment, was, before, after);
    for (const { start, end, set } of markStretches(source, at, at + text.length))
      add(list, op, text.slice(start - at, end - at), set.marks, old);
  }
  flush();
  return runs;
}

/** The marks a word that stayed had before, where it has others now. */
function oldMarks(
  alignment: Alignment,
  index: number,
  before: RichText,
  after: RichText,
): TextMark[] | undefined {
  const token = alignment.before.tokens[index];
  const now = alignment.after.tokens[alignment.match[index] ?? -1];
  if (!token || !now) return undefined;
  const had = marksOn(before, token);
  return had.key === marksOn(after, now).key ? undefined : had.marks;
}

function add(
  list: MarkedRun[],
  op: WordRun['op'],
  text: string,
  marks: readonly TextMark[],
  was: TextMark[] | undefined,
): void {
  const form = { ...(marks.length > 0 ? { marks: [...marks] } : {}), ...(was ? { was } : {}) };
  const last = list.at(-1);
  if (
    last?.op === op &&
    JSON.stringify([last.marks, last.was]) === JSON.stringify([form.marks, form.was])
  )
    last.text += text;
  else list.push({ op, text, ...form });
}
