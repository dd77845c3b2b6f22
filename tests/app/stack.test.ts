// Cards in a margin never cover each other, and the chosen one stands where it wants.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stack } from '#app/comments/stack.ts';

const GAP = 8;
const card = fc.record({ wanted: fc.nat(500), height: fc.integer({ min: 1, max: 200 }) });
const cards = fc
  .array(card, { maxLength: 12 })
  .map((all) => all.sort((a, b) => a.wanted - b.wanted));

it('holds for any cards and any choice', () => {
  fc.assert(
    fc.property(cards, fc.integer({ min: -1, max: 12 }), (all, wish) => {
      const chosen = Math.min(wish, all.length - 1);
      const tops = stack(all, GAP, chosen);
      expect(tops).toHaveLength(all.length);
      for (let index = 1; index < all.length; index++) {
        const end = (tops[index - 1] ?? 0) + (all[index - 1]?.height ?? 0);
        expect(tops[index]).toBeGreaterThanOrEqual(end + GAP);
      }
      if (chosen >= 0) expect(tops[chosen]).toBe(all[chosen]?.wanted);
    }),
    { seed: 20261, numRuns: 300 },
  );
});

it('leaves cards where they want while there is room', () => {
  const far = [0, 100, 300].map((wanted) => ({ wanted, height: 50 }));
  expect(stack(far, GAP)).toEqual([0, 100, 300]);
});
