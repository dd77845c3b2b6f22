// Accents, dead keys and phones: what an input method composes is there once, also while another person writes beside it.
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import {
  clickAfter,
  expectCaretIn,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

interface Composer {
  /** Shows unfinished text, as an accent waiting for its letter. */
  compose(text: string): Promise<void>;
  /** Finishes it. */
  commit(text: string): Promise<void>;
}

async function composer(page: Page): Promise<Composer> {
  const session: CDPSession = await page.context().newCDPSession(page);
  return {
    compose: async (text) => {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    },
    commit: async (text) => {
      await session.send('Input.insertText', { text });
    },
  };
}

test('dead keys compose their letter once while another person writes in the same paragraph', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  await openSection(alix, slug);
  await openSection(basile, slug);
  await clickAfter(basile, 'a-un', 'de texte.');
  await expectCaretIn(basile, 'a-un');
  await clickAfter(alix, 'a-un', 'Une phrase');
  await expectCaretIn(alix, 'a-un');
  const { compose, commit } = await composer(alix);
  const beside = basile.keyboard.type(' abcdefghijklmnopqrstuvwxyz abcdefghijklm', { delay: 50 });
  await alix.keyboard.type(' for');
  await compose('^');
  await commit('ê');
  await alix.keyboard.type('t na');
  await compose('¨');
  await commit('ï');
  await alix.keyboard.type('f ');
  for (const end of [1, 4, 7, 9]) await compose('apprenant'.slice(0, end));
  await commit('apprenant');
  await alix.keyboard.type('!');
  await beside;
  for (const page of [alix, basile]) {
    await expect(words(page, 'a-un').locator('p')).toHaveText(
      'Une phrase forêt naïf apprenant! de texte. abcdefghijklmnopqrstuvwxyz abcdefghijklm',
    );
  }
  await saved(alix);
});

test('in a list, a composed word and then Enter keep the word and make a new point', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'de texte.');
  await expectCaretIn(page, 'a-un');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Liste à puces' }).click();
  const { compose, commit } = await composer(page);
  await compose('appr');
  await compose('apprenant');
  await commit('apprenant');
  await page.keyboard.press('Enter');
  await page.keyboard.type('suite');
  await expect(words(page, 'a-un').locator('li')).toHaveText(['apprenant', 'suite']);
  await saved(page);
});

test('an item that another moves or removes while a word is composed breaks nothing', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  await openSection(alix, slug);
  await openSection(basile, slug);
  await clickAfter(alix, 'a-un', 'Une phrase');
  await expectCaretIn(alix, 'a-un');
  const { compose, commit } = await composer(alix);
  await compose(' dép');
  await basile.locator('[data-item="a-un"]').focus();
  await basile.keyboard.press('Alt+Shift+ArrowDown');
  await expect(basile.locator('[data-item="a-un"]')).toContainText('M1.2');
  await compose(' déplacée');
  await commit(' déplacée');
  await expect(words(alix, 'a-un')).toContainText('Une phrase déplacée de texte.');
  await expect(alix.locator('[data-item="a-un"]')).toContainText('M1.2');
  await expectCaretIn(alix, 'a-un');

  await compose(' per');
  await basile.keyboard.press('Delete');
  await expect(basile.locator('[data-item="a-un"]')).toHaveCount(0);
  await commit(' perdue');
  await expect(alix.locator('[data-item="a-un"]')).toHaveCount(0);
  await expect(alix.getByText('Vos mots y sont gardés')).toBeVisible();
});

test('a caret stays at its words when another splits the paragraph before it', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server, [
    {
      id: 'm-un',
      kind: 'mission',
      title: 'Une mission',
      body: 'Une version réduite. Elle a un support pour tout.',
    },
  ]);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  await openSection(alix, slug);
  await openSection(basile, slug);
  await clickAfter(alix, 'm-un', 'support');
  await expectCaretIn(alix, 'm-un');
  await clickAfter(basile, 'm-un', 'réduite.');
  await expectCaretIn(basile, 'm-un');
  await basile.keyboard.press('Enter');
  await expect(words(alix, 'm-un').locator('p')).toHaveCount(2);
  await alix.keyboard.type('X');
  await expect(words(basile, 'm-un').locator('p').nth(1)).toHaveText(
    ' Elle a un supportX pour tout.',
  );
  await basile.keyboard.press('Control+Home');
  await basile.keyboard.press('ArrowDown');
  await basile.keyboard.press('Home');
  await basile.keyboard.type('cinquante caractères au début du premier paragraphe ');
  await expect(words(alix, 'm-un')).toContainText('premier paragraphe Une version');
  await alix.keyboard.type('Y');
  await expect(words(basile, 'm-un')).toContainText('supportXY pour tout.');
});
