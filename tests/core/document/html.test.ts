// HTML and plain text of rich nodes: safe whatever they hold, nothing thrown away, links only where they may lead.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { fragmentHtml, richHtml } from '#core/document/html.ts';
import { safeHref } from '#core/document/links.ts';
import { plainText, titleAndBody } from '#core/document/plain.ts';
import { writeFragment } from '#core/document/write.ts';
import type { RichNode } from '#core/framework/interchange.ts';
import { itemText } from './arbitrary.ts';

const text = (words: string, ...marks: NonNullable<RichNode['marks']>): RichNode => ({
  type: 'text',
  text: words,
  marks,
});
const p = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });

test.each([
  ['https://x.org/a?b#c', 'https://x.org/a?b#c'],
  ['http://x.org', 'http://x.org'],
  ['mailto:a@b.org', 'mailto:a@b.org'],
  ['TEL:+33612345678', 'TEL:+33612345678'],
  ['/page', '/page'],
  ['../page', '../page'],
  ['#ancre', '#ancre'],
  ['?q=1', '?q=1'],
  ['page.html', 'page.html'],
  ['page', 'page'],
  ['//x.org', '//x.org'],
  ['javascript:alert(1)', null],
  ['JaVaScRiPt:alert(1)', null],
  ['java\tscript:alert(1)', null],
  ['java&#9;script:alert(1)', null],
  ['\u0001 javascript:alert(1)', null],
  ['\u200bjavascript:alert(1)', null],
  ['data:text/html,<script>alert(1)</script>', null],
  ['vbscript:x', null],
  ['file:///etc/passwd', null],
  ['ftp://x.org', null],
  ['', null],
  [' ', null],
  [7, null],
  [null, null],
])('address %j', (href, expected) => {
  expect(safeHref(href)).toBe(expected);
});

describe('HTML', () => {
  test.each<[string, RichNode[], string]>([
    [
      'words and marks',
      [p(text('a<b>&"\'', { type: 'bold' }, { type: 'italic' }), text('x', { type: 'strike' }))],
      '<p dir="auto"><em><strong>a&lt;b&gt;&amp;&quot;&#39;</strong></em><s>x</s></p>',
    ],
    [
      'a link',
      [p(text('x', { type: 'link', attrs: { href: 'https://x.org/?a="1"' } }))],
      '<p dir="auto"><a href="https://x.org/?a=&quot;1&quot;" rel="noopener nofollow ugc">x</a></p>',
    ],
    [
      'a link that may not be',
      [p(text('x', { type: 'link', attrs: { href: 'javascript:x' } }))],
      '<p dir="auto">x</p>',
    ],
    [
      'a title and an empty line',
      [{ type: 'itemTitle', content: [text('T')] }, { type: 'paragraph' }],
      '<h3 data-item-title="" dir="auto">T</h3><p dir="auto"><br></p>',
    ],
    [
      'a list',
      [
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [{ type: 'listItem', content: [p(text('a'))] }],
        },
      ],
      '<ol start="3"><li><p dir="auto">a</p></li></ol>',
    ],
    [
      'a table',
      [
        {
          type: 'table',
          content: [
            {
              type: 'tableRow',
              content: [
                {
                  type: 'tableHeader',
                  attrs: { colspan: 2, align: 'right' },
                  content: [p(text('h'))],
                },
              ],
            },
          ],
        },
      ],
      '<table><tbody><tr><th colspan="2" align="right"><p dir="auto">h</p></th></tr></tbody></table>',
    ],
    [
      'a list read from right to left',
      [{ type: 'bulletList', content: [{ type: 'listItem', content: [p(text('1. مرحبا'))] }] }],
      '<ul dir="rtl"><li><p dir="auto">1. مرحبا</p></li></ul>',
    ],
    [
      'attributes that are none',
      [{ type: 'orderedList', attrs: { start: '"><script>' }, content: [] }],
      '<ol></ol>',
    ],
    [
      'what is not known keeps its words',
      [
        { type: 'callout', content: [p(text('a', { type: 'glow' }))] },
        p({ type: 'mention', content: [text('b')] }),
      ],
      '<div dir="auto"><p dir="auto">a</p></div><p dir="auto"><span>b</span></p>',
    ],
  ])('%s', (_, nodes, expected) => {
    expect(richHtml(nodes)).toBe(expected);
  });

  test('titles take the element the page needs', () => {
    expect(richHtml([{ type: 'itemTitle', content: [text('T')] }], { title: 'h2' })).toBe(
      '<h2 data-item-title="" dir="auto">T</h2>',
    );
  });

  test('any text: balanced tags, no words lost, the same from a shared fragment', () => {
    fc.assert(
      fc.property(itemText, (nodes) => {
        const doc = new Y.Doc();
        const fragment = doc.getXmlFragment('t');
        writeFragment(fragment, nodes);
        const html = fragmentHtml(fragment);
        const open: string[] = [];
        for (const [, close, tag = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
          if (tag === 'br') continue;
          if (close) expect(open.pop()).toBe(tag);
          else open.push(tag);
        }
        expect(open).toEqual([]);
        const words = html
          .replace(/<[^>]*>/g, '')
          .replace(
            /&(lt|gt|amp|quot|#39);/g,
            (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? "'",
          );
        expect(words.replace(/\s/g, '')).toBe(plainText(nodes).replace(/\s/g, ''));
      }),
      { seed: 20_260_120, numRuns: 500 },
    );
  }, 60_000);
});

test('plain text: blocks by lines, cells by tabs, titles apart', () => {
  const nodes: RichNode[] = [
    { type: 'paragraph', content: [text('avant')] },
    { type: 'itemTitle', content: [text('Le '), text('titre', { type: 'italic' })] },
    {
      type: 'bulletList',
      content: ['a', 'b'].map((one) => ({ type: 'listItem', content: [p(text(one))] })),
    },
    {
      type: 'table',
      content: [
        ['c', 'd'],
        ['e', 'f'],
      ].map((row) => ({
        type: 'tableRow',
        content: row.map((one) => ({ type: 'tableCell', content: [p(text(one))] })),
      })),
    },
    p(text('x'), { type: 'hardBreak' }, text('y')),
    { type: 'itemTitle', content: [text('second')] },
  ];
  const { title, body } = titleAndBody(nodes);
  expect(title).toBe('Le titre');
  expect(plainText(body)).toBe('avant\na\nb\nc\td\ne\tf\nx\ny\nsecond');
  expect(body.at(-1)?.type).toBe('paragraph');
});
