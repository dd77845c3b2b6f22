// B10: emoji side by side are the same for everybody and after a restart; a title that ends in one is never shown broken.
import { expect, test } from './fixtures.ts';
import {
  alive,
  clickAfter,
  expectCaretIn,
  item,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

const LONG = `${'a'.repeat(119)}👩‍🏫`;

test('B10 two write emoji and words around each other, and the server restarts', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(/WebSocket connection|ERR_|Failed to load resource|Failed to fetch manifest/);
  const { slug, document } = await ownFramework(scene, server, [
    { id: 'm-un', kind: 'mission', title: LONG, body: 'Ici :' },
    // No title: the bin names it by its body.
    { id: 'm-deux', kind: 'mission', title: '', body: `${'b'.repeat(79)}👩‍🏫 et la suite` },
  ]);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  await openSection(alix, slug);
  await openSection(basile, slug);
  await clickAfter(alix, 'm-un', 'Ici :');
  await expectCaretIn(alix, 'm-un');
  await alix.keyboard.type('🟢');
  await alix.keyboard.press('ArrowLeft');
  await alix.keyboard.type('🔴');
  await expect(words(basile, 'm-un').locator('p')).toHaveText('Ici :🔴🟢');
  await clickAfter(basile, 'm-un', 'Ici :🔴🟢');
  await expectCaretIn(basile, 'm-un');
  await basile.keyboard.press('End');
  await basile.keyboard.type('fin');
  await expect(words(alix, 'm-un').locator('p')).toContainText('Ici :🔴🟢fin');
  await saved(basile);
  await server.crash();
  await saved(alix);
  for (const page of [alix, basile]) {
    await page.reload();
    await alive(page);
    await expect(words(page, 'm-un').locator('p')).toHaveText('Ici :🔴🟢fin');
  }
  expect(JSON.stringify(await document())).toContain('Ici :🔴🟢fin');

  // Wherever a name is shortened: in the plan, in the bin, in what is said.
  await item(alix, 'm-deux').focus();
  await alix.keyboard.press('Delete');
  await alix.getByRole('button', { name: /^Corbeille/ }).click();
  await expect(alix.getByRole('dialog')).toContainText('b'.repeat(79));
  // Texts, names and titles alike.
  const all = await alix.content();
  expect(all).toContain(LONG);
  expect(all).not.toContain('\ufffd');
  expect(Buffer.from(all, 'utf8').toString('utf8')).toBe(all);
});
