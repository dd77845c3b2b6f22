// Real editors of items over rooms in the page, evenings by seed: nothing that was typed is lost, all end equal.
import { expect, test } from '@playwright/test';
import { MIXES } from '../fuzz/mixes.ts';
import { FAILED } from '../fuzz/once-failed.ts';
import { bundleFuzz, type FuzzTable, type Game, openTable } from '../fuzz/player.ts';
import { faultsOf } from '../fuzz/tally.ts';

/** Every second one with cuts, deaths and a failing store; 300 of each by `npm run fuzz`. */
const SEEDS = Array.from({ length: 10 }, (_, i) => i + 1);

let table: FuzzTable;

test.beforeAll(async ({ browser }) => {
  table = await openTable(browser, await bundleFuzz());
});

test.afterAll(() => table.close());

async function faultsIn(games: readonly Game[]): Promise<string[]> {
  const faults: string[] = [];
  for (const game of games) {
    const found = faultsOf(await table.play(game));
    if (found.length > 0) faults.push(`seed ${game.seed}: ${found.join('; ')}`);
  }
  return faults;
}

for (const { name } of MIXES) {
  test(`SY-27 in the mix: ${name}`, async () => {
    const games = SEEDS.map((seed) => ({ mix: name, seed, trouble: seed % 2 === 0 }));
    expect(await faultsIn(games)).toEqual([]);
  });
}

for (const { why, ...game } of FAILED) {
  const where = `seed ${game.seed} of “${game.mix}”${game.trouble ? ' in trouble' : ''}`;
  test(`SY-27 ${where}: ${why}`, async () => {
    expect(await faultsIn([game])).toEqual([]);
  });
}
