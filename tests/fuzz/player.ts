// Plays evenings in a real browser: bundles the page, opens some of it, and hands out seeds.
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { build, type Plugin } from 'esbuild';
import type { EveningResult } from './evening.ts';
import { HOLD } from './hold.ts';

export interface Game {
  readonly mix: string;
  readonly seed: number;
  readonly trouble: boolean;
}

export interface Played extends Game {
  readonly result: EveningResult;
  /** What nobody caught. */
  readonly uncaught: readonly string[];
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Rooms that put nothing back: to see what the rescue is worth. */
const noRescue: Plugin = {
  name: 'no-rescue',
  setup({ onLoad }) {
    onLoad({ filter: /server\/sync\/rescue\.ts$/ }, () => ({
      contents: 'export const putBack = () => []; export const takeBack = () => {};',
    }));
  },
};

/** The page's program, as one text. */
async function bundle(rescue: boolean): Promise<string> {
  const built = await build({
    absWorkingDir: ROOT,
    entryPoints: ['tests/fuzz/page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    banner: { js: HOLD },
    // Looks count for nothing here.
    loader: { '.css': 'empty', '.module.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: rescue ? [] : [noRescue],
    logLevel: 'error',
  });
  return built.outputFiles[0]?.text ?? '';
}

/**
 * Plays `games` in order on `pages` pages of the browser at once; `tell` hears each as it ends.
 * An evening that throws ends everything.
 */
export async function playAll(
  browser: Browser,
  games: readonly Game[],
  { pages = 2, rescue = true }: { pages?: number; rescue?: boolean },
  tell: (played: Played) => void,
): Promise<void> {
  const program = await bundle(rescue);
  const waiting = [...games];
  const work = async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const uncaught: string[] = [];
    page.on('pageerror', (error) => uncaught.push(error.stack ?? error.message));
    await open(page, program);
    for (let game = waiting.shift(); game; game = waiting.shift()) {
      const { mix, seed, trouble } = game;
      const result = await page.evaluate(
        (asked) => window.fuzz.play(asked.mix, asked.seed, asked.trouble),
        { mix, seed, trouble },
      );
      tell({ ...game, result, uncaught: uncaught.splice(0) });
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: pages }, work));
}

async function open(page: Page, program: string): Promise<void> {
  await page.setContent('<!doctype html><html lang="fr"><title>fuzz</title><body></body></html>');
  await page.addScriptTag({ content: program });
}
