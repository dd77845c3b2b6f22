// Plays evenings in a real browser: bundles the page's program, opens a page with it, and hands it seeds.
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
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

export interface FuzzTable {
  play(game: Game): Promise<Played>;
  close(): Promise<void>;
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
export async function bundleFuzz({ rescue = true } = {}): Promise<string> {
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

/** A page of its own in which evenings are played one after the other. */
export async function openTable(browser: Browser, program: string): Promise<FuzzTable> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const uncaught: string[] = [];
  page.on('pageerror', (error) => uncaught.push(error.stack ?? error.message));
  await page.setContent('<!doctype html><html lang="fr"><title>fuzz</title><body></body></html>');
  await page.addScriptTag({ content: program });
  return {
    play: async (game) => {
      const result = await page.evaluate(
        ({ mix, seed, trouble }) => window.fuzz.play(mix, seed, trouble),
        { ...game },
      );
      return { ...game, result, uncaught: uncaught.splice(0) };
    },
    close: () => context.close(),
  };
}
