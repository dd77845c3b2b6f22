// Documents and texts by chance, of every kind that may come in: odd signs, deep trees, unknown kinds and nodes.
import fc from 'fast-check';
import type {
  DocumentItem,
  DocumentSection,
  FieldValue,
  RichNode,
} from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';

const ODD = [
  '*',
  '**',
  '_',
  '__',
  '~~',
  '~',
  '#',
  '# ',
  '- ',
  '+ ',
  '1. ',
  '2) ',
  '> ',
  '`',
  '``',
  '[a](b)',
  '![i](j)',
  '[x]: y',
  '<b>',
  '<br>',
  '&amp;',
  '&',
  '|',
  '| a |',
  '\\',
  '---',
  '===',
  '\u00a0',
  '\u202f',
  '« x »',
  '’',
  '🙂',
  '👩‍🏫',
  'é',
  'e\u0301',
  'https://x.org/a_b',
  'مرحبا',
  '  ',
  ' ',
  '!',
  '(',
  ')',
  '2026. ',
  'mot',
  'deux mots',
  'œuvre',
  '\u200b',
  '…',
];

/** Words with everything that Markdown could take for a sign. */
export const words = fc
  .array(fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));

const someWords = words.filter((text) => text !== '');

const mark = fc.oneof(
  fc.constantFrom({ type: 'bold' }, { type: 'italic' }, { type: 'strike' }),
  fc
    .constantFrom(
      'https://x.org/a_(b)?q=1&r=2',
      'mailto:a@b.org',
      '/page',
      '#ancre',
      'https://x.org/é c',
    )
    .map((href) => ({ type: 'link', attrs: { href } })),
);

const inline: fc.Arbitrary<RichNode> = fc.oneof(
  { weight: 4, arbitrary: someWords.map((text) => ({ type: 'text', text })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(someWords, fc.uniqueArray(mark, { maxLength: 3, selector: (one) => one.type }))
      .map(([text, marks]) => ({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) })),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
);

const line = fc.array(inline, { maxLength: 4 });
const textblock = (type: string) =>
  line.map((content): RichNode => ({ type, ...(content.length > 0 ? { content } : {}) }));

const { block } = fc.letrec<{ block: RichNode; item: RichNode; row: RichNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    { weight: 6, arbitrary: textblock('paragraph') },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('item'), { minLength: 1, maxLength: 3 })
        .map((content) => ({ type: 'bulletList', content })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(1, 3), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
        .map(([start, content]) => ({
          type: 'orderedList',
          ...(start === 1 ? {} : { attrs: { start } }),
          content,
        })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('block'), { minLength: 1, maxLength: 2 })
        .map((content) => ({ type: 'blockquote', content })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean())
        .chain(([rows, columns, head]) =>
          fc
            .array(fc.array(textblock('paragraph'), { minLength: columns, maxLength: columns }), {
              minLength: rows,
              maxLength: rows,
            })
            .map((cells) => ({
              type: 'table',
              content: cells.map((row, index) => ({
                type: 'tableRow',
                content: row.map((cell) => ({
                  type: head && index === 0 ? 'tableHeader' : 'tableCell',
                  content: [cell],
                })),
              })),
            })),
        ),
    },
  ),
  item: fc
    .array(tie('block'), { minLength: 1, maxLength: 2 })
    .map((content) => ({ type: 'listItem', content })),
  row: fc.constant({ type: 'tableRow' }),
}));

/** Blocks that the grammar takes. */
export const richBlocks = fc.array(block, { maxLength: 4 });

/** Blocks that hold what the grammar does not know, as a newer or another program may write. */
const strangeBlocks = fc.tuple(richBlocks, someWords).map(([blocks, text]): RichNode[] => [
  ...blocks,
  {
    type: 'callout',
    attrs: { tone: 'info', nested: { a: [1, null] } },
    content: [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'glow' }] }] }],
  },
]);

