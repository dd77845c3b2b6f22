// What a filter leaves of a coverage, and how it is said in the address.
import { expect, it, test } from 'vitest';
import {
  type CoverageFilter,
  filterOf,
  gapCounts,
  searchOf,
  shownOf,
} from '#app/coverage/shown.ts';
import { type Coverage, coverageOf } from '#core/framework/coverage.ts';
import type { DocumentItem, DocumentSection } from '#core/framework/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';

const item = (kind: string, id: string, to: string[] = [], children: DocumentItem[] = []) => ({
  id,
  kind,
  title: id,
  references: to.map((target) => ({ item: target })),
  children,
});

const sections: DocumentSection[] = [
  {
    key: 'missions',
    items: [
      item(
        'mission',
        'm1',
        [],
        [item('activity', 'a1', ['s1', 's2']), item('activity', 'a2'), item('criterion', 'c1')],
      ),
      item('mission', 'm2', [], [item('activity', 'a3', ['s1'])]),
      item('activity', 'a4', ['s2']),
    ],
  },
  {
    key: 'skills',
    items: ['s1', 's2', 's3'].map((id) => item('skill', id, [], [item('criterion', `c-${id}`)])),
  },
  {
    key: 'training',
    items: [item('module', 't1', ['s1']), item('module', 't2'), item('profile', 'p1', ['s2'])],
  },
];

const template = templateOf('job-reference');
const made = template && coverageOf({ slug: 'essai', language: 'fr', sections }, template);
if (!made) throw new Error('no coverage');
const coverage: Coverage = made;

/** Columns | groups | modules | profiles | what lacks something. */
function told(filter: Partial<CoverageFilter>): string {
  const shown = shownOf(coverage, { mission: '', gap: '', ...filter });
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).join(' ');
  return [
    ids(shown.skills),
    shown.groups
      .map(({ mission, activities }) => `${mission?.id ?? '-'}: ${ids(activities)}`)
      .join(', '),
    ids(shown.modules),
    ids(shown.profiles),
    ids(shown.lacking),
  ].join(' | ');
}

test.each<[string, Partial<CoverageFilter>, string]>([
  ['everything', {}, 's1 s2 s3 | m1: a1 a2, m2: a3, -: a4 | t1 t2 | p1 | a2 s2 s3 t2 m2'],
  [
    'a mission: its activities and what they ask for',
    { mission: 'm2' },
    's1 | m2: a3 | t1 |  | m2',
  ],
  ['an unknown mission is none', { mission: 'x' }, told({})],
  [
    'what lacks anything',
    { gap: 'any' },
    's2 s3 | m1: a1 a2, m2: , -: a4 | t2 | p1 | a2 s2 s3 t2 m2',
  ],
  ['one kind of gap', { gap: 'untrained' }, 's2 s3 | m1: a1, -: a4 |  | p1 | s2 s3'],
  ['a gap of activities', { gap: 'needsNothing' }, ' | m1: a2 |  |  | a2'],
  ['a gap of modules', { gap: 'trainsNothing' }, ' |  | t2 |  | t2'],
  ['a gap of missions', { gap: 'noCriterion' }, ' | m2:  |  |  | m2'],
  ['both', { mission: 'm1', gap: 'untrained' }, 's2 | m1: a1 |  | p1 | s2'],
])('%s', (_, filter, expected) => {
  expect(told(filter)).toBe(expected);
});

it('counts items by what they lack', () => {
  expect(gapCounts(coverage)).toEqual({
    any: 5,
    untrained: 2,
    below: 0,
    unused: 1,
    needsNothing: 1,
    trainsNothing: 1,
    noCriterion: 1,
  });
});

test.each([
  ['', { mission: '', gap: '' }],
  ['?gap=any', { mission: '', gap: 'any' }],
  ['?gap=unused&mission=m+1', { mission: 'm 1', gap: 'unused' }],
] as const)('%j is an address, and read back the same', (search, filter) => {
  expect(searchOf(filter)).toBe(search);
  expect(filterOf(new URLSearchParams(search))).toEqual(filter);
});

it('takes a gap that there is not for none', () => {
  expect(filterOf(new URLSearchParams('?gap=toString'))).toEqual({ mission: '', gap: '' });
});
