// What changed only in form is said so, on exactly the words and blocks it changed on; lists and tables keep their shape.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { richTextOf } from '#core/comparison/rich-text.ts';
import { compareRichTexts } from '#core/comparison/texts.ts';
import { nodesOfBody } from '#core/document/bodies.ts';
import { plainText } from '#core/document/plain.ts';
import type { RichNode } from '#core/framework/interchange.ts';

const rich = (body: string) => richTextOf(nodesOfBody({ body }));
const compared = (before: string, after: string) => compareRichTexts(rich(before), rich(after));
const edits = ({ words }: ReturnType<typeof compared>) => words.filter(({ op }) => op !== 'equal');

describe('formatting', () => {
  const sentences =
    'L’équipe accueille chaque élève et sa famille avec attention, explique les étapes de l’inscription, ';
  const end =
    'puis prépare avec eux le premier jour. Élise, médiatrice à Évry, rappelle les règles de l’établissement et note ce qui reste à faire avant la rentrée.';

  test('one word made bold far into a paragraph is that word, as formatting, and nothing else', () => {
    const before = `**${sentences}**${end}`;
    const after = before.replace('règles', '**règles**');
    const result = compared(before, after);
    expect(result.same).toBe(false);
    expect(edits(result)).toEqual([]);
    expect(result.formatting).toEqual([
      {
        start: result.after.indexOf('règles'),
        end: result.after.indexOf('règles') + 'règles'.length,
        text: 'règles',
        marks: { before: [], after: [{ type: 'bold' }] },
      },
    ]);
  });

  test.each([
    ['bold taken away', '**un** mot', 'un mot', 'un'],
    ['bold to italic', 'un **mot** ici', 'un *mot* ici', 'mot'],
    ['several words at once', 'un deux trois quatre', 'un **deux trois** quatre', 'deux trois'],
    ['half a word', 'inacceptable', '**in**acceptable', 'inacceptable'],
    ['a link', 'voir ici', 'voir [ici](https://exemple.org/)', 'ici'],
    [
      'another address of a link',
      '[ici](https://exemple.org/a)',
      '[ici](https://exemple.org/b)',
      'ici',
    ],
  ])('%s', (_, before, after, text) => {
    const result = compared(before, after);
    expect(edits(result)).toEqual([]);
    expect(result.formatting?.map((change) => change.text)).toEqual([text]);
  });

  test('beside a changed word it is told apart from it', () => {
    const result = compared('un petit chien dort', 'un grand chien **dort**');
    expect(edits(result).map(({ text }) => text)).toEqual(['petit', 'grand']);
    expect(result.formatting?.map(({ text }) => text)).toEqual(['dort']);
    expect(result.blocks?.[0]?.runs).toEqual([
      { op: 'equal', text: 'un ' },
      { op: 'delete', text: 'petit' },
      { op: 'insert', text: 'grand' },
      { op: 'equal', text: ' chien ' },
      { op: 'equal', text: 'dort', marks: [{ type: 'bold' }], was: [] },
    ]);
  });

  test('marks that a reader does not see are none', () => {
    const bold = (text: string): RichNode => ({ type: 'text', text, marks: [{ type: 'bold' }] });
    const paragraph = (...content: RichNode[]): RichNode[] => [{ type: 'paragraph', content }];
    const plain = (text: string): RichNode => ({ type: 'text', text });
    const result = compareRichTexts(
      richTextOf(paragraph(bold('un'), plain(' deux'))),
      richTextOf(paragraph(bold('un '), plain('deux'))),
    );
    expect(result.same).toBe(true);
  });
});

describe('blocks of another shape', () => {
  test.each([
    ['paragraph to list', 'un\n\ndeux', '- un\n- deux', ['un', 'deux']],
    ['bullets to numbers', '- un\n- deux', '1. un\n2. deux', ['un', 'deux']],
    ['an item one level down', '- un\n- deux', '- un\n  - deux', ['deux']],
    ['a quote', 'un\n\ndeux', 'un\n\n> deux', ['deux']],
    ['a list that begins elsewhere', '1. un\n2. deux', '3. un\n4. deux', ['un']],
  ])('%s', (_, before, after, texts) => {
    const result = compared(before, after);
    expect(edits(result)).toEqual([]);
    expect(result.formatting?.map(({ text }) => text)).toEqual(texts);
    expect(result.formatting?.every(({ block }) => block !== undefined)).toBe(true);
  });

  test('an item put in changes the numbers after it, which is no change', () => {
    const result = compared('1. un\n2. trois', '1. un\n2. deux\n3. trois');
    expect(result.formatting).toBeUndefined();
    expect(edits(result).map(({ op, text }) => [op, text.trim()])).toEqual([['insert', 'deux']]);
  });
});