/** A whole text of an item: a title, then blocks, now and then a second title. */
export const itemText = fc
  .tuple(textblock('itemTitle'), richBlocks, fc.option(textblock('itemTitle'), { freq: 5 }))
  .map(([title, blocks, other]) => [title, ...blocks, ...(other ? [other] : [])]);

const markdownLine = fc
  .tuple(
    fc.constantFrom('', '', '', '# ', '- ', '* ', '1. ', '> ', '    ', '```', '| a | b |', '|-|-|'),
    words,
  )
  .map((parts) => parts.join(''));

/** Markdown as people and programs write it, in no normal form. */
export const markdown = fc
  .array(markdownLine, { maxLength: 6 })
  .map((lines) => lines.join('\n'))
  .filter(
    (text) =>
      !/<\s*(?:script|iframe|object|embed|style|svg|math|link|meta|base)|javascript|data|on[a-z]+\s*=/i.test(
        text,
      ),
  );

const written = fc.oneof(
  fc.constant({}),
  markdown.map((body) => ({ body })),
  richBlocks.map((content) => ({ bodyDoc: { type: 'doc', content } })),
  strangeBlocks.map((content) => ({ bodyDoc: { type: 'doc', content } })),
  fc
    .tuple(markdown, richBlocks)
    .map(([body, content]) => ({ body, bodyDoc: { type: 'doc', content } })),
);

const fieldValue: fc.Arbitrary<FieldValue> = fc.oneof(
  words,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
);

const reference = fc.record(
  {
    item: fc.constantFrom('i1', 'i2', 'i3', 'gone'),
    framework: fc.constantFrom('autre', 'mediation-scolaire'),
    level: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ['item'] },
);

const origin = fc.record(
  {
    split: fc.constant<string[]>(['i1']),
    merged: fc.constant<string[]>(['i2', 'i3']),
    replaced: fc.constant<string[]>(['i4']),
  },
  { requiredKeys: [] },
);

interface Seedling {
  own: Omit<DocumentItem, 'id' | 'children'>;
  under: number;
}

/** Items with ids `i1`, `i2`…, each under one before it or at the top: deep and wide trees alike. */
function items(kinds: readonly string[], first: number): fc.Arbitrary<DocumentItem[]> {
  const own = fc
    .tuple(
      fc.constantFrom(...kinds, 'unknown'),
      words,
      written,
      fc.dictionary(fc.constantFrom('hours', 'mode', 'odd', '__proto__', 'skillType'), fieldValue, {
        maxKeys: 3,
      }),
      fc.array(reference, { maxLength: 4 }),
      origin,
    )
    .map(([kind, title, text, fields, references, from]) => ({
      kind,
      title,
      ...text,
      fields,
      references,
      origin: from,
    }));
  const seedling: fc.Arbitrary<Seedling> = fc.record({ own, under: fc.nat() });
  return fc.array(seedling, { maxLength: 8 }).map((seedlings) => {
    const top: DocumentItem[] = [];
    const all: DocumentItem[] = [];
    for (const [index, one] of seedlings.entries()) {
      const item: DocumentItem = { id: `i${first + index}`, ...one.own, children: [] };
      // Mostly under the last one, so that chains grow deep.
      const above = one.under % 3 === 0 ? all.at(-1) : all[one.under % (all.length + 1)];
      (above?.children ?? top).push(item);
      all.push(item);
    }
    return top;
  });
}

/** Sections of a template with all of that in them. */
export function documentSections(template: Template): fc.Arbitrary<DocumentSection[]> {
  const sections = template.sections.map((section, index) =>
    fc
      .tuple(
        items(
          section.kinds.map((kind) => kind.key),
          index * 100 + 1,
        ),
        written,
      )
      .map(([own, text]): DocumentSection => {
        const { body, bodyDoc } = text as Pick<DocumentItem, 'body' | 'bodyDoc'>;
        return {
          key: section.key,
          ...(body === undefined ? {} : { preamble: body }),
          ...(bodyDoc === undefined ? {} : { preambleDoc: bodyDoc }),
          items: own,
        };
      }),
  );
  return fc.tuple(...sections);
}
