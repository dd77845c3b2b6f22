// Writing in a section as if it were one page: click, type, walk from item to item, make and remove items, by keys alone too.
import { expect, test } from './fixtures.ts';
import {
  clickAfter,
  expectCaretIn,
  item,
  openSection,
  ownFramework,
  saved,
  titles,
  words,
} from './section-page.ts';

test('a click puts the caret where one clicked, and what is typed is on disk when the page says so', async ({
  scene,
  server,
}) => {
  const { slug, document } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  await expectCaretIn(page, 'a-un');
  await page.keyboard.type(' bien choisie');
  await expect(words(page, 'a-un')).toContainText('Une phrase bien choisie de texte.');
  await saved(page);
  expect(JSON.stringify(await document())).toContain('Une phrase bien choisie de texte.');
  await page.reload();
  await expect(words(page, 'a-un')).toContainText('Une phrase bien choisie de texte.');
});

test('keys typed while the editor is still loading are kept', async ({ scene, server }) => {
  const { slug } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(/\/assets\/module-.*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  await page.keyboard.type(' vite');
  letThrough();
  await expect(words(page, 'a-un')).toContainText('Une phrase vite de texte.');
  await page.keyboard.type(' tapée');
  await expect(words(page, 'a-un')).toContainText('Une phrase vite tapée de texte.');
});

test('arrows walk from item to item and keep the column', async ({ scene, server }) => {
  const { slug } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase de');
  await expectCaretIn(page, 'a-un');
  await page.keyboard.press('ArrowDown');
  await expectCaretIn(page, 'a-deux');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expectCaretIn(page, 'c-un');
  await page.keyboard.press('ArrowUp');
  await expectCaretIn(page, 'a-deux');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowRight');
  await expectCaretIn(page, 'c-un');
  await page.keyboard.type('X');
  await expect(words(page, 'c-un')).toContainText('XUn critère');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expectCaretIn(page, 'a-deux');
  await page.keyboard.type('Y');
  await expect(words(page, 'a-deux')).toContainText('Une autre phrase.Y');
});

test('many quick arrows and typing right after lose no key', async ({ scene, server }) => {
  const { slug } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  await clickAfter(page, 'm-un', 'Première');
  await expectCaretIn(page, 'm-un');
  for (let step = 0; step < 14; step++) await page.keyboard.press('ArrowDown', { delay: 0 });
  await page.keyboard.press('End');
  await page.keyboard.type('ZZ');
  await expect(words(page, 'a-trois')).toContainText('Encore.ZZ');
});

test('Enter leaves a title for its text, and an empty last line for a new item', async ({
  scene,
  server,
}) => {
  const { slug, document } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  await clickAfter(page, 'a-deux', 'Deuxième');
  await page.keyboard.press('Enter');
  await page.keyboard.type('suite : ');
  await expect(words(page, 'a-deux').locator('[data-item-title]')).toHaveText('Deuxième');
  await expect(words(page, 'a-deux').locator('p').first()).toHaveText('suite :  activité');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect.poll(() => titles(page)).toContain('');
  await page.keyboard.type('Activité née d’une ligne vide');
  await saved(page);
  const [mission] = (await document()).sections[0]?.items ?? [];
  expect(mission?.children?.map(({ kind, title }) => [kind, title])).toEqual([
    ['activity', 'Première activité'],
    ['activity', 'Deuxième'],
    ['activity', 'Activité née d’une ligne vide'],
    ['criterion', 'Un critère à tenir.'],
  ]);
});

test('Backspace joins a text to its title without losing it, and removes an item only when it is empty', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  await page.keyboard.press('Home');
  await page.keyboard.press('Backspace');
  await expect(words(page, 'a-un').locator('[data-item-title]')).toHaveText(
    'Première activitéUne phrase de texte.',
  );
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Backspace');
  await expect(words(page, 'a-un')).toContainText('Première activitéUne phrase');

  await page.keyboard.press('Control+Enter');
  await expect.poll(() => titles(page)).toContain('');
  await page.keyboard.press('Backspace');
  await expect.poll(() => titles(page)).not.toContain('');
  await expectCaretIn(page, 'a-un');
  await page.keyboard.type('!');
  await expect(words(page, 'a-un')).toContainText('texte.!');
});

test('everything can be done by keys: into the text and out, over items, moving, levelling, binning, undoing', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  await item(page, 'm-un').focus();
  await page.keyboard.press('ArrowDown');
  await expect(item(page, 'a-un')).toBeFocused();
  await page.keyboard.press('Enter');
  await expectCaretIn(page, 'a-un');
  await page.keyboard.type('A ');
  await page.keyboard.press('Escape');
  await expect(item(page, 'a-un')).toBeFocused();
  await expect(words(page, 'a-un')).toContainText('A Première activité');

  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(item(page, 'a-un')).toBeFocused();
  await expect(item(page, 'a-un')).toContainText('M1.2');
  await page.keyboard.press('Alt+Shift+ArrowLeft');
  await expect(item(page, 'a-un')).toBeFocused();
  await expect(item(page, 'a-un')).toContainText('M2');
  await page.keyboard.press('Control+z');
  await expect(item(page, 'a-un')).toContainText('M1.2');
  await page.keyboard.press('Control+z');
  await expect(item(page, 'a-un')).toContainText('M1.1');

  await page.keyboard.press('Delete');
  await expect(item(page, 'a-un')).toHaveCount(0);
  await expect(item(page, 'a-deux')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(item(page, 'a-un')).toBeVisible();

  // The text is no trap: Tab goes on from it.
  await item(page, 'a-deux').focus();
  await page.keyboard.press('Enter');
  await expectCaretIn(page, 'a-deux');
  await page.keyboard.press('Tab');
  await expectCaretIn(page, '');
});

test('words can be selected over several items where nobody writes', async ({ scene, server }) => {
  const { slug } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  const from = await words(page, 'a-un').locator('p').boundingBox();
  const to = await words(page, 'a-deux').locator('p').boundingBox();
  if (!from || !to) throw new Error('no text to select');
  await page.mouse.move(from.x + 2, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 80, to.y + 8, { steps: 8 });
  await page.mouse.up();
  const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
  expect(selected).toContain('Une phrase de texte.');
  expect(selected).toContain('Deuxième activité');
  await expectCaretIn(page, '');
});
