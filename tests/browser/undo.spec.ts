// B06: undo takes back one's own edits and never another person's words, nor what was there before.
import { expect, test } from './fixtures.ts';
import {
  alive,
  clickAfter,
  expectCaretIn,
  expectSaying,
  item,
  openSection,
  ownFramework,
  saved,
  titles,
  words,
} from './section-page.ts';

test('B06 what one typed goes by undo until nothing is left of it, what another put into it stays, and redo brings it back around that', async ({
  scene,
  server,
}) => {
  const { slug, document } = await ownFramework(scene, server, [
    { id: 'm-un', kind: 'mission', title: 'Mission', body: 'Debut.' },
  ]);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  await openSection(alix, slug);
  await openSection(basile, slug);
  await clickAfter(alix, 'm-un', 'Debut.');
  await alix.keyboard.press('Enter');
  await alix.keyboard.type('bonjour à tous');
  const last = (page: typeof alix) => words(page, 'm-un').locator('p').last();
  await expect(last(basile)).toHaveText('bonjour à tous');
  await clickAfter(basile, 'm-un', 'bonjour ');
  await expectCaretIn(basile, 'm-un');
  await basile.keyboard.type('MONDE ');
  await expect(last(alix)).toContainText('bonjour MONDE à tous');

  for (let time = 0; time < 20; time++) await alix.keyboard.press('Control+z');
  for (const page of [alix, basile]) {
    await expect(words(page, 'm-un')).toContainText('Debut.');
    await expect(words(page, 'm-un')).toContainText('MONDE');
    await expect(words(page, 'm-un')).not.toContainText('bonjour');
    await expect(words(page, 'm-un')).not.toContainText('tous');
  }
  for (let time = 0; time < 20; time++) await alix.keyboard.press('Control+y');
  for (const page of [alix, basile]) await expect(last(page)).toContainText('bonjour MONDE à tous');
  await saved(alix);

  // The other reloads: only what one did oneself goes.
  await basile.reload();
  await alive(basile);
  for (let time = 0; time < 20; time++) await alix.keyboard.press('Control+z');
  for (const page of [alix, basile]) {
    await expect(words(page, 'm-un')).toContainText('MONDE');
    await expect(words(page, 'm-un')).not.toContainText('bonjour');
  }
  await saved(alix);
  expect(JSON.stringify(await document())).toContain('MONDE');
});

test('B06 undo after a cut, with the server killed and another writing meanwhile, takes back one’s own only: the variant of a bad evening', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(/WebSocket connection|ERR_|Failed to load resource|Failed to fetch manifest/);
  const { slug, document } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  await openSection(alix, slug);
  await openSection(basile, slug);
  await clickAfter(alix, 'a-un', 'Une phrase');
  await expectCaretIn(alix, 'a-un');
  await alix.keyboard.type(' bonjour à tous');
  await expect(words(basile, 'a-un')).toContainText('bonjour à tous');
  await server.end('SIGKILL');
  await expectSaying(alix, 'Hors connexion');
  await alix.keyboard.type(' hors ligne');
  await clickAfter(basile, 'a-un', 'bonjour');
  await expectCaretIn(basile, 'a-un');
  await basile.keyboard.type(' MONDE');
  await item(basile, 'a-un').focus();
  await basile.keyboard.press('Alt+Shift+ArrowDown');
  await server.start();
  await saved(alix);
  await saved(basile);
  await expect(words(alix, 'a-un')).toContainText(
    'Une phrase bonjour MONDE à tous hors ligne de texte.',
  );
  for (let time = 0; time < 20; time++) await alix.keyboard.press('Control+z');
  for (const page of [alix, basile]) {
    await expect(words(page, 'a-un')).toContainText('Une phrase MONDE de texte.');
    // The move was the other's.
    await expect(item(page, 'a-un')).toContainText('M1.2');
  }
  await saved(alix);
  expect(JSON.stringify(await document())).toContain('Une phrase MONDE de texte.');
});

test('B06 undo takes back one’s own edits only, over items, and brings the caret back', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  await openSection(alix, slug);
  await openSection(basile, slug);
  // Nothing of one's own: nothing happens.
  await item(alix, 'a-un').focus();
  const whole = await alix.locator('[data-item]').allTextContents();
  for (let time = 0; time < 20; time++) await alix.keyboard.press('Control+z');
  // Nor from within the text.
  await clickAfter(alix, 'a-deux', 'Une autre phrase');
  await expectCaretIn(alix, 'a-deux');
  for (let time = 0; time < 20; time++) await alix.keyboard.press('Control+z');
  for (const page of [alix, basile]) {
    await expect(words(page, 'a-un')).toContainText('Une phrase de texte.');
    await expect(words(page, 'a-deux')).toContainText('Une autre phrase.');
  }
  expect(await basile.locator('[data-item]').allTextContents()).toHaveLength(whole.length);

  await clickAfter(alix, 'a-un', 'Une phrase');
  await expectCaretIn(alix, 'a-un');
  await alix.keyboard.type(' bonjour à tous');
  await expect(words(basile, 'a-un')).toContainText('bonjour à tous');
  await clickAfter(basile, 'a-un', 'bonjour');
  await expectCaretIn(basile, 'a-un');
  await basile.keyboard.type(' MONDE');
  await expect(words(alix, 'a-un')).toContainText('bonjour MONDE à tous');
  await clickAfter(alix, 'a-trois', 'Encore');
  await expectCaretIn(alix, 'a-trois');
  await alix.keyboard.type(' et encore');

  await alix.keyboard.press('Control+z');
  await expect(words(alix, 'a-trois')).toContainText('Encore.');
  await alix.keyboard.press('Control+z');
  await expectCaretIn(alix, 'a-un');
  for (const page of [alix, basile]) {
    await expect(words(page, 'a-un').locator('p')).toContainText('Une phrase MONDE de texte.');
  }
  await alix.keyboard.press('Control+y');
  for (const page of [alix, basile]) {
    await expect(words(page, 'a-un').locator('p')).toContainText(
      'Une phrase bonjour MONDE à tous de texte.',
    );
  }
});

test('B06 undoing a new item hides it with what others wrote in it, and redo brings all of it back', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  await openSection(alix, slug);
  await openSection(basile, slug);
  await clickAfter(alix, 'a-deux', 'Une autre phrase.');
  await alix.keyboard.press('Control+Enter');
  await alix.keyboard.type('Neuve');
  await expect.poll(() => titles(basile)).toContain('Neuve');
  const fresh = basile.locator('[data-item]').filter({ hasText: 'Neuve' });
  await fresh.locator('.rich:visible [data-item-title]').click();
  await basile.keyboard.press('End');
  await basile.keyboard.type(' et partagée');
  await expect.poll(() => titles(alix)).toContain('Neuve et partagée');

  await alix.keyboard.press('Control+z');
  await alix.keyboard.press('Control+z');
  await expect.poll(() => titles(alix)).not.toContain('Neuve et partagée');
  await expect(basile.getByText('où vous écriviez', { exact: false })).toBeVisible();
  await basile.getByRole('button', { name: 'Remettre' }).click();
  await expect.poll(() => titles(alix)).toContain(' et partagée');
});
