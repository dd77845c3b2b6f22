// A caret belongs to its words: found again when the paragraph around them is rebuilt, left alone when in doubt.
import type { Node as DocNode } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import { caretAfter } from '#app/editor/item/keep-caret.ts';
import { itemSchema } from '#core/document/extensions.ts';

function doc(...paragraphs: string[]): DocNode {
  return itemSchema.node(
    'doc',
    null,
    paragraphs.map((text) =>
      itemSchema.node('paragraph', null, text === '' ? [] : [itemSchema.text(text)]),
    ),
  );
}

/** Position of `|` in paragraphs, and the document without it. */
function caret(...paragraphs: string[]): { text: DocNode; at: number } {
  let at = 0;
  for (const paragraph of paragraphs) {
    const mark = paragraph.indexOf('|');
    if (mark >= 0) {
      at += 1 + mark;
      break;
    }
    at += paragraph.length + 2;
  }
  return { text: doc(...paragraphs.map((paragraph) => paragraph.replace('|', ''))), at };
}

const CASES: readonly [string, string[], string[], string[]][] = [
  [
    'a split before it',
    ['Une version réduite. Elle a un support| pour tout.'],
    ['Une version réduite.|', ' Elle a un support pour tout.'],
    ['Une version réduite.', ' Elle a un support| pour tout.'],
  ],
  [
    'a join',
    ['Première ligne.', 'Elle a un support| pour tout.'],
    ['Première ligne.|Elle a un support pour tout.'],
    ['Première ligne.Elle a un support| pour tout.'],
  ],
  [
    'words that stand twice: nothing is guessed',
    ['un support| pour tout'],
    ['|', 'un support pour tout', 'un support pour tout'],
    ['|', 'un support pour tout', 'un support pour tout'],
  ],
  [
    'typing elsewhere: it stays',
    ['un support| pour tout'],
    ['Encore un support| pour tout et tous'],
    ['Encore un support| pour tout et tous'],
  ],
  ['an empty line', ['|'], ['ab|'], ['ab|']],
];

describe('the caret after', () => {
  test.each(CASES)('%s', (_name, had, has, wanted) => {
    const before = caret(...had);
    const now = caret(...has);
    expect(caretAfter(before.text, before.at, now.text, now.at)).toBe(caret(...wanted).at);
  });
});
