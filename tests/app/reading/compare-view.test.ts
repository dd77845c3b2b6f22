// A comparison laid out: head in its order, leavers at their old places, unchanged runs folded.
import { expect, test } from 'vitest';
import { compareView } from '#app/reading/compare-view.ts';
import type { ChangeKind, Comparison } from '#core/comparison/comparison.ts';
import type { DocumentItem, InterchangeDocument } from '#core/framework/interchange.ts';
import { walkItems } from '#core/framework/walk.ts';

function documentOf(items: DocumentItem[]): InterchangeDocument {
  return {
    format: 'triptyque/1',
    framework: { slug: 'f', template: 'job-reference', language: 'fr', title: 'F' },
    sections: [{ key: 'missions', items }],
  };
}

const mission = (id: string, children: DocumentItem[] = []): DocumentItem => ({
  id,
  kind: 'mission',
  title: `Mission ${id}`,
  children,
});
const activity = (id: string): DocumentItem => ({ id, kind: 'activity', title: `Activité ${id}` });

function comparisonOf(
  base: InterchangeDocument,
  head: InterchangeDocument,
  kinds: Record<string, ChangeKind[]>,
): Comparison {
  const side = (document: InterchangeDocument, id: string) => {
    const visit = [...walkItems<DocumentItem>(document.sections)].find(
      ({ item }) => item.id === id,
    );
    return visit && { path: [...visit.path], number: '', title: visit.item.title ?? '', body: '' };
  };
  return {
    base: { ref: 'r1' },
    head: { ref: 'r2' },
    summary: {
      added: 0,
      removed: 0,
      moved: 0,
      reworded: 0,
      fields: 0,
      references: 0,
      unchanged: 0,
    },
    preambles: [],
    relations: { split: [], merged: [], replaced: [] },
    changes: Object.entries(kinds).map(([item, changes]) => ({
      item,
      kind: 'activity',
      section: 'missions',
      changes,
      ...(side(base, item) ? { before: side(base, item) } : {}),
      ...(side(head, item) ? { after: side(head, item) } : {}),
    })) as Comparison['changes'],
  };
}

/** Rows as short words: `=a,b` folded, `-a` removed, `~a` gone from here, `a` present. */
function told(base: DocumentItem[], head: DocumentItem[], kinds: Record<string, ChangeKind[]>) {
  const [one, other] = [documentOf(base), documentOf(head)];
  return compareView(comparisonOf(one, other, kinds), one, other)[0]?.rows.map((row) =>
    row.type === 'same'
      ? `=${row.items.map((item) => item.id).join(',')}`
      : row.type === 'removed'
        ? `-${row.id}`
        : row.type === 'gone'
          ? `~${row.id}`
          : row.id,
  );
}

test('what is unchanged is folded, what holds a change stays as a heading', () => {
  const base = [mission('m', [activity('a'), activity('b')]), mission('n')];
  const head = [mission('m', [activity('a'), activity('b'), activity('c')]), mission('n')];
  expect(told(base, head, { c: ['added'] })).toEqual(['m', '=a,b', 'c', '=n']);
});

test('a removed item stands after the sibling it followed', () => {
  const base = [mission('m', [activity('a'), activity('b'), activity('c')])];
  const head = [mission('m', [activity('a'), activity('c')])];
  expect(told(base, head, { b: ['removed'] })).toEqual(['m', '=a', '-b', '=c']);
});

test('an item that moved under another parent leaves a mark where it was', () => {
  const base = [mission('m', [activity('a'), activity('b')]), mission('n')];
  const head = [mission('m', [activity('b')]), mission('n', [activity('a')])];
  expect(told(base, head, { a: ['moved'] })).toEqual(['m', '~a', '=b', 'n', 'a']);
});

test('an item that moved inside its parent leaves a mark there too', () => {
  const base = [mission('m', [activity('a'), activity('b'), activity('c')])];
  const head = [mission('m', [activity('c'), activity('a'), activity('b')])];
  expect(told(base, head, { c: ['moved'] })).toEqual(['m', 'c', '=a,b', '~c']);
});

test('children of a removed parent are told as removed, or as gone from there', () => {
  const base = [mission('m', [activity('a'), activity('b')]), mission('n')];
  const head = [mission('n', [activity('b')])];
  expect(told(base, head, { m: ['removed'], a: ['removed'], b: ['moved'] })).toEqual([
    '-m',
    '-a',
    '~b',
    'n',
    'b',
  ]);
});
