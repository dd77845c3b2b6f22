// Several people in one section: they see each other, write in the same item, move what another writes in.
import { expect, test } from './fixtures.ts';
import {
  clickAfter,
  expectCaretIn,
  item,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

test('two people write in the same item at once, see each other’s carets and names, and hear who comes', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  await openSection(alix, slug);
  await expect(alix.getByText('Personne d’autre ici')).toBeVisible();
  await openSection(basile, slug);
  await expect(alix.getByRole('status').filter({ hasText: 'Basile est là' })).toHaveCount(1);
  await expect(alix.getByLabel('Personnes présentes')).toContainText('Basile');

  await clickAfter(alix, 'a-un', 'Une phrase');
  await expectCaretIn(alix, 'a-un');
  await expect(item(basile, 'a-un')).toContainText('Alix écrit ici');
  await expect(basile.getByLabel('Personnes présentes')).toContainText('écrit en M1.1');

  await clickAfter(basile, 'a-un', 'de texte.');
  await expectCaretIn(basile, 'a-un');
  await Promise.all([
    alix.keyboard.type(' claire et simple', { delay: 15 }),
    basile.keyboard.type(' Et une fin.', { delay: 15 }),
  ]);
  for (const page of [alix, basile]) {
    await expect(words(page, 'a-un').locator('p')).toContainText(/^Une phrase claire et simple/);
    await expect(words(page, 'a-un').locator('p')).toContainText('de texte. Et une fin.');
  }
  await expect(words(alix, 'a-un').locator('.caret')).toHaveAttribute('data-name', 'Basile');
  await expect(words(basile, 'a-un').locator('.caret')).toHaveAttribute('data-name', 'Alix');
  await saved(alix);
  await saved(basile);
});

test('SY-77 two people begin in the same new paragraph at once: no letter is lost, doubled or out of order', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  await openSection(alix, slug);
  await openSection(basile, slug);
  const last = (page: typeof alix) => words(page, 'a-un').locator('p').last();
  for (let round = 0; round < 4; round++) {
    await last(alix).click();
    await expectCaretIn(alix, 'a-un');
    await alix.keyboard.press('End');
    await alix.keyboard.press('Enter');
    await expect(words(basile, 'a-un').locator('p')).toHaveCount(2 + round);
    await last(basile).click();
    await expectCaretIn(basile, 'a-un');
    await Promise.all([
      alix.keyboard.type('abcdefghij', { delay: 30 }),
      basile.keyboard.type('0123456789', { delay: 30 }),
    ]);
    await saved(alix);
    await saved(basile);
    await expect(last(alix)).toHaveText((await last(basile).textContent()) ?? '');
    const text = (await last(alix).textContent()) ?? '';
    expect(text.replace(/[0-9]/g, '')).toBe('abcdefghij');
    expect(text.replace(/[a-z]/g, '')).toBe('0123456789');
  }
});

test('one moves the item in which the other types: both hold, and the typist keeps the caret', async ({
  scene,
  server,
}) => {
  const { slug, document } = await ownFramework(scene, server);
  const typist = await scene.asNew('editor', 'Alix');
  const mover = await scene.asNew('editor', 'Basile');
  await openSection(typist, slug);
  await openSection(mover, slug);
  await clickAfter(typist, 'a-un', 'Une phrase');
  await expectCaretIn(typist, 'a-un');
  await item(mover, 'a-un').focus();
  const typing = typist.keyboard.type(' un deux trois quatre cinq six sept', { delay: 40 });
  await mover.keyboard.press('Alt+Shift+ArrowDown');
  await expect(item(mover, 'a-un')).toContainText('M1.2');
  await mover.keyboard.press('Alt+Shift+ArrowLeft');
  await typing;
  await expectCaretIn(typist, 'a-un');
  await typist.keyboard.type(' huit');
  const wanted = 'Une phrase un deux trois quatre cinq six sept huit de texte.';
  for (const page of [typist, mover]) {
    await expect(words(page, 'a-un')).toContainText(wanted);
    await expect(item(page, 'a-un')).toHaveCount(1);
    await expect(item(page, 'a-un')).toContainText('M2');
  }
  await saved(typist);
  await saved(mover);
  const second = (await document()).sections[0]?.items?.[1];
  expect(second).toMatchObject({ id: 'a-un', kind: 'mission', body: wanted });
});

test('who writes in an item that another removes is told, and the words wait in the bin', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  await openSection(alix, slug);
  await openSection(basile, slug);
  await clickAfter(alix, 'a-deux', 'Une autre phrase');
  await expectCaretIn(alix, 'a-deux');
  await alix.keyboard.type(' très utile');
  await item(basile, 'a-deux').focus();
  await basile.keyboard.press('Delete');
  await expect(item(alix, 'a-deux')).toHaveCount(0);
  await expect(alix.getByText('Vos mots y sont gardés', { exact: false })).toBeVisible();
  await basile.getByRole('button', { name: /Corbeille \(1\)/ }).click();
  const bin = basile.getByRole('dialog', { name: 'Corbeille' });
  await expect(bin).toContainText('Une autre phrase très utile.');
  await bin.getByRole('button', { name: /Remettre/ }).click();
  await expect(words(alix, 'a-deux')).toContainText('Une autre phrase très utile.');
  await expect(words(basile, 'a-deux')).toContainText('Une autre phrase très utile.');
});
