// A file that comes into a present text: what is recognised stays the same, what people write meanwhile stays as they write it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDocuments } from '#core/comparison/compare.ts';
import { canonicalJson } from '#core/framework/canonical.ts';
import type {
  DocumentItem,
  DocumentSection,
  InterchangeDocument,
} from '#core/framework/interchange.ts';
import { walkItems } from '#core/framework/walk.ts';
import { mergeImport, withUnchangedWords } from '#core/importing/merge.ts';
import { seenText, withWrittenSince } from '#core/importing/since.ts';

const head = { slug: 'essai', template: 'job-reference', language: 'fr', title: 'Essai' } as const;
const document = (...sections: DocumentSection[]): InterchangeDocument => ({
  format: 'triptyque/1',
  framework: head,
  sections,
});
const item = (id: string, title: string, more: Partial<DocumentItem> = {}): DocumentItem => ({
  id,
  kind: 'mission',
  title,
  ...more,
});
const titles = (sections: readonly DocumentSection[]) =>
  [...walkItems<DocumentItem>(sections)].map((one) =>
    [...one.path, one.item.id, one.item.title].join(' > '),
  );

const base = document(
  {
    key: 'missions',
    preamble: 'Avant.',
    items: [
      item('m-1', 'Accueillir les élèves et leurs familles', {
        body: 'À l’entrée de l’école.',
        fields: { assessment: 'Une grille' },
        references: [{ item: 's-1' }],
      }),
      item('m-2', 'Prévenir le décrochage scolaire'),
    ],
  },
  { key: 'skills', items: [item('s-1', 'Écouter', { kind: 'skill' })] },
);
const read = document({
  key: 'missions',
  items: [
    item('x-1', 'Prévenir le décrochage scolaire des élèves'),
    item('x-2', 'Accueillir les élèves et leurs familles', { body: "À l'entrée de l'école." }),
    item('x-3', 'Former les équipes éducatives au dialogue'),
  ],
});
const options = { baseRef: 'working', headRef: 'import', language: 'fr' } as const;
const pairs = compareDocuments(base, read, { ...options, align: 'likeness' }).pairs;

describe('an update', () => {
  const merged = mergeImport(base, read, 'update', pairs);

  it('knows items again, takes the file’s words and order, and keeps what no file says', () => {
    expect(titles(merged.sections)).toEqual([
      'm-2 > Prévenir le décrochage scolaire des élèves',
      'm-1 > Accueillir les élèves et leurs familles',
      'x-3 > Former les équipes éducatives au dialogue',
      's-1 > Écouter',
    ]);
    const [missions] = merged.sections;
    expect(missions?.preamble).toBe('Avant.');
    expect(missions?.items?.[1]).toMatchObject({
      fields: { assessment: 'Une grille' },
      references: [{ item: 's-1' }],
    });
  });

  it('keeps base’s spelling where no reader sees another', () => {
    const comparison = compareDocuments(base, merged, options);
    const after = withUnchangedWords(base, merged, comparison);
    expect(after.sections[0]?.items?.[1]?.body).toBe('À l’entrée de l’école.');
    expect(after.sections[0]?.items?.[0]?.title).toBe('Prévenir le décrochage scolaire des élèves');
  });
});

describe('an addition', () => {
  it('puts everything after what is there, under ids of its own', () => {
    const own = document({ key: 'missions', preamble: 'Et puis.', items: [item('m-1', 'Autre')] });
    const [missions] = mergeImport(base, own, 'add').sections;
    expect(missions?.preamble).toBe('Avant.\n\nEt puis.');
    expect(titles([missions ?? { key: '' }])).toEqual([
      'm-1 > Accueillir les élèves et leurs familles',
      'm-2 > Prévenir le décrochage scolaire',
      'm-1-2 > Autre',
    ]);
  });

  it('leaves what is there as it is, to the byte', () => {
    const { sections } = mergeImport(base, document(), 'add');
    expect(canonicalJson(sections)).toBe(canonicalJson(base.sections));
  });
});

describe('what was written since', () => {
  const seen = seenText(base.sections);
  const wanted = mergeImport(base, read, 'update', pairs).sections;

  it('is nothing where nobody wrote', () => {
    const sections = withWrittenSince(base.sections, wanted, seen);
    expect(canonicalJson(sections)).toBe(canonicalJson(wanted));
  });

  it('stays: other words of an item, a new item beside its sibling, a preamble', () => {
    const now = structuredClone(base.sections);
    const [missions] = now;
    if (!missions?.items?.[1]) throw new Error('no item');
    missions.preamble = 'Avant tout.';
    missions.items[1] = { ...missions.items[1], title: 'Prévenir avec les familles' };
    missions.items.splice(1, 0, item('n-1', 'Nouvelle', { children: [item('n-2', 'Dedans')] }));
    const sections = withWrittenSince(now, wanted, seen);
    expect(sections[0]?.preamble).toBe('Avant tout.');
    expect(titles(sections)).toEqual([
      'm-2 > Prévenir avec les familles',
      'm-1 > Accueillir les élèves et leurs familles',
      'n-1 > Nouvelle',
      'n-1 > n-2 > Dedans',
      'x-3 > Former les équipes éducatives au dialogue',
      's-1 > Écouter',
    ]);
  });

  it('stays where the file has the item no longer', () => {
    const now = structuredClone(base.sections);
    const first = now[0]?.items?.[0];
    if (first) first.body = 'Tout autre chose.';
    const without = [
      { key: 'missions', items: [] },
      { key: 'skills', items: [] },
    ];
    expect(titles(withWrittenSince(now, without, seen))).toEqual([
      'm-1 > Accueillir les élèves et leurs familles',
    ]);
  });

  it('loses no words of anybody, whatever was written and whatever comes', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const tree = fc.uniqueArray(ids).chain((some) =>
      fc
        .record({
          titles: fc.array(fc.constantFrom('un', 'deux', 'trois', 'quatre'), {
            minLength: some.length,
            maxLength: some.length,
          }),
          deep: fc.array(fc.boolean(), { minLength: some.length, maxLength: some.length }),
        })
        .map(({ titles: said, deep }): DocumentSection[] => {
          const items: DocumentItem[] = [];
          for (const [at, id] of some.entries()) {
            const made = item(id, said[at] ?? '', { children: [] });
            (deep[at] && items.at(-1)?.children ? items.at(-1)?.children : items)?.push(made);
          }
          return [{ key: 'missions', items }];
        }),
    );
    fc.assert(
      fc.property(tree, tree, tree, (before, now, come) => {
        const result = withWrittenSince(now, come, seenText(before));
        const found = new Map(
          [...walkItems<DocumentItem>(result)].map((one) => [one.item.id, one.item]),
        );
        const old = new Map(
          [...walkItems<DocumentItem>(before)].map((one) => [one.item.id, one.item]),
        );
        for (const { item: one } of walkItems<DocumentItem>(now)) {
          if (old.get(one.id)?.title !== one.title)
            expect(found.get(one.id)?.title).toBe(one.title);
        }
        for (const { item: one } of walkItems<DocumentItem>(come))
          expect(found.has(one.id)).toBe(true);
        expect([...walkItems<DocumentItem>(result)]).toHaveLength(found.size);
      }),
      { numRuns: 300, seed: 20261201 },
    );
  });
});
