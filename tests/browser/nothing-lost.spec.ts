// The promise of the product, played: two people write at once, one moves what the other writes in, the server is killed under them, and every word is there, once.
import type { Page } from '@playwright/test';
import { runCli } from '../server-process.ts';
import { expect, test } from './fixtures.ts';
import {
  alive,
  clickAfter,
  expectCaretIn,
  expectSaying,
  item,
  notice,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

/** Words that are found in no other place and not inside each other. */
function series(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${name}${String(at).padStart(3, '0')}x`);
}

async function typeWords(page: Page, list: readonly string[]): Promise<void> {
  for (const word of list) await page.keyboard.type(` ${word}`, { delay: 6 });
}

/** How often each word stands in a text. */
function counts(text: string, list: readonly string[]): Record<string, number> {
  return Object.fromEntries(list.map((word) => [word, text.split(word).length - 1]));
}

function once(list: readonly string[]): Record<string, number> {
  return Object.fromEntries(list.map((word) => [word, 1]));
}

test('two people write at once, one moves the item, the server is killed twice while both type: every word is there once', async ({
  freshServer: server,
  sceneOn,
}) => {
  test.setTimeout(180_000);
  const scene = sceneOn(server);
  // The sockets that the killed server leaves behind.
  scene.expectConsole(/WebSocket connection|ERR_|Failed to load resource/);
  const { slug, document } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  await openSection(alix, slug);
  await openSection(basile, slug);
  const ofAlix = series('a', 60);
  const ofBasile = series('b', 60);

  await clickAfter(alix, 'a-un', 'Une phrase');
  await expectCaretIn(alix, 'a-un');
  await clickAfter(basile, 'a-un', 'de texte.');
  await expectCaretIn(basile, 'a-un');

  await Promise.all([
    typeWords(alix, ofAlix.slice(0, 20)),
    (async () => {
      await typeWords(basile, ofBasile.slice(0, 10));
      await basile.keyboard.press('Alt+Shift+ArrowDown');
      await typeWords(basile, ofBasile.slice(10, 20));
    })(),
  ]);
  await Promise.all([
    typeWords(alix, ofAlix.slice(20, 40)),
    typeWords(basile, ofBasile.slice(20, 40)),
    server.crash(),
  ]);
  await Promise.all([
    typeWords(alix, ofAlix.slice(40)),
    (async () => {
      await server.end('SIGKILL');
      await basile.keyboard.press('Alt+Shift+ArrowLeft');
      await typeWords(basile, ofBasile.slice(40));
      await server.start();
    })(),
  ]);

  await saved(alix);
  await saved(basile);
  const all = [...ofAlix, ...ofBasile];
  for (const page of [alix, basile]) {
    await expect
      .poll(async () => counts((await words(page, 'a-un').textContent()) ?? '', all))
      .toEqual(once(all));
    await expect(item(page, 'a-un')).toHaveCount(1);
    await expect(item(page, 'a-un')).toContainText('M2');
  }
  for (const page of [alix, basile]) {
    await page.reload();
    await alive(page);
    const text = (await words(page, 'a-un').textContent()) ?? '';
    expect(counts(text, all)).toEqual(once(all));
  }
  const exported = await runCli(server, ['export', slug, '--working', '--format', 'json']);
  expect(counts(exported, all)).toEqual(once(all));
  expect(counts(JSON.stringify(await document()), all)).toEqual(once(all));
  const verdict = await runCli(server, ['verify']);
  expect(verdict.trim()).toMatch(/^ok/);
});

test('a network that falls silent while one types loses nothing and doubles nothing', async ({
  freshServer: server,
  sceneOn,
}) => {
  test.setTimeout(120_000);
  const scene = sceneOn(server);
  // Remix asks for the routes behind the links it shows: it may do so while the network is gone.
  scene.expectConsole(
    /WebSocket connection|ERR_|Failed to load resource|Failed to fetch manifest patches/,
  );
  const { slug, document } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  await openSection(alix, slug);
  await clickAfter(alix, 'a-un', 'Une phrase');
  await expectCaretIn(alix, 'a-un');
  const list = series('c', 40);
  await typeWords(alix, list.slice(0, 10));
  server.proxy.cut();
  await expectSaying(alix, 'Hors connexion');
  await typeWords(alix, list.slice(10, 30));
  await expect(notice(alix)).toContainText('vos mots sont gardés');
  server.proxy.mend();
  await typeWords(alix, list.slice(30));
  await saved(alix);
  expect(counts(JSON.stringify(await document()), list)).toEqual(once(list));
});
