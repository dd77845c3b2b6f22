// Documents read without ids: items are aligned by likeness, and then compared as any others.
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '#core/comparison/compare.ts';
import { correspondences } from '#core/comparison/correspond.ts';
import type { DocumentItem, InterchangeDocument } from '#core/framework/interchange.ts';
import { walkItems } from '#core/framework/walk.ts';
import { englishRevision } from './english-revision.ts';
import { revise } from './revising.ts';
import { readSample, SAMPLES, sampleDocument } from './sample-documents.ts';

const options = { baseRef: 'r1', headRef: 'import', language: 'fr', align: 'likeness' } as const;
const idsOf = (document: InterchangeDocument) =>
  [...walkItems<DocumentItem>(document.sections)].map(({ item }) => item.id);

/** The document with ids an import would give it, and which old id each stands for. */
function withoutIds(document: InterchangeDocument): [InterchangeDocument, Map<string, string>] {
  const fresh = new Map(idsOf(document).map((id, at) => [id, `import-${(at * 37) % 1009}`]));
  const copy = structuredClone(document);
  for (const { item } of [...walkItems<DocumentItem>(copy.sections)]) {
    item.id = fresh.get(item.id) ?? item.id;
    for (const reference of item.references ?? [])
      reference.item = fresh.get(reference.item) ?? reference.item;
  }
  return [copy, new Map([...fresh].map(([id, made]) => [made, id]))];
}

function withoutReferences(document: InterchangeDocument): InterchangeDocument {
  return revise(document, ({ change }) => {
    for (const id of idsOf(document)) change(id, { references: [] });
  });
}

function judged(base: InterchangeDocument, head: InterchangeDocument) {
  const [bare, idOf] = withoutIds(head);
  const found = correspondences(base, bare);
  const known = new Set(idsOf(base));
  const shared = idsOf(head).filter((id) => known.has(id)).length;
  const right = [...found].filter(([made, id]) => idOf.get(made) === id).length;
  return { recall: right / shared, precision: right / found.size };
}

const english = sampleDocument('en/job-reference.rev1');
const pairs: [string, InterchangeDocument, InterchangeDocument][] = [
  ...SAMPLES.map((name): [string, InterchangeDocument, InterchangeDocument] => [
    `the French ${name}`,
    sampleDocument(`fr/${name}.rev1`),
    sampleDocument(`fr/${name}.rev2`),
  ]),
  ['the English job-reference', english, englishRevision(english)],
];

describe('which items correspond', () => {
  test.each(pairs)('in %s, and the other way round', (_, rev1, rev2) => {
    for (const [base, head] of [
      [rev1, rev2],
      [rev2, rev1],
    ] as const) {
      const { recall, precision } = judged(base, head);
      expect(recall).toBeGreaterThan(0.95);
      expect(precision).toBeGreaterThan(0.95);
    }
  });

  test.each(pairs)('in %s, without references too', (_, rev1, rev2) => {
    const { recall, precision } = judged(withoutReferences(rev1), withoutReferences(rev2));
    expect(recall).toBeGreaterThan(0.9);
    expect(precision).toBeGreaterThan(0.9);
  });

  test('in a document imported unchanged all do, those without a telling word too', () => {
    const base = revise(sampleDocument('fr/job-reference.rev2'), ({ add }) => {
      add('m-proteger', { id: 'et-apres', kind: 'criterion', title: 'Et après ?' });
      add('m-inscrire', { id: 'et-avant', kind: 'criterion', title: 'Et après ?' });
      add('m-inscrire', { id: 'vide', kind: 'criterion' });
    });
    expect(judged(base, base)).toEqual({ recall: 1, precision: 1 });
  });

  test('in documents about different things none do', () => {
    const found = correspondences(sampleDocument('fr/advocacy.rev1'), english);
    expect(found.size).toBe(0);
  });
});

test('aligned by likeness, the sample’s revisions differ in what they differ in by id', () => {
  const rev1 = sampleDocument('fr/job-reference.rev1');
  const [bare] = withoutIds(sampleDocument('fr/job-reference.rev2'));
  const { changes, relations, pairs: found = [] } = compareDocuments(rev1, bare, options);
  const { changes: listed } = readSample('fr/job-reference.changes.json') as {
    changes: Record<string, string[]>;
  };
  const known = new Set(idsOf(rev1));
  const kinds = Object.fromEntries(
    changes
      .filter(({ item }) => known.has(item))
      .map(({ item, changes }) => [item, [...changes].sort()]),
  );
  // The skill that was replaced is so like the new one that it counts as reworded, and its references stay.
  const touched = new Set(
    [...walkItems<DocumentItem>(rev1.sections)]
      .filter(({ item }) => item.references?.some((reference) => reference.item === 'h-suivi'))
      .map(({ item }) => item.id),
  );
  for (const [id, expected] of Object.entries(listed)) {
    if (!known.has(id) || id === 'h-suivi' || touched.has(id)) continue;
    expect([id, kinds[id]]).toEqual([id, expected]);
  }
  expect(kinds['h-suivi']).toEqual(['reworded']);
  expect(relations.merged).toEqual([{ from: ['act-dossier', 'act-mairie'], to: 'act-dossier' }]);
  expect(found.length).toBeGreaterThan(70);
});

test('ids of head that base uses for something else are not mixed up', () => {
  const item = (id: string, title: string): DocumentItem => ({ id, kind: 'mission', title });
  const document = (items: DocumentItem[]): InterchangeDocument => ({
    format: 'triptyque/1',
    framework: { slug: 'essai', template: 'job-reference', language: 'fr', title: 'Essai' },
    sections: [{ key: 'missions', items }],
  });
  const base = document([item('1', 'Accueillir chaque famille'), item('2', 'Tenir un registre')]);
  const head = document([
    item('2', 'Accueillir chaque famille'),
    item('1', 'Former les bénévoles'),
  ]);
  const { changes } = compareDocuments(base, head, options);
  expect(changes.map(({ item, changes }) => [item, changes])).toEqual([
    ['2', ['removed']],
    ['1-2', ['added']],
  ]);
});
