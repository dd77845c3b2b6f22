// What waits on a device leaves from any page of its person, and what cannot leave is shown there and can be taken away.
import type { Page } from '@playwright/test';
import { paths } from '#core/paths.ts';
import type { ServerProcess } from '../server-process.ts';
import { expect, test } from './fixtures.ts';
import { expectFine } from './look.ts';
import {
  clickAfter,
  expectCaretIn,
  expectSaying,
  openSection,
  ownFramework,
} from './section-page.ts';

const CUT = /WebSocket connection|ERR_|Failed to load resource/;

/** Types offline in an activity and closes the tab; what comes back is another page of the same browser. */
async function leaveWords(page: Page, server: ServerProcess, slug: string): Promise<Page> {
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  await expectCaretIn(page, 'a-un');
  server.proxy.cut();
  await expectSaying(page, 'Hors connexion');
  await page.keyboard.type(' gardée');
  await expect(page.locator('[data-device="kept"]')).toBeVisible();
  const context = page.context();
  await page.close();
  server.proxy.mend();
  return context.newPage();
}

test('SY-33 B01 words left by a closed tab leave from whichever page their person opens next, and a line says so', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug, document } = await ownFramework(scene, server);
  const page = await leaveWords(await scene.asCoordinator(), server, slug);
  await page.goto(paths.password);
  const notice = page.locator('[data-waiting-notice]');
  await expect(notice).toContainText('Ce qui attendait sur cet appareil est arrivé');
  expect(JSON.stringify(await document()).split('gardée')).toHaveLength(2);
  await expectFine(page, 'a page with the notice of what was sent');
  await notice.getByRole('button', { name: 'Fermer' }).click();
  await expect(notice).toHaveCount(0);
  // Nothing waits any more, and the next page has nothing to tell.
  await page.goto(paths.device);
  await expect(page.getByText('Rien n’attend ici')).toBeVisible();
  await expectFine(page, 'the list of what waits, with nothing in it');
});

test('SY-34 B01 words of somebody who may no longer write stay on the device, are shown and can be taken away', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug, document } = await ownFramework(scene, server);
  const coordinator = await scene.asCoordinator();
  const page = await leaveWords(await scene.asNew('editor', 'Essai Rédaction'), server, slug);
  await coordinator.goto(paths.people);
  const role = coordinator.getByRole('combobox', { name: /Essai Rédaction/ });
  await role.selectOption('reader');
  await expect(
    coordinator.getByRole('status').filter({ hasText: 'Essai Rédaction' }),
  ).toBeVisible();
  await page.goto(paths.home);
  const notice = page.locator('[data-waiting-notice]');
  await expect(notice).toContainText('attendent sur cet appareil');
  await expectFine(page, 'a page with the notice of what waits');
  // On a phone, at the foot of the page, it covers nothing of it.
  await page.setViewportSize({ width: 360, height: 640 });
  await expect
    .poll(() =>
      page.evaluate(() => {
        window.scrollTo(0, window.document.documentElement.scrollHeight);
        const foot = window.document.querySelector('main')?.getBoundingClientRect().bottom ?? 0;
        const box = window.document.querySelector('[data-waiting-notice]')?.getBoundingClientRect();
        return foot <= (box?.top ?? 0);
      }),
    )
    .toBe(true);
  await notice.getByRole('link', { name: 'Voir ce qui attend' }).click();
  const room = page.locator('[data-waiting-room]');
  await expect(room).toHaveAttribute('data-why', 'read-only');
  await expect(room).toContainText('Première activité');
  await expect(room).toContainText('Une phrase gardée de texte.');
  await expectFine(page, 'the list of what waits');
  // By plain http there is no clipboard to write to: the old way is used.
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await room.getByRole('button', { name: 'Copier ces mots' }).click();
  await expect(room.getByRole('button', { name: 'Copié' })).toBeVisible();
  const saving = page.waitForEvent('download');
  await room.getByRole('button', { name: 'Télécharger' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('mots-en-attente.txt');
  const chunks: Buffer[] = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(Buffer.from(chunk));
  expect(Buffer.concat(chunks).toString('utf8')).toContain('Une phrase gardée de texte.');
  // They stay through a reload, and go only when their person throws them away.
  await page.reload();
  await expect(room).toContainText('Une phrase gardée de texte.');
  await room.getByRole('button', { name: 'Jeter' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Jeter' }).click();
  await expect(page.getByText('Rien n’attend ici')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Rien n’attend ici')).toBeVisible();
  expect(JSON.stringify(await document())).not.toContain('gardée');
});

test('SY-35 two people on one device: neither sees nor sends the words of the other', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug, document } = await ownFramework(scene, server);
  await scene.asCoordinator();
  const first = await scene.asNew('editor');
  const second = await scene.asNew('editor');
  const firstCookies = await first.context().cookies();
  const page = await leaveWords(first, server, slug);
  await page.context().clearCookies();
  await page.context().addCookies(await second.context().cookies());
  await page.goto(paths.device);
  await expect(page.getByText('Des mots d’une autre personne attendent aussi')).toBeVisible();
  await expect(page.getByText('Rien n’attend ici')).toBeVisible();
  await expect(page.getByText('gardée')).toHaveCount(0);
  expect(JSON.stringify(await document())).not.toContain('gardée');
  await page.context().clearCookies();
  await page.context().addCookies(firstCookies);
  await page.goto(paths.home);
  await expect(page.locator('[data-waiting-notice]')).toContainText('est arrivé');
  expect(JSON.stringify(await document()).split('gardée')).toHaveLength(2);
});
