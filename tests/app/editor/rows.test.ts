// The list of a room: the same rows from the document and from the live text, and new objects only for what changed.
import { describe, expect, test } from 'vitest';
import { placeAfter, placeFirst, subtree } from '#app/editor/live/acts.ts';
import { keepSameRows, type RowSource, rowsOfSections } from '#app/editor/rows.ts';
import { templateOf } from '#core/framework/templates.ts';

const SOURCES: readonly RowSource[] = [
  {
    id: 'm1',
    kind: 'mission',
    title: 'Une',
    children: [
      { id: 'a1', kind: 'activity', title: 'A' },
      { id: 'c1', kind: 'criterion', title: 'C' },
    ],
  },
  { id: 'm2', kind: 'mission', title: 'Deux' },
];
const NUMBERS = new Map([
  ['m1', 'M1'],
  ['a1', 'M1.1'],
  ['m2', 'M2'],
]);

function rows(sources: readonly RowSource[] = SOURCES) {
  return rowsOfSections([{ key: 'missions', items: sources }], NUMBERS);
}

describe('rows', () => {
  test('stand in reading order with parent, depth and number', () => {
    expect(
      rows()[0]?.rows.map(({ id, parent, depth, number }) => [id, parent, depth, number]),
    ).toEqual([
      ['m1', '', 0, 'M1'],
      ['a1', 'm1', 1, 'M1.1'],
      ['c1', 'm1', 1, ''],
      ['m2', '', 0, 'M2'],
    ]);
  });

  test('that say the same stay the same objects', () => {
    const before = rows();
    expect(keepSameRows(before, rows())).toBe(before);
    const [first, ...rest] = SOURCES;
    const after = keepSameRows(
      before,
      rows([{ ...first, id: 'm1', kind: 'mission', title: 'Autre' }, ...rest]),
    );
    expect(after).not.toBe(before);
    const [old, now] = [before[0]?.rows ?? [], after[0]?.rows ?? []];
    expect(now[0]).not.toBe(old[0]);
    expect(now.slice(1).every((row, at) => row === old[at + 1])).toBe(true);
  });
});

describe('where a new item goes', () => {
  const list = rows()[0]?.rows ?? [];
  const at = (id: string) => {
    const row = list.find((one) => one.id === id);
    if (!row) throw new Error(id);
    return placeAfter(list, row);
  };

  test('after what has children it is the first child, else it stands beside', () => {
    expect(at('m1')).toEqual({
      target: { section: 'missions', parent: 'm1', before: 'a1' },
      kind: 'activity',
    });
    expect(at('c1')).toEqual({
      target: { section: 'missions', parent: 'm1', after: 'c1' },
      kind: 'criterion',
    });
    expect(at('m2')).toEqual({
      target: { section: 'missions', parent: '', after: 'm2' },
      kind: 'mission',
    });
  });

  test('at the head of an empty section it has the first kind that may stand there', () => {
    const template = templateOf('job-reference');
    if (!template) throw new Error('no template');
    expect(placeFirst(template, 'training', [])).toEqual({
      target: { section: 'training', parent: '' },
      kind: 'profile',
    });
  });

  test('an item goes with all that is under it', () => {
    expect(subtree(list, 'm1')).toEqual(['m1', 'a1', 'c1']);
    expect(subtree(list, 'm2')).toEqual(['m2']);
  });
});
