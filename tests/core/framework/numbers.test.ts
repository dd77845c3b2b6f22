// Displayed numbers come from the template: prefixes through a section, nested ones under them.
import { expect, test } from 'vitest';
import { type NumberedItem, numberItems } from '#core/framework/numbers.ts';
import { templateOf } from '#core/framework/templates.ts';

const item = (id: string, kind: string, ...children: NumberedItem[]): NumberedItem => ({
  id,
  kind,
  children,
});

function numbers(template: string, language: 'fr' | 'en', key: string, ...items: NumberedItem[]) {
  const known = templateOf(template);
  if (!known) throw new Error('no template');
  return Object.fromEntries(numberItems([{ key, items }], known, language));
}

test('missions, and activities under them', () => {
  expect(
    numbers(
      'job-reference',
      'fr',
      'missions',
      item(
        'm1',
        'mission',
        item('a1', 'activity'),
        item('c1', 'criterion'),
        item('a2', 'activity'),
      ),
      item('m2', 'mission', item('a3', 'activity', item('c2', 'criterion'))),
    ),
  ).toEqual({ m1: 'M1', a1: 'M1.1', a2: 'M1.2', m2: 'M2', a3: 'M2.1' });
});

test('skills count through the whole section, even inside blocks', () => {
  const items = [
    item('s1', 'skill'),
    item('b1', 'skillBlock', item('s2', 'skill'), item('s3', 'skill')),
    item('b2', 'skillBlock', item('s4', 'skill')),
  ];
  expect(numbers('job-reference', 'fr', 'skills', ...items)).toEqual({
    s1: 'C1',
    b1: 'B1',
    s2: 'C2',
    s3: 'C3',
    b2: 'B2',
    s4: 'C4',
  });
  expect(numbers('job-reference', 'en', 'skills', ...items).s4).toBe('S4');
});

test('what does not fit is numbered where it can be, and never twice the same', () => {
  expect(
    numbers(
      'job-reference',
      'fr',
      'missions',
      item('a0', 'activity'),
      item('x', 'nothing', item('a1', 'activity')),
      item('m1', 'mission', item('c', 'criterion', item('a2', 'activity')), item('a3', 'activity')),
    ),
  ).toEqual({ a0: '1', a1: '2', m1: 'M1', a2: 'M1.1', a3: 'M1.2' });
  expect(numbers('ideal-system', 'fr', 'elsewhere', item('a', 'cause'))).toEqual({});
});
