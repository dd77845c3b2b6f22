// Exported texts: whole, numbered, with notice and licence, in the document's own language, and safe whatever was written.
import { describe, expect, test } from 'vitest';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { walkItems } from '#core/framework/walk.ts';
import type { RefDocument, VersionSummary } from '#server/context.ts';
import { htmlExport } from '#server/exchange/html.ts';
import { markdownExport } from '#server/exchange/markdown.ts';
import { type ExportSource, readable } from '#server/exchange/readable.ts';
import { SAMPLES } from '../house.ts';

const version: VersionSummary = {
  label: '1.0',
  status: 'adopted',
  publishedStatus: 'adopted',
  public: true,
  publishedAt: '2026-03-21T10:00:00.000Z',
  publishedBy: 'Essai',
  note: { fr: 'Ce qui change : tout.', en: 'What changes: everything.' },
  revision: 3,
  previous: '',
  hash: 'f'.repeat(64),
};

function source(document: InterchangeDocument, found: Partial<RefDocument> = {}): ExportSource {
  return {
    found: { ref: '1.0', document, version, revision: null, ...found },
    elsewhere: [],
    address: 'https://cadre.example.org/f/essai/1.0',
    now: new Date('2026-04-01T10:00:00Z'),
  };
}

const both = (given: ExportSource) => {
  const made = readable(given);
  return [markdownExport(made), htmlExport(made)] as const;
};

/** What a reader sees of an exported page. */
const text = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

const flat = (words: string) => words.replace(/[\s\u00a0\u202f\\]+/g, ' ');

describe.each(SAMPLES.map((one) => [one.framework.slug, one] as const))('%s', (_, document) => {
  const [markdown, html] = both(source(document));

  test('holds every title, the notice and the licence', () => {
    for (const [name, whole] of [
      ['markdown', flat(markdown)],
      ['html', flat(text(html))],
    ] as const) {
      for (const { item } of walkItems(document.sections)) {
        expect(whole, `${name}: ${item.id}`).toContain(flat(item.title ?? ''));
      }
      expect(whole).toContain(flat(document.framework.notice ?? 'no notice'));
      expect(whole).toContain('Creative Commons BY-SA 4.0');
      expect(whole).toContain('https://cadre.example.org/f/essai/1.0');
      expect(whole).toContain('f'.repeat(64));
    }
  });

  test('is in its own language, whoever asks', () => {
    const french = document.framework.language === 'fr';
    expect(html).toContain(`<html lang="${document.framework.language}">`);
    expect(flat(markdown)).toContain(
      french ? 'adoptée le 21 mars 2026' : 'adopted on 21 March 2026',
    );
    expect(flat(markdown)).toContain(
      french ? 'Ce qui change : tout.' : 'What changes: everything.',
    );
  });

  test('every anchor that is pointed at is there, once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) {
      expect(ids).toContain(decodeURIComponent(anchor ?? ''));
    }
  });
});

const hostile = (words: string, href: string): InterchangeDocument => ({
  format: 'triptyque/1',
  framework: {
    slug: 'a',
    template: 'advocacy',
    language: 'fr',
    title: words,
    licence: words,
    notice: words,
  },
  sections: [
    {
      key: 'recommendations',
      preamble: words,
      items: [
        {
          id: 'r-1',
          kind: 'recommendation',
          title: words,
          fields: { addressee: words },
          references: [{ item: 'gone', framework: 'elsewhere' }],
          bodyDoc: {
            type: 'doc',
            content: [
              {
                type: 'paragraph',
                content: [
                  { type: 'text', text: words },
                  { type: 'text', text: 'lien', marks: [{ type: 'link', attrs: { href } }] },
                ],
              },
            ],
          },
        },
      ],
    },
  ],
});

test.each([
  ['<script>alert(1)</script>', 'javascript:alert(1)'],
  ['"><img src=x onerror=alert(1)>', 'JaVaScRiPt:alert(1)'],
  ["' onmouseover='alert(1)", 'java\tscript:alert(1)'],
  ['</style><script>alert(1)</script>', '\u0001 javascript:alert(1)'],
  ['</title><svg onload=alert(1)>', 'data:text/html,<script>alert(1)</script>'],
  ['<!-- --><iframe src=//evil.test>', 'vbscript:x'],
])('%j and a link to %j do nothing', (words, href) => {
  const [markdown, html] = both(
    source(hostile(words, href), { version: { ...version, note: words } }),
  );
  expect(html).not.toMatch(/<(script|img|svg|iframe)|<[^>]+ on\w+=/i);
  expect(html.match(/<style>/g)).toHaveLength(1);
  expect(html.match(/<\/style>/g)).toHaveLength(1);
  expect(html).not.toMatch(/href="[^"]*(script:|data:)/i);
  expect(markdown).not.toMatch(/\]\([^)]*(script:|data:)/i);
  expect(markdown).not.toMatch(/(^|[^\\])<(script|img|svg|iframe)/i);
  expect(flat(text(html))).toContain(flat(words));
});

test('a reference to what is gone says so; one to elsewhere shows its title', () => {
  const given = source(hostile('Un', 'https://example.org'));
  expect(both(given)[0]).toContain('n’existe plus');
  const titled = {
    ...given,
    elsewhere: [
      {
        framework: 'elsewhere',
        item: 'gone',
        kind: 'mission',
        section: 'missions',
        number: 'M1',
        title: 'Aider',
      },
    ],
  };
  expect(flat(both(titled)[0])).toContain('M1 Aider, dans « elsewhere »');
});

test('a revision and the working text say that they are no version', () => {
  const document = hostile('Un', 'https://example.org');
  const revision = {
    ref: 'r3',
    number: 3,
    name: '',
    createdAt: '2026-03-01T10:00:00.000Z',
    createdBy: '',
    reason: 'manual' as const,
    versions: [],
  };
  expect(both(source(document, { ref: 'r3', version: null, revision }))[0]).toContain(
    'sans valeur de version',
  );
  expect(both(source(document, { ref: 'working', version: null }))[0]).toContain(
    'n’a pas été publié',
  );
  const withdrawal = { at: '2026-05-01T10:00:00.000Z', reason: 'Erreur' };
  const gone = { ...version, status: 'withdrawn' as const, withdrawal };
  expect(both(source(document, { version: gone }))[1]).toContain('retirée le 1 mai 2026');
});
