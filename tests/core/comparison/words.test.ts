// Words told apart as French and English readers see them, and the laws that runs of words keep.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WordRun } from '#core/comparison/comparison.ts';
import { compareTexts } from '#core/comparison/texts.ts';
import { joined } from '#core/comparison/words/runs.ts';
import { looksSame, tokensOf } from '#core/comparison/words/tokens.ts';

/** Runs in one line: `[-deleted-]`, `{+inserted+}`. */
function shown(words: readonly WordRun[]): string {
  return words
    .map(({ op, text }) =>
      op === 'equal' ? text : op === 'delete' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('');
}

const compared = (before: string, after: string) => shown(compareTexts(before, after).words);

describe('a changed word is shown whole', () => {
  test.each([
    [
      'an elided article is a word of its own',
      'l’élève écoute',
      'l’élève écrit',
      'l’élève [-écoute-]{+écrit+}',
    ],
    ['another article', 'l’école', 'd’école', '[-l’-]{+d’+}école'],
    [
      'accents do not cut',
      'la qualité évaluée',
      'la qualification évaluée',
      'la [-qualité-]{+qualification+} évaluée',
    ],
    ['a plural', 'compétence', 'compétences', '[-compétence-]{+compétences+}'],
    ['a compound', 'un savoir-faire', 'un savoir-être', 'un [-savoir-faire-]{+savoir-être+}'],
    [
      'a pronoun after a verb',
      'animá-los hoje',
      'animá-las hoje',
      '[-animá-los-]{+animá-las+} hoje',
    ],
    ['a decimal number', 'niveau 3.2', 'niveau 3.3', 'niveau [-3.2-]{+3.3+}'],
    ['a French decimal number', '7,5 heures', '8,5 heures', '[-7,5-]{+8,5+} heures'],
    ['thousands', '12 500 €', '13 500 €', '[-12 500-]{+13 500+} €'],
    ['a date', 'le 12/05/2026', 'le 13/05/2026', 'le [-12/05/2026-]{+13/05/2026+}'],
    ['aujourd’hui is one word', 'aujourd’hui', 'aujourd’huit', '[-aujourd’hui-]{+aujourd’huit+}'],
    ['an English contraction', 'they don’t go', 'they won’t go', 'they [-don’t-]{+won’t+} go'],
    [
      'an inclusive form',
      'un médiateur·rice',
      'un médiateur',
      'un [-médiateur·rice-]{+médiateur+}',
    ],
    ['a family emoji', 'ici 👨‍👩‍👧 là', 'ici 👨‍👩‍👦 là', 'ici [-👨‍👩‍👧-]{+👨‍👩‍👦+} là'],
    ['a skin tone', '👍🏽 oui', '👍🏿 oui', '[-👍🏽-]{+👍🏿+} oui'],
    ['a flag', 'en 🇫🇷 ici', 'en 🇧🇪 ici', 'en [-🇫🇷-]{+🇧🇪+} ici'],
    ['Arabic', 'مرحبا بالعالم', 'مرحبا بالمدرسة', 'مرحبا [-بالعالم-]{+بالمدرسة+}'],
    ['Hebrew with vowel signs', 'שָׁלוֹם עולם', 'שָׁלוֹם לכם', 'שָׁלוֹם [-עולם-]{+לכם+}'],
    ['signs of a script without spaces', '学校へ行く', '学校に行く', '学校[-へ-]{+に+}行く'],
    [
      'an address',
      'voir https://exemple.org/a-b.',
      'voir https://exemple.org/a-c.',
      'voir [-https://exemple.org/a-b-]{+https://exemple.org/a-c+}.',
    ],
    ['a mark alone', 'Il vient.', 'Il vient !', 'Il vient[-.-]{+ !+}'],
    ['upper case', 'Les Mairies', 'Les mairies', 'Les [-Mairies-]{+mairies+}'],
  ])('%s', (_, before, after, expected) => {
    expect(compared(before, after)).toBe(expected);
  });
});

describe('an edit begins and ends where a reader expects it', () => {
  test.each([
    ['a word put in', 'x y', 'x new y', 'x {+new +}y', 'x{+ new+} y'],
    [
      'a sentence put in between',
      'Un. Trois.',
      'Un. Deux. Trois.',
      'Un. {+Deux. +}Trois.',
      'Un.{+ Deux.+} Trois.',
    ],
    [
      'a member of a list',
      'de cantine et de bus',
      'de cantine, d’internat et de bus',
      'de cantine{+, d’internat+} et de bus',
      '',
    ],
    ['a sentence added', 'Un deux.', 'Un deux. Trois quatre.', 'Un deux.{+ Trois quatre.+}', ''],
  ])('%s', (_, before, after, ...expected) => {
    expect(expected).toContain(compared(before, after));
  });

  test('small words do not litter a passage that was rewritten', () => {
    expect(
      compared(
        'Le dossier reste entre les mains de la famille.',
        'Être présent au rendez-vous si demandé et vérifier que la décision est comprise.',
      ),
    ).toBe(
      '[-Le dossier reste entre les mains de la famille-]{+Être présent au rendez-vous si demandé et vérifier que la décision est comprise+}.',
    );
  });

  test('two words changed on either side of a small one are two changes', () => {
    expect(compared('un petit et vieux chien', 'un grand et jeune chien')).toBe(
      'un [-petit-]{+grand+} et [-vieux-]{+jeune+} chien',
    );
  });
});

describe('what no reader sees is no difference', () => {
  test.each([
    ['Unicode composition', 'e\u0301le\u0300ve', 'élève'],
    ['no-break spaces', 'Pourquoi\u00a0? Parce\u202fque', 'Pourquoi ? Parce que'],
    ['runs of spaces and spaces at the ends', ' deux  mots ', 'deux mots'],
    ['apostrophes', "l'école d'ici", 'l’école d’ici'],
    ['quotes', 'dit "oui" ici', 'dit “oui” ici'],
    ['quotes of another language', 'dit "oui" ici', 'dit «\u00a0oui\u00a0» ici'],
    ['empty lines', 'un\n\n\ndeux', 'un\ndeux'],
    ['hyphens that do not break', 'savoir‑faire', 'savoir-faire'],
    ['soft hyphens', 'com\u00adpé\u00adtence', 'compétence'],
    ['characters without a glyph', '\ufeffmot\u200b suivant', 'mot suivant'],
    ['ligatures of fonts', 'of\ufb01ce', 'office'],
    ['three dots', 'ainsi...', 'ainsi…'],
  ])('%s', (_, before, after) => {
    expect(looksSame(before, after)).toBe(true);
    const { same, words } = compareTexts(before, after);
    expect(same).toBe(true);
    expect(words.every(({ op }) => op === 'equal')).toBe(true);
  });

  test.each([
    ['a space or none', 'bien sûr', 'biensûr'],
    ['a line break or a space', 'un deux', 'un\ndeux'],
    ['an accent', 'ou', 'où'],
    ['a dash for a hyphen', 'a-b', 'a–b'],
    ['œ and oe', 'cœur', 'coeur'],
    ['a superscript', 'm2', 'm²'],
    ['a space before a mark', 'quoi?', 'quoi ?'],
  ])('but %s is one', (_, before, after) => {
    expect(compareTexts(before, after).same).toBe(false);
  });

  test('beside a change, the text that stayed is written as after', () => {
    const { words, before, after } = compareTexts("l'école  est là", 'l’école est ici');
    expect(shown(words)).toBe('l’école est [-là-]{+ici+}');
    expect(before).toBe('l’école est là');
    expect(after).toBe('l’école est ici');
  });
});

describe('paragraphs face their counterparts', () => {
  test.each([
    [
      'an item of a list',
      'Un\nDeux\nTrois\nQuatre',
      'Un (modifié)\nDeux\nTrois\nQuatre',
      'Un{+ (modifié)+}\nDeux\nTrois\nQuatre',
    ],
    ['first items gone', '1\n2\n3', '3', '[-1\n2\n-]3'],
    ['a row put in', 'a\tb\nc\td', 'a\tb\nx\ty\nc\td', 'a\tb\n{+x\ty\n+}c\td'],
    ['a column gone', 'a\tb\tc\nd\te\tf', 'b\tc\ne\tf', '[-a\t-]b\tc\n[-d\t-]e\tf'],
    [
      'a paragraph cut in two',
      'Un premier point. Un second point.',
      'Un premier point.\nUn second point.',
      'Un premier point.[- -]{+\n+}Un second point.',
    ],
    [
      'two paragraphs joined',
      'Un premier point.\nUn second point.',
      'Un premier point. Un second point.',
      'Un premier point.[-\n-]{+ +}Un second point.',
    ],
  ])('%s', (_, before, after, expected) => {
    const alternative = expected.replace('\n{+x\ty\n+}', '{+\nx\ty+}\n');
    expect([expected, alternative]).toContain(compared(before, after));
  });

  test('blocks that stay are unmarked where two others swap places', () => {
    const blocks = [
      'alpha un',
      'beta deux',
      'gamma trois',
      'delta quatre',
      'epsilon cinq',
      'zeta six',
    ];
    const swapped = [0, 4, 2, 3, 1, 5].map((at) => blocks[at]).join('\n');
    const { words } = compareTexts(blocks.join('\n'), swapped);
    const kept = words.filter(({ op }) => op === 'equal').map(({ text }) => text);
    expect(kept.join('')).toContain('gamma trois\ndelta quatre');
  });
});

const SEED = 20261104;
const piece = fc.constantFrom(
  'la',
  'de',
  'l’',
  'école',
  'élève',
  'famille',
  'savoir-faire',
  '3.2',
  ' ',
  '  ',
  '\u00a0',
  '\n',
  '\t',
  ',',
  '.',
  '«',
  '»',
  '👨‍👩‍👧',
  'é',
  'e\u0301',
  'مرحبا',
  '\u200b',
  '-',
  '’',
  '(',
  's)',
);
/** Without quotes of two kinds: where one stands for the other, the spaces inside « » may go with it. */
const text = fc
  .oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  .map((one) => one.replace(/["“”„‟″]/g, ''));
/** A text and what became of it by a few edits. */
const revised = fc
  .tuple(text, fc.array(fc.tuple(fc.nat(), fc.nat(8), text), { maxLength: 3 }))
  .map(([before, edits]) => {
    let after = before;
    for (const [at, length, put] of edits) {
      const from = after.length === 0 ? 0 : at % after.length;
      after = after.slice(0, from) + put + after.slice(from + length);
    }
    return [before, after] as const;
  });
const pair = fc.oneof(revised, fc.tuple(text, text));

describe('whatever the texts', { timeout: 30_000 }, () => {
  const check = (property: (before: string, after: string) => void) =>
    fc.assert(
      fc.property(pair, ([before, after]) => property(before, after)),
      { seed: SEED, numRuns: 500 },
    );

  test('equal and deleted runs joined are the text before, equal and inserted ones the text after', () => {
    check((before, after) => {
      const compared = compareTexts(before, after);
      expect(joined(compared.words, 'before')).toBe(compared.before);
      expect(joined(compared.words, 'after')).toBe(compared.after);
      expect(looksSame(compared.before, before)).toBe(true);
      expect(looksSame(compared.after, after)).toBe(true);
    });
  });

  test('a text without invisible differences comes back exactly', () => {
    check((before, after) => {
      const unquoted = [before, after].map((one) => one.replace(/[«»]/g, ''));
      const [a, b] = unquoted.map((one) =>
        tokensOf(one)
          .tokens.map(({ form }) => form)
          .join(' '),
      );
      const compared = compareTexts(a ?? '', b ?? '');
      expect(compared.before).toBe(a);
      expect(compared.after).toBe(b);
    });
  });

  test('a text compared with itself has no difference, and one with another has one unless they look the same', () => {
    check((before, after) => {
      expect(compareTexts(before, before).words.every(({ op }) => op === 'equal')).toBe(true);
      const { same, words } = compareTexts(before, after);
      expect(same).toBe(looksSame(before, after));
      expect(words.every(({ op }) => op === 'equal')).toBe(same);
    });
  });

  test('the other way round, what was inserted is deleted and nothing else changes', () => {
    check((before, after) => {
      const texts = ({ words }: { words: readonly WordRun[] }, op: WordRun['op']) =>
        words.filter((run) => run.op === op).map(({ text }) => text);
      const there = compareTexts(before, after);
      const back = compareTexts(after, before);
      expect(texts(back, 'insert')).toEqual(texts(there, 'delete'));
      expect(texts(back, 'delete')).toEqual(texts(there, 'insert'));
    });
  });

  test('runs alternate: none is empty, deleted before inserted, no two alike in a row', () => {
    check((before, after) => {
      const { words } = compareTexts(before, after);
      for (const [at, { op, text }] of words.entries()) {
        expect(text).not.toBe('');
        expect(words[at - 1]?.op).not.toBe(op);
        if (op === 'delete') expect(words[at - 1]?.op).not.toBe('insert');
      }
    });
  });

  test('cutting into words loses nothing', () => {
    check((before) => {
      const { tokens, lead, tail } = tokensOf(before);
      expect(lead + tokens.map(({ space, text }) => space + text).join('') + tail).toBe(before);
      for (const { start, text } of tokens) expect(before.startsWith(text, start)).toBe(true);
    });
  });
});
