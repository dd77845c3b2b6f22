// Labels of versions are ordered by their numbers, not as text.
import { expect, it } from 'vitest';
import { compareLabels, LABEL } from '#core/framework/label.ts';

it.each([
  ['0.1', '0.2', -1],
  ['0.9', '0.10', -1],
  ['1.0', '0.99', 1],
  ['1.0', '1.0.0', 0],
  ['1.0', '1.0.1', -1],
  ['01.00', '1.0', 0],
  ['2.0', '10.0', -1],
  ['1.99999999999999999999', '1.100000000000000000000', -1],
])('%s against %s is %i', (a, b, order) => {
  expect(Math.sign(compareLabels(a, b))).toBe(order);
  expect(Math.sign(compareLabels(b, a)) + order).toBe(0);
});

it.each(['1', 'v1.0', '1.0.0.0', '1.', '.1', '1.0-beta', '', ' 1.0', '1.0\n'])(
  '%j is no label',
  (text) => {
    expect(LABEL.test(text)).toBe(false);
  },
);
