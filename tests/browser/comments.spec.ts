// Comments: threads at words and at items, between two people live, on a desk and on a phone; nothing typed is lost.
import type { Page } from '@playwright/test';
import { paths } from '#core/paths.ts';
import { expect, test } from './fixtures.ts';
import { expectFine } from './look.ts';
import {
  clickAfter,
  expectCaretIn,
  item,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

// Each person's account is made by a program of its own.
test.describe.configure({ timeout: 120_000 });

const KEYS = 'Control+Alt+m';

/** Selects words in an item's text, in the editor or not. */
async function select(page: Page, id: string, wanted: string): Promise<void> {
  await words(page, id).evaluate((rich, text) => {
    const walker = document.createTreeWalker(rich, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(text) ?? -1;
      if (at < 0) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
      return;
    }
    throw new Error(`no "${text}"`);
  }, wanted);
}

/** The words that the page underlines as commented. */
function underlined(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...(CSS.highlights.get('commented') ?? [])].map((range) => range.toString()).sort(),
  );
}

const margin = (page: Page) => page.getByRole('region', { name: 'Commentaires', exact: true });

async function write(page: Page, label: string | RegExp, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label });
  await expect(field).toBeFocused();
  await field.fill(text);
  await page.getByRole('button', { name: 'Envoyer' }).click();
}

test('two people talk about words: underlined, answered, resolved and opened again, without a reload', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('reader', 'Basile');
  await openSection(alix, slug);
  await openSection(basile, slug);

  await clickAfter(alix, 'a-un', 'Une phrase');
  await expectCaretIn(alix, 'a-un');
  await select(alix, 'a-un', 'phrase');
  await alix.getByRole('button', { name: 'Commenter', exact: true }).click();
  await write(alix, 'Commenter ces mots', 'Laquelle au juste ?');
  for (const page of [alix, basile]) {
    await expect(margin(page)).toContainText('Laquelle au juste ?');
    await expect(margin(page)).toContainText('Alix');
    await expect.poll(() => underlined(page)).toEqual(['phrase']);
  }
  await expect(item(basile, 'a-un').getByRole('button', { name: /1 commentaire sur/ })).toHaveText(
    '1',
  );

  await margin(basile).getByText('Répondre').click();
  await write(basile, 'Réponse', 'Celle du milieu.');
  await expect(margin(alix)).toContainText('Celle du milieu.');
  await margin(alix).getByRole('button', { name: 'Résoudre' }).click();
  for (const page of [alix, basile]) {
    await expect(margin(page)).toHaveCount(0);
    await expect.poll(() => underlined(page)).toEqual([]);
  }
  await basile.getByRole('button', { name: 'Commentaires (0)' }).click();
  const sheet = basile.getByRole('dialog', { name: 'Commentaires' });
  await sheet.getByRole('button', { name: /Résolus/ }).click();
  await expect(sheet).toContainText('Résolu par Alix');
  await sheet.getByRole('button', { name: 'Rouvrir' }).click();
  await expect(margin(alix)).toContainText('Rouvert par Basile');
});

test('words that are commented are found again after edits, an undo and a move; once gone for good they are detached', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server, [
    {
      id: 'm-un',
      kind: 'mission',
      title: 'Mission',
      children: [
        { id: 'a-un', kind: 'activity', title: 'Une', body: 'Évaluer, réguler, conclure.' },
        { id: 'a-deux', kind: 'activity', title: 'Deux', body: 'Autre chose.' },
      ],
    },
  ]);
  const alix = await scene.asNew('editor', 'Alix');
  await openSection(alix, slug);
  for (const [wanted, said] of [
    ['réguler', 'Comment ?'],
    ['Évaluer, réguler', 'Quand ?'],
  ] as const) {
    await select(alix, 'a-un', wanted);
    await item(alix, 'a-un').press(KEYS);
    await write(alix, 'Commenter ces mots', said);
    await expect(margin(alix)).toContainText(said);
  }
  await expect.poll(() => underlined(alix)).toEqual(['réguler', 'Évaluer, réguler']);

  // Of two that overlap one is resolved: the other keeps its words.
  const first = margin(alix).getByRole('article').filter({ hasText: 'Quand ?' });
  await first.getByRole('button', { name: 'Résoudre' }).click();
  await expect.poll(() => underlined(alix)).toEqual(['réguler']);

  await clickAfter(alix, 'a-un', 'Évaluer');
  await expectCaretIn(alix, 'a-un');
  await alix.keyboard.type(' bien');
  await expect.poll(() => underlined(alix)).toEqual(['réguler']);
  await alix.keyboard.press('Alt+Shift+ArrowDown');
  await expect(item(alix, 'a-un')).toContainText('M1.2');
  await expect.poll(() => underlined(alix)).toEqual(['réguler']);

  await select(alix, 'a-un', 'réguler');
  await alix.keyboard.press('Backspace');
  await expect(margin(alix)).toHaveCount(0);
  await alix.keyboard.press('Control+z');
  await expect(margin(alix)).toContainText('Comment ?');
  await expect.poll(() => underlined(alix)).toEqual(['réguler']);

  await select(alix, 'a-un', 'réguler');
  await alix.keyboard.press('Backspace');
  await saved(alix);
  await alix.reload();
  await alix.getByRole('button', { name: 'Commentaires (1)' }).click();
  const sheet = alix.getByRole('dialog', { name: 'Commentaires' });
  await sheet.getByRole('button', { name: /Détachés/ }).click();
  await expect(sheet).toContainText('Détaché');
  await expect(sheet).toContainText('réguler');
  await expect(sheet).toContainText('Comment ?');
});

