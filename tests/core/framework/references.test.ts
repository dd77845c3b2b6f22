// Stored references: keys name targets, order is by key, and what is no reference is left out.
import { expect, test } from 'vitest';
import { readReferences, referenceKey, referenceTarget } from '#core/framework/references.ts';

test.each([
  [{ item: 'a.b:c-1' }, 'a.b:c-1'],
  [{ item: 'x', framework: 'autre-cadre' }, 'autre-cadre/x'],
])('%j is stored under %s', (target, key) => {
  expect(referenceKey(target)).toBe(key);
  expect(referenceTarget(key)).toEqual(target);
});

test('read in order, duplicates told apart, garbage left out', () => {
  const stored: [string, unknown][] = [
    ['b', { order: '2', level: 4 }],
    ['a', { order: '2', level: 5 }],
    ['b#2', { order: '1' }],
    ['autre/c', { order: 7, level: '1' }],
    ['d', null],
    ['e', 'x'],
    ['', { order: '0' }],
    ['no id', { order: '0' }],
    ['Not A Slug/x', { order: '0' }],
  ];
  expect(readReferences(stored)).toEqual([
    { item: 'c', framework: 'autre' },
    { item: 'b' },
    { item: 'a' },
    { item: 'b', level: 4 },
  ]);
});
