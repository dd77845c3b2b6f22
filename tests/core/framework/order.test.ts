// Order keys: one always fits between two, and they stay short however people add.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyBetween, keysBetween, keysInOrder } from '#core/framework/order.ts';
import { chance } from '../document/chance.ts';

const rising = (keys: readonly string[]) =>
  keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key);

test('a key made at any spot of a row stands there', () => {
  const random = chance(1);
  const keys = [keyBetween(null, null, random)];
  for (let count = 0; count < 5000; count++) {
    const at = Math.floor(random() * (keys.length + 1));
    keys.splice(at, 0, keyBetween(keys[at - 1] ?? null, keys[at] ?? null, random));
  }
  expect(rising(keys)).toBe(true);
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(20);
});

test.each([
  ['appending', (length: number) => length, 5000, 7],
  ['prepending', () => 0, 5000, 7],
  ['one after the other in the middle', (_: number, count: number) => 10 + count, 300, 32],
  ['always right after the first', () => 1, 300, 34],
] as const)('%s keeps keys short', (_, spot, times, longest) => {
  const random = chance(2);
  const keys = keysBetween(null, null, 20, random);
  for (let count = 0; count < times; count++) {
    const at = spot(keys.length, count);
    keys.splice(at, 0, keyBetween(keys[at - 1] ?? null, keys[at] ?? null, random));
  }
  expect(rising(keys)).toBe(true);
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(longest);
});

const anyKey = fc.string({ unit: fc.constantFrom(...'!0159AZaz~ '), maxLength: 6 });

test('a key comes after its lower neighbour whatever the neighbours are, and before the upper where there is room', () => {
  fc.assert(
    fc.property(anyKey, fc.option(anyKey), fc.nat(), (low, high, seed) => {
      const key = keyBetween(low, high, chance(seed));
      expect(key > low).toBe(true);
      expect(/[1-9A-Za-z]$/.test(key)).toBe(true);
      const clean =
        high !== null && /^[0-9A-Za-z]*[1-9A-Za-z]$/.test(high) && /^[0-9A-Za-z]*$/.test(low);
      if (clean && low < high) expect(key < high).toBe(true);
    }),
    { seed: 20_260_110, numRuns: 3000 },
  );
});

test('many keys between two stand in order', () => {
  const random = chance(3);
  const [a = '', b = ''] = keysBetween(null, null, 2, random);
  const keys = keysBetween(a, b, 300, random);
  expect(rising([a, ...keys, b])).toBe(true);
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(14);
});

test('a new order keeps as many keys as can be', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...'abcdefghij'].map((letter) => `${letter}x`)),
      fc.nat(),
      (keys, seed) => {
        const current = keys.map((key, index) => ((seed >> index) % 5 === 0 ? null : key));
        const ordered = keysInOrder(current, chance(seed));
        expect(rising(ordered)).toBe(true);
        const kept = ordered.filter((key, index) => key === current[index]).length;
        // The longest rising run, the slow way.
        const best: number[] = [];
        for (const [index, key] of current.entries()) {
          if (key === null) continue;
          const before = current
            .slice(0, index)
            .map((one, at) => (one !== null && one < key ? (best[at] ?? 0) : 0));
          best[index] = 1 + Math.max(0, ...before);
        }
        expect(kept).toBe(Math.max(0, ...best.filter((one) => one !== undefined)));
      },
    ),
    { seed: 20_260_111, numRuns: 500 },
  );
});
