// The label that is proposed for the next version.
import { expect, test } from 'vitest';
import { compareLabels, LABEL, nextLabel } from '#core/framework/label.ts';

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
