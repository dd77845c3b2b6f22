// `npm run fuzz`: every mix, calm and in trouble, 300 seeds each, and a table of what became of the letters.
import { chromium } from '@playwright/test';
import { TEMPLATES } from '#core/framework/templates.ts';
import { fuzz } from '#tests/server/sync/fuzz.ts';
import { findBrowser } from '../../scripts/browser.mjs';
import { MIXES } from './mixes.ts';
import { bundleFuzz, type Game, openTable } from './player.ts';
import { Tally } from './tally.ts';

/*
 * FUZZ_SEEDS, FUZZ_FIRST: how many seeds, and from which on. FUZZ_MIX: one mix only. FUZZ_TROUBLE: 0 or 1, calm
 * or in trouble only. FUZZ_RESCUE=0: without the rescue, to see what it is worth.
 */
const { FUZZ_SEEDS = '300', FUZZ_FIRST = '1', FUZZ_MIX, FUZZ_TROUBLE, FUZZ_RESCUE } = process.env;
const rescue = FUZZ_RESCUE !== '0';

/** The mixes that are played without an editor, on documents alone (tests/server/sync/fuzz.ts). */
const DOCUMENTS = 'documents alone';

const seeds = Array.from({ length: Number(FUZZ_SEEDS) }, (_, i) => Number(FUZZ_FIRST) + i);
const names = [...MIXES.map((mix) => mix.name), ...(rescue ? [DOCUMENTS] : [])];
const games: Game[] = names
  .filter((name) => FUZZ_MIX === undefined || name === FUZZ_MIX)
  .flatMap((mix) =>
    [false, true]
      .filter((trouble) => FUZZ_TROUBLE === undefined || (FUZZ_TROUBLE === '1') === trouble)
      .flatMap((trouble) => seeds.map((seed) => ({ mix, seed, trouble }))),
  );

const tally = new Tally();
const told = games.length;

async function playDocuments(game: Game): Promise<void> {
  const rooms = TEMPLATES.flatMap((template) => template.rooms.map((room) => ({ template, room })));
  const { template, room } = rooms[game.seed % rooms.length] ?? {};
  if (!template || !room) return;
  const result = await fuzz({
    seed: game.seed,
    template,
    roomKey: room.key,
    trouble: game.trouble,
  });
  const views = { stale: 0, broken: [], failedActs: [] };
  tally.add({ ...game, result: { ...result, ...views }, uncaught: [] });
}

async function work(program: string): Promise<void> {
  const table = await openTable(browser, program);
  for (let game = games.shift(); game; game = games.shift()) {
    if (game.mix === DOCUMENTS) await playDocuments(game);
    else tally.add(await table.play(game));
    if (process.stderr.isTTY) process.stderr.write(`\r${tally.games} / ${told}`);
  }
  await table.close();
}

const browser = await chromium.launch({
  executablePath: findBrowser() ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  const program = await bundleFuzz({ rescue });
  await Promise.all([work(program), work(program)]);
} finally {
  await browser.close();
}
process.stdout.write(`\n${tally.table()}\n`);
if (rescue) for (const line of tally.wrong) process.stdout.write(`${line}\n`);
process.exitCode = rescue && tally.wrong.length > 0 ? 1 : 0;
