// `npm run fuzz`: every mix with 300 seeds (or FUZZ_SEEDS), calm and in trouble, and a table of what became of the letters.
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { MIXES } from './mixes.ts';
import { type Game, playAll } from './player.ts';
import { Tally } from './tally.ts';

const SEEDS = Number(process.env.FUZZ_SEEDS ?? 300);
const FIRST = Number(process.env.FUZZ_FIRST ?? 1);
const ONLY = process.env.FUZZ_MIX;
const HOW = process.env.FUZZ_TROUBLE;

const seeds = Array.from({ length: SEEDS }, (_, i) => FIRST + i);
const games: Game[] = MIXES.filter(({ name }) => ONLY === undefined || name === ONLY).flatMap(
  ({ name }) =>
    [false, true]
      .filter((trouble) => HOW === undefined || (HOW === '1') === trouble)
      .flatMap((trouble) => seeds.map((seed) => ({ mix: name, seed, trouble }))),
);

const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
const tally = new Tally();
try {
  await playAll(browser, games, { rescue: process.env.FUZZ_RESCUE !== '0' }, (played) => {
    tally.add(played);
    if (process.stderr.isTTY) process.stderr.write(`\r${tally.games} of ${games.length} evenings`);
  });
} finally {
  await browser.close();
}
process.stdout.write(`${tally.table()}\n`);
if (process.env.FUZZ_RESCUE !== '0')
  for (const line of tally.wrong) process.stdout.write(`${line}\n`);
process.exit(tally.wrong.length === 0 ? 0 : 1);
