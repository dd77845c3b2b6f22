// What one does to a text and to items: formats, links, tables, kinds, fields, references, moving, the bin.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  caretIn,
  clickAfter,
  expectCaretIn,
  item,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

function tool(page: Page, name: string) {
  return page
    .getByRole('toolbar', { name: 'Mise en forme' })
    .getByRole('button', { name, exact: true });
}

async function menuOf(page: Page, id: string, act: string | RegExp): Promise<void> {
  await item(page, id).hover();
  await item(page, id)
    .getByRole('button', { name: /^Actions sur/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name: act }).click();
}

test('the tools format the text, say what is on, and keep the caret in the text', async ({
  scene,
  server,
}) => {
  const { slug, document } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase de texte.');
  await expectCaretIn(page, 'a-un');
  await page.keyboard.press('Shift+Home');
  await tool(page, 'Gras').click();
  await expect(tool(page, 'Gras')).toHaveAttribute('aria-pressed', 'true');
  expect(await caretIn(page)).toBe('a-un');
  await page.keyboard.press('Control+i');
  await expect(tool(page, 'Italique')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await tool(page, 'Liste à puces').click();
  await page.keyboard.type('un');
  await page.keyboard.press('Enter');
  await page.keyboard.type('deux');
  await expect(words(page, 'a-un').locator('ul > li')).toHaveText(['un', 'deux']);
  await page.keyboard.press('Control+Home');
  await expect(tool(page, 'Liste à puces')).toHaveAttribute('aria-disabled', 'true');
  await tool(page, 'Annuler').click();
  await expect(words(page, 'a-un').locator('ul > li')).toHaveCount(0);
  await tool(page, 'Rétablir').click();
  await expect(words(page, 'a-un').locator('ul > li')).toHaveText(['un', 'deux']);
  await saved(page);
  expect(JSON.stringify(await document())).toContain('***Une phrase de texte.***');
});

test('a link takes only addresses that may stand, and a table its rows and columns', async ({
  scene,
  server,
}) => {
  const { slug, document } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase de texte.');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Lien' });
  await dialog.getByLabel('Adresse').fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: 'Lier' }).click();
  await expect(dialog.getByText('Seules des adresses')).toBeVisible();
  await dialog.getByLabel('Adresse').fill('exemple.org/page');
  await dialog.getByRole('button', { name: 'Lier' }).click();
  await expect(words(page, 'a-un').locator('a')).toHaveAttribute(
    'href',
    'https://exemple.org/page',
  );
  await expectCaretIn(page, 'a-un');

  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await tool(page, 'Tableau').click();
  await page.getByRole('menuitem', { name: 'Insérer un tableau' }).click();
  await expectCaretIn(page, 'a-un');
  await page.keyboard.type('Coin');
  await expect(words(page, 'a-un').locator('th').first()).toHaveText('Coin');
  await tool(page, 'Tableau').click();
  await page.getByRole('menuitem', { name: 'Ligne au-dessous' }).click();
  await expect(words(page, 'a-un').locator('tr')).toHaveCount(4);
  await tool(page, 'Tableau').click();
  await page.getByRole('menuitem', { name: 'Supprimer la colonne' }).click();
  await expect(words(page, 'a-un').locator('tr').first().locator('th')).toHaveCount(2);
  await saved(page);
  expect(JSON.stringify(await document())).toContain('https://exemple.org/page');
});

