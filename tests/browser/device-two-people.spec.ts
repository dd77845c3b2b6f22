// Two people at one browser: the words of one never leave on the connection of the other, and the page says who is there now.
import type { Page } from '@playwright/test';
import { paths } from '#core/paths.ts';
import { runCli, type ServerProcess } from '../server-process.ts';
import { expect, test } from './fixtures.ts';
import { expectFine } from './look.ts';
import {
  clickAfter,
  expectCaretIn,
  expectSaying,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

/** What the browser says of a cut, and of the relay between, which learns of an end a moment later than the server. */
const CUT = /WebSocket connection|ERR_|Failed to load resource|already in CLOSING/;

/** Types words that leave by no connection of this page. */
async function typeUnsent(page: Page, slug: string, word: string): Promise<{ cut(): void }> {
  let deaf = false;
  const open = new Set<() => void>();
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const far = socket.connectToServer();
    let gone = false;
    open.add(() => {
      gone = true;
      void far.close();
      void socket.close({ code: 3000 });
    });
    socket.onMessage((message) => {
      if (!deaf && !gone) far.send(message);
    });
    far.onClose((code, reason) => {
      gone = true;
      void socket.close({ code, reason });
    });
  });
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  await expectCaretIn(page, 'a-un');
  deaf = true;
  await page.keyboard.type(` ${word}`);
  await expect(page.locator('[data-device="kept"]')).toBeVisible();
  return {
    cut() {
      for (const each of open) each();
      open.clear();
      deaf = false;
    },
  };
}

/** Somebody new signs in with the browser of this page, by the link that was sent to them. */
async function enterByLink(page: Page, server: ServerProcess, name: string): Promise<void> {
  const email = `${name.toLowerCase()}-${Date.now()}@example.org`;
  const link = await runCli(server, [
    ...['account', 'create', '--email', email, '--name', name, '--role', 'editor'],
  ]);
  const { pathname, search } = new URL(link.trim());
  await page.goto(`${pathname}${search}`);
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

test('SY-37 while another person signs in by another tab, the first one’s words stay theirs, and their page says who is there', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug, document } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  await typeUnsent(alix, slug, 'à-alix');
  const second = await alix.context().newPage();
  await enterByLink(second, server, 'Basile');
  const said = alix.getByRole('main').getByRole('alert');
  await expect(said).toContainText('c’est Basile qui utilise maintenant ce navigateur');
  await expect(said).toContainText('attend sur cet appareil, et ne partira qu’avec Alix');
  await expectSaying(alix, 'Non enregistré');
  await expect(alix.locator('[contenteditable="true"]')).toHaveCount(0);
  await expectFine(alix, 'a page whose browser somebody else uses now');
  // Whatever the second person opens sends nothing of the first.
  await openSection(second, slug);
  await saved(second);
  await second.goto(paths.device);
  await expect(second.getByText('Des mots d’une autre personne attendent aussi')).toBeVisible();
  expect(JSON.stringify(await document())).not.toContain('à-alix');
  // Nor does the first one's page, however often it is looked at.
  await alix.bringToFront();
  await expect(said).toContainText('Basile');
  await expect(alix.getByRole('button', { name: 'Copier ces mots' })).toBeVisible();
  expect(JSON.stringify(await document())).not.toContain('à-alix');
});

test('SY-37 SY-31 variant: a page that comes back from a cut finds another person signed in, and sends nothing; its own person’s return does', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug, document } = await ownFramework(scene, server);
  const basile = await scene.asNew('editor', 'Basile');
  const alix = await scene.asNew('editor', 'Alix');
  const cookies = await alix.context().cookies();
  const { cut } = await typeUnsent(alix, slug, 'à-alix');
  // Another account by another way than the form: the first one's session goes on elsewhere.
  await alix.context().clearCookies();
  await alix.context().addCookies(await basile.context().cookies());
  cut();
  const said = alix.getByRole('main').getByRole('alert');
  await expect(said).toContainText('c’est Basile qui utilise maintenant ce navigateur');
  expect(JSON.stringify(await document())).not.toContain('à-alix');
  await alix.context().clearCookies();
  await alix.context().addCookies(cookies);
  await alix.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(said).toContainText('Une autre session s’est ouverte à votre nom');
  await alix.getByRole('button', { name: 'Recharger la page' }).click();
  await saved(alix);
  await expect(words(alix, 'a-un')).toContainText('Une phrase à-alix de texte.');
  expect(JSON.stringify(await document()).split('à-alix')).toHaveLength(2);
});
