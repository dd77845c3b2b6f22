// The editor for everybody: no finding of axe in any theme and width, names and keys for every tool, everything within a thumb's reach on a phone.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { paths } from '#core/paths.ts';
import { expect, test } from './fixtures.ts';
import { expectFine } from './look.ts';
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

/** What hangs over the page stands at the end of the document, outside of its regions, and belongs to what opened it. */
async function expectNoFindings(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).disableRules(['region']).analyze();
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
    `axe on ${where}`,
  ).toEqual([]);
}

test('reading and writing a section is fine on a desk and a phone, light and dark', async ({
  scene,
}) => {
  test.setTimeout(180_000);
  const page = await scene.asCoordinator();
  await openSection(page, 'mediation-scolaire');
  await expectFine(page, 'a section that is read');
  await clickAfter(page, 'act-confiance', 'Se présenter');
  await expectCaretIn(page, 'act-confiance');
  await expect(page.getByRole('toolbar')).toBeVisible();
  await expectFine(page, 'a section that is written');
});

test('a room of several sections shows them all, fine everywhere', async ({ scene }) => {
  const page = await scene.asCoordinator();
  const answer = await page.request.get('/api/v1/frameworks');
  const { items } = (await answer.json()) as { items: { slug: string; template: string }[] };
  const slug = items.find(({ template }) => template === 'ideal-system')?.slug ?? '';
  await openSection(page, slug, 'levers');
  await expectFine(page, 'the canvas');
  for (const name of ['Causes structurelles', 'Leviers', 'Ressources'])
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
});

test('dialogs and menus are fine, and every tool has a name, a state and its key', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  await expectCaretIn(page, 'a-un');
  const bar = page.getByRole('toolbar', { name: 'Mise en forme' });
  for (const button of await bar.getByRole('button').all()) {
    await expect(button).toHaveAccessibleName(/\S/);
  }
  for (const name of ['Gras', 'Italique', 'Barré', 'Liste à puces', 'Liste numérotée', 'Citation'])
    await expect(bar.getByRole('button', { name })).toHaveAttribute('aria-pressed', /true|false/);
  await bar.getByRole('button', { name: 'Gras' }).hover();
  await expect(page.getByRole('tooltip')).toHaveText('Gras (Ctrl+B)');
  await page.mouse.move(0, 0);

  await page.keyboard.press('Control+k');
  await expectNoFindings(page, 'the link dialog');
  await page.keyboard.press('Escape');
  await item(page, 'a-un').getByRole('button', { name: 'compétence' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNoFindings(page, 'the reference picker');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await item(page, 'a-un')
    .getByRole('button', { name: /^Actions sur/ })
    .first()
    .click();
  await expectNoFindings(page, 'the menu of an item');
  await page.getByRole('menuitem', { name: 'Raccourcis clavier' }).click();
  await expect(page.getByRole('dialog', { name: 'Raccourcis clavier' })).toBeVisible();
  await expectNoFindings(page, 'the keys');
});

test('on a phone one writes with the tools at the foot, goes elsewhere by the plan, and acts by the item’s menu', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const coordinator = await scene.asCoordinator();
  const page = await scene.newPage({ phone: true });
  await page.context().addCookies(await coordinator.context().cookies());
  await openSection(page, slug);
  await page.getByRole('button', { name: 'Aller à…' }).tap();
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /Deuxième mission/ })
    .tap();
  await expect(item(page, 'm-deux')).toBeInViewport();
  await words(page, 'a-trois').locator('p').tap();
  await expectCaretIn(page, 'a-trois');
  const bar = page.getByRole('toolbar');
  await expect(bar).toBeInViewport();
  const box = await bar.boundingBox();
  expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(740);
  await page.keyboard.type('Là ');
  await bar.getByRole('button', { name: 'Autres outils' }).tap();
  await page.getByRole('menuitem', { name: 'Citation' }).tap();
  await expect(words(page, 'a-trois').locator('blockquote')).toBeVisible();
  await item(page, 'a-trois')
    .getByRole('button', { name: /^Actions sur/ })
    .last()
    .tap();
  await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).tap();
  await expect(item(page, 'a-trois')).toHaveCount(0);
  await saved(page);
});

test('the page speaks English to who reads English, and the text keeps its own language', async ({
  scene,
}) => {
  const coordinator = await scene.asCoordinator();
  const page = await scene.newPage({ language: 'en' });
  await page.context().addCookies(await coordinator.context().cookies());
  await page.goto(paths.write('mediation-scolaire', 'missions'));
  await alive(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(words(page, 'act-confiance')).toHaveAttribute('lang', 'fr');
  await clickAfter(page, 'act-confiance', 'Se présenter');
  await expectCaretIn(page, 'act-confiance');
  await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Text: M1\.2/ })).toBeFocused();
  await expect(page.getByRole('textbox', { name: /^Text: M1\.2/ })).toHaveAccessibleDescription(
    /Escape leaves the text/,
  );
});
