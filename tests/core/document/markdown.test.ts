// Markdown of texts and back: the usual reads back the same, the rest stands exactly beside it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bodyNodes, nodesOfText, writtenText } from '#core/document/bodies.ts';
import { markdownOf, nodesOfMarkdown } from '#core/document/markdown.ts';
import { normalNodes, sameNodes } from '#core/document/rich.ts';
import type { RichNode } from '#core/framework/interchange.ts';
import { itemText, markdown, richBlocks, words } from './arbitrary.ts';

const text = (words_: string, ...marks: string[]): RichNode => ({
  type: 'text',
  text: words_,
  ...(marks.length > 0 ? { marks: marks.map(markOf) } : {}),
});
const markOf = (name: string) =>
  name.includes(':') || name.startsWith('/')
    ? { type: 'link', attrs: { href: name } }
    : { type: name };
const p = (...content: (RichNode | string)[]): RichNode => {
  const nodes = content.map((one) => (typeof one === 'string' ? text(one) : one));
  return { type: 'paragraph', ...(nodes.length > 0 ? { content: nodes } : {}) };
};
const br: RichNode = { type: 'hardBreak' };
const li = (...content: RichNode[]): RichNode => ({ type: 'listItem', content });
const ul = (...content: RichNode[]): RichNode => ({ type: 'bulletList', content });
const ol = (...content: RichNode[]): RichNode => ({ type: 'orderedList', content });
const quote = (...content: RichNode[]): RichNode => ({ type: 'blockquote', content });
const table = (...rows: string[][]): RichNode => ({
  type: 'table',
  content: rows.map((row, index) => ({
    type: 'tableRow',
    content: row.map((cell) => ({
      type: index === 0 ? 'tableHeader' : 'tableCell',
      content: [cell === '' ? p() : p(cell)],
    })),
  })),
});

const READS_BACK: [string, RichNode[]][] = [
  ['un\n\ndeux', [p('un'), p('deux')]],
  [
    'a **b** *i* ~~s~~ ***bi*** fin',
    [
      p(
        'a ',
        text('b', 'bold'),
        ' ',
        text('i', 'italic'),
        ' ',
        text('s', 'strike'),
        ' ',
        text('bi', 'bold', 'italic'),
        ' fin',
      ),
    ],
  ],
  ['foo**bar**baz', [p('foo', text('bar', 'bold'), 'baz')]],
  ['**a *b***', [p(text('a ', 'bold'), text('b', 'bold', 'italic'))]],
  ['dit **« oui »** puis', [p('dit ', text('« oui »', 'bold'), ' puis')]],
  ['voir [le *site*](https://x.org/a_(b)?q=1&r=2).', null],
  ['l’école : « oui » ; 8 h 30', [p('l’école\u00a0: «\u202foui\u202f»\u202f; 8\u00a0h\u00a030')]],
  ['a\n\n\u00a0\n\nb', [p('a'), p('\u00a0'), p('b')]],
  ['a\\\nb', [p('a', br, 'b')]],
  ['\\# pas un titre', [p('# pas un titre')]],
  ['\\- x', [p('- x')]],
  ['\\+ x', [p('+ x')]],
  ['1\\. x', [p('1. x')]],
  ['1\\) x', [p('1) x')]],
  ['2026\\. Une année', [p('2026. Une année')]],
  ['\\> x', [p('> x')]],
  ['\\---', [p('---')]],
  ['a\\\n\\---', [p('a', br, '---')]],
  ['a | b\\\n\\--- | ---', [p('a | b', br, '--- | ---')]],
  ['\\*pas\\* \\_it\\_ \\`c\\` \\~\\~s\\~\\~', null],
  ['\\[a](b) !\\[i](j)', [p('[a](b) ![i](j)')]],
  ['snake_case_name', [p('snake_case_name')]],
  ['a < b \\<b> & c \\&amp; d', [p('a < b <b> & c &amp; d')]],
  ['a\\\\b', [p('a\\b')]],
  ['https://x.org/a_b\\_ www.x.org', [p('https://x.org/a_b_ www.x.org')]],
  ['[https://x.org](https://x.org)', [p(text('https://x.org', 'https://x.org'))]],
  ['Attention\\![ici](/la)', [p('Attention!', text('ici', '/la'))]],
  ['[a](<https://x.org/a b>)', [p(text('a', 'https://x.org/a b'))]],
  [
    '- a\n- b\n  - b1\n    1. n1\n    2. n2\n  - b2\n- c',
    [
      ul(
        li(p('a')),
        li(p('b'), ul(li(p('b1'), ol(li(p('n1')), li(p('n2')))), li(p('b2')))),
        li(p('c')),
      ),
    ],
  ],
  ['- a\n\n  suite\n\n- b', [ul(li(p('a'), p('suite')), li(p('b')))]],
  ['3. c\n4. d', [{ type: 'orderedList', attrs: { start: 3 }, content: [li(p('c')), li(p('d'))] }]],
  ['- a\n\n* b', [ul(li(p('a'))), ul(li(p('b')))]],
  ['1. a\n\n1) b', [ol(li(p('a'))), ol(li(p('b')))]],
  ['- a\n\naprès', [ul(li(p('a'))), p('après')]],
  ['> un\n>\n> - deux', [quote(p('un'), ul(li(p('deux'))))]],
  ['- \\# x\n- 1\\. y', [ul(li(p('# x')), li(p('1. y')))]],
  [
    '| h\\|1 | h2 |\n| --- | --- |\n| a\\|b | c\\\\d |\n|  | x\u00a0: y\u202f; |',
    [table(['h|1', 'h2'], ['a|b', 'c\\d'], ['', 'x\u00a0: y\u202f;'])],
  ],
  ['é 🙂👩‍🏫 œ — …', [p('é 🙂👩‍🏫 œ — …')]],
  ['مرحبا', [p('مرحبا')]],
].map(
  ([source, nodes]) => [source, nodes ?? nodesOfMarkdown(source as string)] as [string, RichNode[]],
);