test('somebody is named with @ from a list, and finds what names them; one’s own comment is changed and taken back', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const name = `Camille ${Date.now()}`;
  const camille = await scene.asNew('reader', name);
  const alix = await scene.asNew('editor', 'Alix');
  await openSection(alix, slug);
  await openSection(camille, slug);
  await item(alix, 'a-deux').focus();
  await alix.keyboard.press(KEYS);
  const field = alix.getByRole('textbox', { name: /^Commenter M1.2/ });
  await expect(field).toBeFocused();
  await field.pressSequentially(`Vu avec @${name.slice(0, 16)}`);
  await expect(alix.getByRole('option', { name })).toBeVisible();
  await alix.keyboard.press('Enter');
  await expect(field).toHaveValue(`Vu avec @${name} `);
  await alix.keyboard.press('Control+Enter');
  await expect(margin(camille)).toContainText(`Vu avec @${name}`);
  await camille.getByRole('button', { name: 'Commentaires (1)' }).click();
  const sheet = camille.getByRole('dialog', { name: 'Commentaires' });
  await sheet.getByRole('button', { name: /Me mentionnent/ }).click();
  await expect(sheet).toContainText('Vu avec');
  await camille.keyboard.press('Escape');

  await margin(alix).getByText('Modifier').click();
  const own = alix.getByRole('textbox', { name: 'Votre commentaire' });
  await expect(own).toHaveValue(`Vu avec @${name}`);
  await own.fill('Vu.');
  await alix.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(margin(camille)).toContainText('Vu.');
  await expect(margin(camille)).toContainText('modifié');
  await expect(margin(camille).getByText('Modifier')).toHaveCount(0);
  await margin(alix).getByRole('button', { name: 'Retirer' }).click();
  await expect(margin(camille)).toContainText('Commentaire retiré');
});

test('what was typed is kept when it cannot be sent, over a reload too, and is sent once', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  scene.expectConsole(/ERR_FAILED|Failed to load resource/);
  await openSection(alix, slug);
  await alix.route(`**${paths.threads(slug)}`, (route) => route.abort());
  await item(alix, 'a-deux').focus();
  await alix.keyboard.press(KEYS);
  await write(alix, /^Commenter M1.2/, 'Des mots à garder');
  await expect(alix.getByRole('alert')).toContainText('Vos mots restent ici');
  await expect(alix.getByRole('textbox', { name: /^Commenter M1.2/ })).toHaveValue(
    'Des mots à garder',
  );
  await alix.reload();
  await alix.unroute(`**${paths.threads(slug)}`);
  await openSection(alix, slug);
  await item(alix, 'a-deux').focus();
  await alix.keyboard.press(KEYS);
  await expect(alix.getByRole('textbox', { name: /^Commenter M1.2/ })).toHaveValue(
    'Des mots à garder',
  );
  const send = alix.getByRole('button', { name: 'Envoyer' });
  await send.dblclick();
  await expect(margin(alix)).toContainText('Des mots à garder');
  await expect(margin(alix).getByRole('article')).toHaveCount(1);
});

test('on a phone threads open in a sheet, from the item and from its menu', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  await alix.setViewportSize({ width: 360, height: 740 });
  await openSection(alix, slug);
  await item(alix, 'a-un')
    .getByRole('button', { name: /^Actions sur/ })
    .click();
  await alix.getByRole('menuitem', { name: /^Commenter/ }).click();
  const sheet = alix.getByRole('dialog', { name: /Commentaires sur M1.1/ });
  await expect(sheet).toBeVisible();
  await write(alix, /^Commenter M1.1/, 'Vu du téléphone');
  await expect(sheet).toContainText('Vu du téléphone');
  await sheet.getByRole('button', { name: 'Fermer' }).click();
  const count = item(alix, 'a-un').getByRole('button', { name: /1 commentaire sur/ });
  await count.click();
  await expect(sheet).toContainText('Vu du téléphone');
  await expectFine(alix, 'a section with its comments in a sheet');
});

test('a page with comments is fine on a desk and on a phone, light and dark', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  await openSection(alix, slug);
  for (const id of ['a-un', 'a-deux']) {
    await item(alix, id).focus();
    await alix.keyboard.press(KEYS);
    await write(
      alix,
      /^Commenter M1/,
      `Un mot sur ${id}, assez long pour tenir sur quelques lignes.`,
    );
    await expect(margin(alix)).toContainText(`Un mot sur ${id}`);
  }
  await expectFine(alix, 'a section with comments in its margin');
});
