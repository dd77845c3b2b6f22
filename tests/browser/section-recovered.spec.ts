// Words typed into a paragraph that somebody else deletes meanwhile: they stand again, and it is said that they do.
import type { Page } from '@playwright/test';
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

/** Holds every message of the page's socket, both ways, from `hold()` until `release()`. */
async function slowLine(page: Page) {
  let held: (() => void)[] | null = null;
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const server = socket.connectToServer();
    const pass = (act: () => void) => (held ? held.push(act) : act());
    socket.onMessage((message) => pass(() => server.send(message)));
    server.onMessage((message) => pass(() => socket.send(message)));
  });
  return {
    hold() {
      held = [];
    },
    release() {
      const acts = held ?? [];
      held = null;
      for (const act of acts) act();
    },
  };
}

test('SY-74 words whose paragraph another deletes meanwhile are put back, and marked until somebody has read them', async ({
  scene,
  server,
}) => {
  const { slug, document } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  const line = await slowLine(basile);
  await openSection(alix, slug);
  await openSection(basile, slug);
  await clickAfter(basile, 'a-un', 'Une phrase');
  await expectCaretIn(basile, 'a-un');
  line.hold();
  await basile.keyboard.type(' que personne ne veut perdre');

  await clickAfter(alix, 'a-un', 'de texte.');
  await expectCaretIn(alix, 'a-un');
  await alix.keyboard.press('Shift+Home');
  // Also the paragraph itself: what is left is the title.
  await alix.keyboard.press('Backspace');
  await alix.keyboard.press('Backspace');
  await expect(words(alix, 'a-un').locator('p')).toHaveCount(0);
  await saved(alix);
  line.release();

  for (const page of [alix, basile]) {
    await expect(words(page, 'a-un')).toContainText('que personne ne veut perdre');
    await expect(item(page, 'a-un').getByRole('note')).toContainText('Mots retrouvés');
    await expect(item(page, 'a-un').getByRole('note')).toContainText('que personne ne veut perdre');
  }
  await saved(basile);
  await expectFine(alix, 'recovered words');
  // Whoever comes later is told too.
  await alix.reload();
  await item(alix, 'a-un').getByRole('button', { name: 'C’est relu' }).click();
  for (const page of [alix, basile]) {
    await expect(item(page, 'a-un').getByRole('note')).toHaveCount(0);
    await expect(words(page, 'a-un')).toContainText('que personne ne veut perdre');
  }
  await saved(alix);
  expect(JSON.stringify(await document())).toContain('que personne ne veut perdre');
});