describe('Markdown for people', () => {
  test.each(READS_BACK)('%j reads back the same', (source, nodes) => {
    const written = writtenText(nodes);
    expect(written.doc).toBeUndefined();
    expect(sameNodes(nodesOfMarkdown(written.markdown ?? ''), normalNodes(nodes))).toBe(true);
    expect(written.markdown?.replace(/[\u00a0\u202f]/g, ' ')).toBe(
      source.replace(/[\u00a0\u202f]/g, ' '),
    );
  });

  test.each([
    ['fin de mot', [p('a', text('« b »', 'bold'), 'c')]],
    ['spaces at the edge', [p(' a '), p('    b')]],
    ['bold spaces', [p('x', text(' b ', 'bold'), 'y')]],
    ['empty paragraph between', [p('a'), p(), p('b')]],
    [
      'a table without a head',
      [
        {
          ...table(['a']),
          content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [p('a')] }] }],
        },
      ],
    ],
    [
      'two paragraphs in a cell',
      [
        {
          type: 'table',
          content: [
            { type: 'tableRow', content: [{ type: 'tableHeader', content: [p('a'), p('b')] }] },
          ],
        },
      ],
    ],
    [
      'merged cells',
      [
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [p('a')] }],
            },
          ],
        },
      ],
    ],
    ['line feed in words', [p('a\nb')]],
    ['unknown nodes', [{ type: 'callout', content: [p('a')] }]],
  ] as [string, RichNode[]][])('%s: the exact text stands beside it', (_, nodes) => {
    const written = writtenText(nodes);
    expect(written.doc).toBeDefined();
    expect(sameNodes(bodyNodes(nodesOfText(written)), bodyNodes(nodes))).toBe(true);
  });

  test('any text is written down without loss', () => {
    let exact = 0;
    fc.assert(
      fc.property(fc.oneof(richBlocks, itemText), (nodes) => {
        const written = writtenText(nodes);
        if (written.doc) exact++;
        expect(sameNodes(bodyNodes(nodesOfText(written)), bodyNodes(nodes))).toBe(true);
      }),
      { seed: 20_260_103, numRuns: 600 },
    );
    expect(exact).toBeGreaterThan(0);
  }, 60_000);

  test('any words of a paragraph read back but for spaces at their edges', () => {
    fc.assert(
      fc.property(words, (odd) => {
        const clean = odd.replace(/\s+/g, ' ').trim();
        fc.pre(clean !== '');
        const source = markdownOf([p(clean)]);
        expect(nodesOfMarkdown(source)).toEqual([p(clean)]);
      }),
      { seed: 20_260_104, numRuns: 1500 },
    );
  }, 60_000);
});

