// The server's disk takes nothing for a while: people are told within seconds, go on typing, and all is saved once it clears, without a reload.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import Sqlite from 'better-sqlite3';
import { type ServerProcess, startServer } from '../server-process.ts';
import { expect, test } from './fixtures.ts';
import { expectFine } from './look.ts';
import { onDisk } from './on-disk.ts';
import {
  clickAfter,
  expectCaretIn,
  expectSaying,
  notice,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';
import { watchTruth } from './truth.ts';

/** Another process that holds the write lock; returns what lets go. */
function lock(server: ServerProcess): () => void {
  const other = new Sqlite(join(server.dataDir, 'triptyque.db'));
  other.exec('BEGIN IMMEDIATE');
  return () => {
    other.exec('ROLLBACK');
    other.close();
  };
}

async function typeAll(page: Page, list: readonly string[]): Promise<void> {
  for (const word of list) await page.keyboard.type(` ${word}`);
}

function series(name: string, from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, i) => `${name}${from + i}z`);
}

async function ready(server: ServerProcess): Promise<number> {
  return (await fetch(`${server.url}/readyz`)).status;
}

type Trouble = (server: ServerProcess) => () => void;

function failingDisk(how: 'full' | 'readonly'): Trouble {
  return (server) => {
    const file = join(server.dataDir, 'failing-disk');
    writeFileSync(file, how);
    return () => writeFileSync(file, '');
  };
}

/** What it is, how long it lasts at least in milliseconds, and whether it is so before anybody types. */
const TROUBLES: readonly (readonly [string, Trouble, number, boolean])[] = [
  ['is locked by another process for 10 s', lock, 10_000, true],
  // The page that is being filled still takes a little.
  ['is full', failingDisk('full'), 0, false],
  ['can only be read', failingDisk('readonly'), 0, true],
];

/** A server whose disk can be made to refuse. */
async function troubledServer(): Promise<ServerProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'triptyque-trouble-'));
  return startServer({
    dataDir,
    env: {
      NODE_OPTIONS: `--require=${resolve('tests/server/failing-disk.cjs')}`,
      FAILING_DISK: join(dataDir, 'failing-disk'),
    },
  });
}

for (const [what, trouble, lasts, atOnce] of TROUBLES) {
  test(`SY-7 SY-40 while the database ${what}, two people are told, go on typing, and all is saved after, without a reload`, async ({
    sceneOn,
  }) => {
    test.setTimeout(150_000);
    const server = await troubledServer();
    try {
      const scene = sceneOn(server);
      scene.expectConsole(/Failed to load resource|503|WebSocket connection/);
      scene.expectLog('the store did not take updates');
      const { slug, document } = await ownFramework(scene, server);
      const alix = await scene.asNew('editor', 'Alix');
      const basile = await scene.asNew('editor', 'Basile');
      await openSection(alix, slug);
      await openSection(basile, slug);
      await clickAfter(alix, 'a-un', 'Une phrase');
      await expectCaretIn(alix, 'a-un');
      await clickAfter(basile, 'a-deux', 'Une autre');
      await expectCaretIn(basile, 'a-deux');
      const disk = onDisk(server, slug, 'missions');
      const truths = [
        await watchTruth(alix, disk, /alix\d+z/g),
        await watchTruth(basile, disk, /basile\d+z/g),
      ];
      await typeAll(alix, series('alix', 0, 3));
      await saved(alix);
      const clear = trouble(server);
      const began = Date.now();
      if (atOnce) await expect.poll(() => ready(server)).toBe(503);
      await typeAll(alix, series('alix', 3, 30));
      await typeAll(basile, series('basile', 0, 30));
      for (const page of [alix, basile]) {
        await expectSaying(page, 'Pas encore enregistré');
        await expect(notice(page)).toContainText('Pas encore enregistré');
        await expect(notice(page)).toContainText('vos mots sont gardés sur cet appareil');
      }
      expect(disk.text()).not.toContain('basile29z');
      // Neither sees what the other typed: it is on no disk.
      await expect(words(basile, 'a-un')).not.toContainText('alix29z');
      // They go on as long as it lasts.
      let next = 30;
      while (Date.now() - began < lasts) {
        await typeAll(alix, series('alix', next, next + 1));
        next += 1;
      }
      await expectSaying(alix, 'Pas encore enregistré');
      clear();
      await saved(alix);
      await saved(basile);
      await expect(notice(alix)).toHaveCount(0);
      await expect(words(basile, 'a-un')).toContainText(`alix${next - 1}z`);
      await expect(words(alix, 'a-deux')).toContainText('basile29z');
      const there = JSON.stringify(await document());
      for (const word of [...series('alix', 0, next), ...series('basile', 0, 30)])
        expect(there.split(word), word).toHaveLength(2);
      await expect.poll(() => ready(server)).toBe(200);
      for (const truth of truths) truth.expectTrue();
      expect(truths[0]?.words).toContain('Pas encore enregistré');
      disk.close();
    } finally {
      await server.close();
      rmSync(server.dataDir, { recursive: true, force: true });
    }
  });
}

test('SY-40 variant: what a page said to be saved is there after the server is killed at that very moment, again and again', async ({
  freshServer: server,
  sceneOn,
}) => {
  test.setTimeout(150_000);
  const scene = sceneOn(server);
  scene.expectConsole(/WebSocket connection|ERR_|Failed to load resource|Failed to fetch/);
  const { slug, document } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  await openSection(alix, slug);
  await clickAfter(alix, 'a-un', 'Une phrase');
  await expectCaretIn(alix, 'a-un');
  const disk = onDisk(server, slug, 'missions');
  const truth = await watchTruth(alix, disk, /alix\d+z/g);
  for (let round = 0; round < 4; round++) {
    await typeAll(alix, series('alix', round * 10, round * 10 + 5));
    await saved(alix);
    await server.end('SIGKILL');
    const killed = disk.text();
    for (const word of series('alix', round * 10, round * 10 + 5)) expect(killed).toContain(word);
    await typeAll(alix, series('alix', round * 10 + 5, round * 10 + 10));
    await expectSaying(alix, 'Hors connexion');
    if (round === 0) await expectFine(alix, 'a page whose server was killed');
    await server.start();
    await saved(alix);
  }
  const there = JSON.stringify(await document());
  for (const word of series('alix', 0, 40)) expect(there.split(word), word).toHaveLength(2);
  truth.expectTrue();
  disk.close();
});
