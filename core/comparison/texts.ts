// Comparing two texts whole: their words, their blocks, and what changed only in form.
import type { ComparedBlock, FormattingChange, WordRun } from './comparison.ts';
import { formattingOf } from './formatting.ts';
import { markedRuns } from './marked-runs.ts';
import { type RichText, richTextOfPlain, shapeAt } from './rich-text.ts';
import { type Alignment, alignTexts } from './words/align.ts';
import { joined, wordsOf } from './words/runs.ts';

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