test('items are made, given a kind, split, joined, moved and put back from their menu', async ({
  scene,
  server,
}) => {
  const { slug, document } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  const kinds = async () =>
    (await document()).sections[0]?.items?.map(({ id, kind, children }) => [
      id,
      kind,
      (children ?? []).map((child) => [child.id, child.kind]),
    ]);

  await menuOf(page, 'a-deux', 'En faire un critère');
  await expect(item(page, 'a-deux')).not.toContainText('M1.2');
  await menuOf(page, 'a-deux', 'En faire une activité');
  await menuOf(page, 'a-deux', 'Déplacer vers…');
  const dialog = page.getByRole('dialog', { name: /^Déplacer M1\.2/ });
  await dialog.getByLabel('Sous').selectOption({ label: 'M2 Deuxième mission' });
  await dialog.getByLabel('Place').selectOption({ label: 'Au début' });
  await dialog.getByRole('button', { name: 'Déplacer' }).click();
  await expect(item(page, 'a-deux')).toContainText('M2.1');
  await expect(item(page, 'a-deux')).toBeFocused();

  await clickAfter(page, 'a-un', 'Une phrase');
  await expectCaretIn(page, 'a-un');
  await menuOf(page, 'a-un', 'Couper en deux au curseur');
  await expect(words(page, 'a-un').locator('p')).toHaveText('Une phrase');
  const made = await page
    .locator('[data-item]')
    .filter({ hasText: 'de texte.' })
    .getAttribute('data-item');
  await expectCaretIn(page, made ?? '?');
  await menuOf(page, made ?? '?', 'Joindre au précédent');
  await expect(words(page, 'a-un')).toContainText('de texte.');
  await saved(page);
  expect(await kinds()).toEqual([
    [
      'm-un',
      'mission',
      [
        ['a-un', 'activity'],
        ['c-un', 'criterion'],
      ],
    ],
    [
      'm-deux',
      'mission',
      [
        ['a-deux', 'activity'],
        ['a-trois', 'activity'],
      ],
    ],
  ]);

  // A mission goes with what is under it, and all of it comes back.
  await page.keyboard.press('Escape');
  await item(page, 'm-deux').hover();
  await item(page, 'm-deux')
    .getByRole('button', { name: /^Mettre à la corbeille/ })
    .click();
  await expect(item(page, 'a-trois')).toHaveCount(0);
  await expect(page.getByText('(3 éléments) sont à la corbeille')).toBeVisible();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Annuler' }).click();
  await expect(item(page, 'a-trois')).toContainText('M2.2');

  await page.getByRole('button', { name: 'Ajouter une mission' }).last().click();
  await page.keyboard.type('Troisième mission');
  await saved(page);
  expect((await document()).sections[0]?.items?.at(-1)).toMatchObject({
    kind: 'mission',
    title: 'Troisième mission',
  });
});

test('fields have controls of their own and are live for the others', async ({ scene, server }) => {
  const { slug, document } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  const other = await scene.asNew('reader');
  await openSection(page, slug, 'skills');
  await openSection(other, slug, 'skills');
  await expect(item(other, 'k-un')).toContainText('savoir-être');
  await clickAfter(page, 'k-un', 'Écouter sans juger');
  await item(page, 'k-un').getByLabel('Type').selectOption('savoir');
  await expect(item(other, 'k-un')).toContainText(/Type\s*savoir(?!-)/);
  await openSection(page, slug);
  await clickAfter(page, 'm-un', 'Première mission');
  await item(page, 'm-un').getByLabel('Évaluation').fill('Étude de cas.');
  await page.keyboard.press('Escape');
  await expect(item(page, 'm-un')).toBeFocused();
  await expect(item(page, 'm-un')).toContainText('Étude de cas.');
  await saved(page);
  const [missions, skills] = (await document()).sections;
  expect(missions?.items?.[0]?.fields).toEqual({ assessment: 'Étude de cas.' });
  expect(skills?.items?.[0]?.fields).toEqual({ skillType: 'knowledge' });
});

test('references are found without accents or by number, get a level, and say when their target is gone', async ({
  scene,
  server,
}) => {
  const { slug, document } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  await item(page, 'a-un').getByRole('button', { name: 'compétence' }).click();
  const picker = page.getByRole('dialog', { name: /^Lier M1\.1/ });
  await picker.getByRole('combobox').fill('ecouter');
  await page.getByRole('option', { name: /C1 Écouter sans juger/ }).click();
  await picker.getByRole('radio', { name: '3' }).check();
  await picker.getByRole('button', { name: 'Lier' }).click();
  const chip = item(page, 'a-un').getByRole('button', { name: /Écouter sans juger/ });
  await expect(chip).toContainText('C1');
  await expect(chip).toContainText('niveau 3 sur 4');

  await item(page, 'a-un').getByRole('button', { name: 'compétence' }).click();
  await picker.getByRole('combobox').fill('C2');
  await page.getByRole('option', { name: /C2 Rédiger/ }).click();
  await picker.getByRole('button', { name: 'Lier' }).click();
  await chip.click();
  await page.getByRole('menuitemradio', { name: 'Niveau 4 sur 4' }).click();
  await expect(chip).toContainText('niveau 4 sur 4');
  await saved(page);
  expect((await document()).sections[0]?.items?.[0]?.children?.[0]?.references).toEqual([
    { item: 'k-un', level: 4 },
    { item: 'k-deux', level: 2 },
  ]);

  await openSection(page, slug, 'skills');
  await item(page, 'k-un').focus();
  await page.keyboard.press('Delete');
  await expect(item(page, 'k-un')).toHaveCount(0);
  await saved(page);
  await openSection(page, slug);
  await expect(item(page, 'a-un')).toContainText('La cible n’existe plus');
  await clickAfter(page, 'a-un', 'Une phrase');
  await item(page, 'a-un')
    .getByRole('button', { name: /cible n’existe plus/ })
    .click();
  await page.getByRole('menuitem', { name: 'Retirer le lien' }).click();
  await expect(item(page, 'a-un')).not.toContainText('n’existe plus');
  await expect(item(page, 'a-un')).toContainText('C1Rédiger des écrits clairs');
});
