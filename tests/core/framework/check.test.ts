// What is refused of a document, and what is only shown.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { notesOn, refusalsOf } from '#core/framework/check.ts';
import {
  type DocumentItem,
  type DocumentSection,
  type InterchangeDocument,
  interchangeDocumentSchema,
} from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';
import { templateOf } from '#core/framework/templates.ts';
import { isMessageKey } from '#locales/catalogue.ts';

function known(key: string): Template {
  const template = templateOf(key);
  if (!template) throw new Error(`no template ${key}`);
  return template;
}

const document = (...sections: DocumentSection[]): InterchangeDocument => ({
  format: 'triptyque/1',
  framework: { slug: 'essai', template: 'job-reference', language: 'fr', title: 'Essai' },
  sections,
});
const missions = (...items: DocumentItem[]) => document({ key: 'missions', items });
const deep = (depth: number): DocumentItem => ({
  id: `d${depth}`,
  kind: 'mission',
  ...(depth > 0 ? { children: [deep(depth - 1)] } : {}),
});

test.each<[string, InterchangeDocument, string[]]>([
  [
    'an id twice',
    document(
      { key: 'missions', items: [{ id: 'a', kind: 'mission' }] },
      { key: 'skills', items: [{ id: 'a', kind: 'skill' }] },
    ),
    ['document.idTwice'],
  ],
  [
    'a section twice',
    document({ key: 'missions' }, { key: 'missions' }),
    ['document.sectionTwice'],
  ],
  ['an unknown section', document({ key: 'levers' }), ['document.unknownSection']],
  ['too deep', missions(deep(64)), ['document.tooDeep']],
  ['as deep as may be', missions(deep(63)), []],
  [
    'half a character',
    missions({ id: 'a', kind: 'mission', title: 'x\ud83d' }),
    ['document.brokenText'],
  ],
  [
    'a reference twice',
    missions({ id: 'a', kind: 'mission', references: [{ item: 'b', level: 3 }, { item: 'b' }] }),
    ['document.referenceTwice'],
  ],
  [
    'the same target in two frameworks',
    missions({
      id: 'a',
      kind: 'mission',
      references: [{ item: 'b' }, { item: 'b', framework: 'x' }],
    }),
    [],
  ],
  ['whole characters', missions({ id: 'a', kind: 'mission', title: '👩‍🏫' }), []],
  ['a kind in the wrong place', missions({ id: 'a', kind: 'activity' }), []],
])('%s', (_, one, problems) => {
  const found = refusalsOf(one, known('job-reference')).map((problem) => problem.problem);
  expect(found).toEqual(problems);
  for (const key of found) expect(isMessageKey(key)).toBe(true);
});

test('what does not fit its template is noted, item by item', () => {
  const notes = notesOn(
    document(
      {
        key: 'missions',
        items: [
          {
            id: 'a',
            kind: 'activity',
            references: [{ item: 's', level: 2 }, { item: 'gone' }, { item: 'a' }],
          },
          { id: 'm', kind: 'mission', fields: { assessment: 'x', odd: 1 } },
          { id: 'x', kind: 'lever' },
        ],
      },
      { key: 'skills', items: [{ id: 's', kind: 'skill', fields: { skillType: 'magic' } }] },
      {
        key: 'training',
        items: [
          {
            id: 'f',
            kind: 'module',
            fields: { hours: '7', mode: '' },
            references: [{ item: 's', level: 1 }],
          },
        ],
      },
    ),
    known('job-reference'),
  );
  expect(notes).toEqual([
    { item: 'a', note: 'kindMisplaced' },
    { item: 'a', note: 'referenceGone', about: 'gone' },
    { item: 'a', note: 'referenceKind', about: 'a' },
    { item: 'm', note: 'fieldUnknown', about: 'odd' },
    { item: 'x', note: 'kindUnknown' },
    { item: 's', note: 'fieldValue', about: 'skillType' },
    { item: 'f', note: 'fieldValue', about: 'hours' },
  ]);
  for (const { note } of notes) expect(isMessageKey(`note.${note}`)).toBe(true);
});

test('a level is noted where the template has none', () => {
  const cards = document({
    key: 'levers',
    items: [{ id: 'l', kind: 'lever', references: [{ item: 'x', framework: 'autre', level: 1 }] }],
  });
  expect(notesOn(cards, known('ideal-system'))).toEqual([
    { item: 'l', note: 'referenceLevel', about: 'autre/x' },
  ]);
});

test.each([
  'fr/job-reference.rev1',
  'fr/job-reference.rev2',
  'fr/advocacy.rev2',
  'fr/ideal-system.rev2',
  'en/job-reference.rev1',
])('the sample %s has nothing to refuse and nothing to note', (file) => {
  const url = new URL(`../../sample/${file}.json`, import.meta.url);
  const sample = interchangeDocumentSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
  const template = known(sample.framework.template);
  expect(refusalsOf(sample, template)).toEqual([]);
  expect(notesOn(sample, template)).toEqual([]);
});
