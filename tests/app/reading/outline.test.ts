// A document as a reading page needs it.
import { expect, test } from 'vitest';
import { outlineOf, outsideReferences } from '#app/reading/outline.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';

const document: InterchangeDocument = {
  format: 'triptyque/1',
  framework: { slug: 'metier', template: 'job-reference', language: 'fr', title: 'Métier' },
  sections: [
    {
      key: 'missions',
      preamble: 'Avant tout.',
      items: [
        {
          id: 'm',
          kind: 'mission',
          title: 'Accueillir',
          body: 'Un *texte*.',
          fields: { assessment: 'Étude de cas' },
          children: [
            {
              id: 'a',
              kind: 'activity',
              title: 'Écouter',
              references: [
                { item: 's', level: 2 },
                { item: 'gone', level: 1 },
                { item: 'x', framework: 'ailleurs' },
              ],
            },
            { id: 'c', kind: 'criterion', title: 'Chacun est entendu.' },
          ],
        },
      ],
    },
    { key: 'skills', items: [{ id: 's', kind: 'skill', title: 'Écoute' }] },
  ],
};

const outside = [
  { framework: 'ailleurs', item: 'x', section: 'missions', number: 'M3', title: 'Là-bas' },
];

test('chapters hold numbered items, entries do not, criteria are lines', () => {
  const [missions, skills] = outlineOf(document, []).sections;
  expect(missions?.items[0]?.shape).toBe('chapter');
  expect(missions?.items[0]?.children.map((child) => child.shape)).toEqual(['entry', 'line']);
  expect(skills?.items[0]?.shape).toBe('entry');
});

test('texts stand apart by name, and only where there is one', () => {
  const { sections, texts } = outlineOf(document, []);
  expect([...texts.keys()].sort()).toEqual(['body:m', 'preamble:missions']);
  expect(sections[0]?.hasPreamble).toBe(true);
  expect(sections[0]?.items[0]?.hasBody).toBe(true);
  expect(sections[0]?.items[0]?.children[0]?.hasBody).toBe(false);
});

test('a reference shows the number and title of its target, and nothing where that is gone', () => {
  const references = outlineOf(document, outside).sections[0]?.items[0]?.children[0]?.references;
  expect(references).toEqual([
    { item: 's', framework: '', level: 2, title: 'Écoute', number: 'C1', section: 'skills' },
    { item: 'gone', framework: '', level: 1, title: '', number: '', section: '' },
    {
      item: 'x',
      framework: 'ailleurs',
      level: null,
      title: 'Là-bas',
      number: 'M3',
      section: 'missions',
    },
  ]);
});

test('only references that leave the framework are looked up elsewhere', () => {
  expect(outsideReferences(document)).toEqual([{ framework: 'ailleurs', item: 'x' }]);
});

test('a document of an unknown template is read all the same', () => {
  const odd = { ...document, framework: { ...document.framework, template: 'gone' } };
  expect(outlineOf(odd, []).sections[0]?.items[0]?.title).toBe('Accueillir');
});