describe('lists and tables side by side', () => {
  test('one item changed: one block differs, each side has its one list', () => {
    const { blocks = [] } = compared('- Un\n- Deux\n- Trois', '- Un (modifié)\n- Deux\n- Trois');
    expect(blocks.map(({ runs }) => runs.some(({ op }) => op !== 'equal'))).toEqual([
      true,
      false,
      false,
    ]);
    for (const { before, after } of blocks) {
      expect(before?.within).toEqual(['bulletList']);
      expect(after?.within).toEqual(['bulletList']);
    }
  });

  test('first items removed: they stand on the left only, inside the list', () => {
    const { blocks = [] } = compared('1. Un\n2. Deux\n3. Trois', '1. Trois');
    expect(blocks.map(({ before, after }) => [before?.ordinal, after?.ordinal])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, 1],
    ]);
  });

  test('a word changed in each of two lists nests neither in the other', () => {
    const { blocks = [] } = compared('- un petit\n\n1. deux grands', '- un gros\n\n1. deux gros');
    expect(blocks.map(({ after }) => after?.within)).toEqual([['bulletList'], ['orderedList']]);
  });

  const table = (rows: readonly (readonly string[])[]) =>
    [rows[0], rows[0]?.map(() => '---'), ...rows.slice(1)]
      .map((row) => `| ${row?.join(' | ')} |`)
      .join('\n');
  const rows = [
    ['Compétence', 'Niveau', 'Module'],
    ['Accueillir', 'deux', 'Premier accueil'],
    ['Écouter', 'trois', 'Écoute active'],
    ['Orienter', 'un', 'Droits et recours'],
  ];

  test('a cell changed', () => {
    const after = rows.map((row) => row.map((cell) => (cell === 'trois' ? 'quatre' : cell)));
    const result = compared(table(rows), table(after));
    expect(edits(result).map(({ text }) => text)).toEqual(['trois', 'quatre']);
  });

  test('a row put in: row faces row of the same content', () => {
    const after = [...rows.slice(0, 2), ['Écrire', 'deux', 'Écrits utiles'], ...rows.slice(2)];
    const { blocks = [] } = compared(table(rows), table(after));
    expect(blocks.map(({ before, after }) => [before !== undefined, after !== undefined])).toEqual([
      [true, true],
      [true, true],
      [false, true],
      [true, true],
      [true, true],
    ]);
    expect(blocks.filter(({ runs }) => runs.some(({ op }) => op !== 'equal'))).toHaveLength(1);
  });

  test('a column removed: its cells and no others', () => {
    const result = compared(table(rows), table(rows.map((row) => row.slice(1))));
    expect(edits(result).map(({ op, text }) => [op, text])).toEqual(
      rows.map(([first]) => ['delete', `${first}\t`]),
    );
  });
});

const inline = fc.record(
  {
    type: fc.constant('text'),
    text: fc.constantFrom('un', ' deux', 'trois ', 'é', 'l’école', '\t', '.'),
    marks: fc.subarray([{ type: 'bold' }, { type: 'italic' }]),
  },
  { requiredKeys: ['type', 'text'] },
);
const line = fc.array(fc.oneof(inline, fc.constant({ type: 'hardBreak' })), { maxLength: 4 });
const { block } = fc.letrec<{ block: RichNode; item: RichNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    fc.record({ type: fc.constant('paragraph'), content: line }),
    fc.record({
      type: fc.constantFrom('bulletList', 'orderedList'),
      content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      type: fc.constantFrom('blockquote', 'strange'),
      content: fc.array(tie('block'), { maxLength: 2 }),
    }),
    fc.record({
      type: fc.constant('table'),
      content: fc.array(
        fc.record({
          type: fc.constant('tableRow'),
          content: fc.array(
            fc.record({
              type: fc.constant('tableCell'),
              content: fc.array(tie('block'), { maxLength: 2 }),
            }),
            { maxLength: 3 },
          ),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  ),
  item: fc.record({
    type: fc.constant('listItem'),
    content: fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
  }),
}));
const document = fc
  .array(block, { maxLength: 4 })
  .map((content) => nodesOfBody({ bodyDoc: { type: 'doc', content } }));

describe('whatever the texts', { timeout: 30_000 }, () => {
  const parameters = { seed: 20261105, numRuns: 150 };

  test('a rich text flattened is its plain text', () => {
    fc.assert(
      fc.property(document, (nodes) => {
        expect(richTextOf(nodes).text).toBe(plainText(nodes));
      }),
      parameters,
    );
  });

  test('compared with itself it is the same, and blocks hold the words that runs hold', () => {
    fc.assert(
      fc.property(document, document, (a, b) => {
        const [before, after] = [richTextOf(a), richTextOf(b)];
        expect(compareRichTexts(before, before).same).toBe(true);
        const { words, blocks } = compareRichTexts(before, after);
        if (!blocks) return;
        const bare = (runs: readonly { op: string; text: string }[], op: string) =>
          runs
            .filter((run) => run.op === op)
            .map(({ text }) => text)
            .join('')
            .replace(/\s/g, '');
        for (const op of ['equal', 'insert', 'delete'])
          expect(
            bare(
              blocks.flatMap(({ runs }) => runs),
              op,
            ),
          ).toBe(bare(words, op));
      }),
      parameters,
    );
  });
});
