// The order of versions' labels, and the one that is proposed next.
import { expect, test } from 'vitest';
import { compareLabels, LABEL, nextLabel } from '#core/framework/labels.ts';

test('labels are ordered by number, not by letter', () => {
  const labels = ['1.0', '0.10', '0.2', '1.0.1', '2.0', '0.9.3'];
  expect([...labels].sort(compareLabels)).toEqual(['0.2', '0.9.3', '0.10', '1.0', '1.0.1', '2.0']);
});

test('"1.0" and "1.0.0" say the same', () => {
  expect(compareLabels('1.0', '1.0.0')).toBe(0);
});

test.each([
  ['', 'consultation', '0.1'],
  ['', 'adopted', '1.0'],
  ['0.1', 'consultation', '0.2'],
  ['0.9', 'consultation', '0.10'],
  ['0.3', 'adopted', '1.0'],
  ['1.0', 'consultation', '1.1'],
  ['1.0.4', 'consultation', '1.1'],
  ['1.2', 'adopted', '2.0'],
] as const)('after "%s" a %s version is proposed as %s', (last, status, next) => {
  expect(nextLabel(last, status)).toBe(next);
  expect(next).toMatch(LABEL);
  if (last !== '') expect(compareLabels(last, next)).toBeLessThan(0);
});
