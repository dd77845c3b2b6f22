// When tokens were last used: gathered, so that a room coming back costs one write, and never lost by a failed one.
import { expect, test } from 'vitest';
import { createTokenUses } from '#server/auth/token-uses.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 21, 9, 0, seconds));

function house() {
  const written: ReadonlyMap<string, Date>[] = [];
  const failures: unknown[] = [];
  let failing = false;
  const uses = createTokenUses(
    {
      async touch(these) {
        if (failing) throw new Error('full');
        written.push(these);
      },
    },
    (error) => failures.push(error),
  );
  return { uses, written, failures, fail: (now: boolean) => (failing = now) };
}

test('all that were used go in one write', async () => {
  const { uses, written } = house();
  for (let i = 0; i < 500; i++) uses.note(`token-${i}`, null, at(0));
  await uses.write();
  expect(written.map((one) => one.size)).toEqual([500]);
  await uses.write();
  expect(written).toHaveLength(1);
});

test('a use soon after the last one is not written', async () => {
  const { uses, written } = house();
  uses.note('a', at(0), at(59));
  uses.note('b', at(0), at(60));
  uses.note('c', null, at(1));
  uses.note('c', null, at(2));
  await uses.write();
  expect(written).toEqual([
    new Map([
      ['b', at(60)],
      ['c', at(1)],
    ]),
  ]);
});

test('who waits for the end waits for a write that is under way', async () => {
  const order: string[] = [];
  let finish = () => {};
  const uses = createTokenUses(
    {
      touch: () =>
        new Promise((resolve) => {
          finish = () => {
            order.push('written');
            resolve();
          };
        }),
    },
    () => {},
  );
  uses.note('a', null, at(0));
  void uses.write();
  const end = uses.write().then(() => order.push('ended'));
  await Promise.resolve();
  finish();
  await end;
  expect(order).toEqual(['written', 'ended']);
});

test('a write that fails is told and holds up nothing', async () => {
  const { uses, written, failures, fail } = house();
  fail(true);
  uses.note('a', null, at(0));
  await uses.write();
  expect(failures).toHaveLength(1);
  fail(false);
  uses.note('a', null, at(1));
  await uses.write();
  expect(written).toEqual([new Map([['a', at(1)]])]);
});