describe('Markdown that comes in', () => {
  test.each([
    ['__b__ _i_', [p(text('b', 'bold'), ' ', text('i', 'italic'))]],
    ['* a\n+ b', [ul(li(p('a'))), ul(li(p('b')))]],
    ['# Titre #', [p(text('Titre', 'bold'))]],
    ['Titre\n---\nsuite', [p(text('Titre', 'bold')), p('suite')]],
    ['a\n***\nb', [p('a'), p('b')]],
    ['```js\nx *y*\n\nz\n```', [p('x *y*', br, br, 'z')]],
    ['    code', [p('code')]],
    ['`a*b*`', [p('a*b*')]],
    ['a  \nb\nc', [p('a', br, 'b c')]],
    ['a<br>b', [p('a', br, 'b')]],
    ['<b>x</b>', [p('<b>x</b>')]],
    ['&eacute;&#233;&#xe9; &nosuch;', [p('ééé &nosuch;')]],
    [
      '<https://x.org> <a@b.org>',
      [p(text('https://x.org', 'https://x.org'), ' ', text('a@b.org', 'mailto:a@b.org'))],
    ],
    [
      '[Texte][ref] [ref]\n\n[ref]: https://x.org "T"',
      [p(text('Texte', 'https://x.org'), ' ', text('ref', 'https://x.org'))],
    ],
    ['![carte](https://x.org/c.png)', [p(text('carte', 'https://x.org/c.png'))]],
    [
      '[x](javascript:alert(1)) [y](page.html)',
      [p('x ', text('y', 'page.html'))].map((one) => ({
        ...one,
        content: [
          text('x '),
          { type: 'text', text: 'y', marks: [{ type: 'link', attrs: { href: 'page.html' } }] },
        ],
      })),
    ],
    ['- [x] fait', [ul(li(p('[x] fait')))]],
    ['1. a\n   - b\n2. c', [ol(li(p('a'), ul(li(p('b')))), li(p('c')))]],
    ['- a\nsuite', [ul(li(p('a suite')))]],
    ['> a\nb', [quote(p('a b'))]],
    [
      '| a | b |\n|:--|--:|\n| c |',
      [
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                { type: 'tableHeader', attrs: { align: 'left' }, content: [p('a')] },
                { type: 'tableHeader', attrs: { align: 'right' }, content: [p('b')] },
              ],
            },
            {
              type: 'tableRow',
              content: [
                { type: 'tableCell', attrs: { align: 'left' }, content: [p('c')] },
                { type: 'tableCell', attrs: { align: 'right' }, content: [p()] },
              ],
            },
          ],
        },
      ],
    ],
    [
      '**foo*bar**baz*',
      nodesOfMarkdown('\\*\\*foo*bar*\\*baz\\*').length > 0
        ? [p(text('foo*bar', 'bold'), 'baz*')]
        : [],
    ],
    ['*a **b***', [p(text('a ', 'italic'), text('b', 'bold', 'italic'))]],
    ['a*b*c _d_e', [p('a', text('b', 'italic'), 'c _d_e')]],
  ] as [string, RichNode[]][])('%j', (source, nodes) => {
    expect(nodesOfMarkdown(source)).toEqual(normalNodes(nodes));
  });

  test('is some text, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(markdown, fc.string({ unit: 'binary' })), (source) => {
        expect(sameNodes(normalNodes(nodesOfMarkdown(source)), nodesOfMarkdown(source))).toBe(true);
      }),
      { seed: 20_260_105, numRuns: 1500 },
    );
  }, 60_000);

  test.each([
    ['[', 100_000],
    ['*a ', 50_000],
    ['**a', 50_000],
    ['_a', 50_000],
    ['> ', 30_000],
    ['- ', 30_000],
    ['1. ', 30_000],
    ['`', 100_000],
    ['a`b``c```', 10_000],
    ['<a ', 50_000],
    ['![', 50_000],
    ['a](', 50_000],
    ['[a](b "c', 20_000],
    ['[a](<b', 20_000],
    ['[a](((', 20_000],
    ['~~a', 30_000],
    ['\\', 100_000],
    ['&amp', 50_000],
    [' ', 100_000],
    ['a\n=', 20_000],
    ['|a', 50_000],
    ['[a]: ', 20_000],
    ['x@', 50_000],
    ['*_', 40_000],
    ['***a_', 30_000],
    ['![a](b', 20_000],
    ['[a][b]', 20_000],
    ['a \n ', 20_000],
    ['# ', 50_000],
    ['|\n|-\n', 20_000],
    ['- a\n  ', 20_000],
  ])('%j repeated takes no time', (piece, times) => {
    const started = performance.now();
    nodesOfMarkdown(`${piece.repeat(times)}x`);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});
