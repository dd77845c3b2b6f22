// Leaving a shared laptop: what waits is sent first; what cannot be is shown and asked about; and it is never said that one has left while one has not.
import type { Page } from '@playwright/test';
import { paths } from '#core/paths.ts';
import { expect, test } from './fixtures.ts';
import { expectFine } from './look.ts';
import {
  clickAfter,
  expectCaretIn,
  expectSaying,
  openSection,
  ownFramework,
} from './section-page.ts';

const CUT = /WebSocket connection|ERR_|Failed to load resource|Failed to fetch/;

/** The page's own connection sends nothing any more; every later one does. */
async function deafen(page: Page): Promise<() => void> {
  let deaf = false;
  let connections = 0;
  await page.routeWebSocket(/\/sync\//, (socket) => {
    connections += 1;
    const first = connections === 1;
    const far = socket.connectToServer();
    socket.onMessage((message) => {
      if (!(first && deaf)) far.send(message);
    });
  });
  return () => {
    deaf = true;
  };
}

async function typeUnsent(page: Page, slug: string, word: string): Promise<void> {
  const deaf = await deafen(page);
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  await expectCaretIn(page, 'a-un');
  deaf();
  await page.keyboard.type(` ${word}`);
  await expect(page.locator('[data-device="kept"]')).toBeVisible();
}

async function choose(page: Page, what: 'Se déconnecter' | 'Ce n’est pas moi'): Promise<void> {
  await page.getByRole('button', { name: /^Compte de/ }).click();
  await page.getByRole('button', { name: what, exact: true }).click();
}

/** What this browser keeps for anybody. */
function kept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('triptyque-device');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const { result } = opening;
          const transaction = result.transaction(['updates', 'words']);
          const counts = ['updates', 'words'].map((name) => transaction.objectStore(name).count());
          transaction.oncomplete = () => {
            result.close();
            resolve(counts.reduce((sum, each) => sum + each.result, 0));
          };
        };
      }),
  );
}

async function expectSignedOut(page: Page, url: string): Promise<void> {
  await expect(page).toHaveURL(`${url}${paths.home}`);
  await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible();
}

test('SY-36 signing out sends first what waits, and leaves nothing of it on the device', async ({
  server,
  scene,
}) => {
  const { slug, document } = await ownFramework(scene, server);
  const page = await scene.asNew('editor');
  await typeUnsent(page, slug, 'partie');
  expect(JSON.stringify(await document())).not.toContain('partie');
  await choose(page, 'Se déconnecter');
  await expectSignedOut(page, server.url);
  expect(JSON.stringify(await document()).split('partie')).toHaveLength(2);
  expect(await kept(page)).toBe(0);
});

test('SY-36 without a network the page says that one is still signed in and what has not arrived, and erases nothing', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug, document } = await ownFramework(scene, server);
  const page = await scene.asNew('editor');
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  await expectCaretIn(page, 'a-un');
  // The code of the question has come by the time nothing else is to do.
  await page.waitForLoadState('networkidle');
  server.proxy.cut();
  await expectSaying(page, 'Hors connexion');
  await page.keyboard.type(' gardée');
  await expect(page.locator('[data-device="kept"]')).toBeVisible();
  await choose(page, 'Ce n’est pas moi');
  const question = page.getByRole('dialog', { name: 'Quitter cet appareil' });
  await expect(question.getByRole('alert')).toContainText('ne sont pas arrivés au serveur');
  await expect(question).toContainText('Le serveur n’est pas joignable pour l’instant');
  await expect(question).toContainText('Une phrase gardée de texte.');
  await expect(question.getByRole('button', { name: 'Copier ces mots' })).toBeVisible();
  await expect(question.getByRole('button', { name: 'Télécharger' })).toBeVisible();
  await expectFine(page, 'the question on leaving a device');
  const before = await kept(page);
  expect(before).toBeGreaterThan(0);
  await question.getByRole('button', { name: 'Les effacer et partir' }).click();
  await expect(question.getByRole('alert')).toContainText('la session n’est pas fermée');
  await expect(question.getByRole('alert')).toContainText('Rien n’a été effacé');
  await expect(question.getByRole('button', { name: 'Les effacer et partir' })).toHaveCount(0);
  expect(await kept(page)).toBe(before);
  // Nothing is lost by staying: one writes on.
  await question.getByRole('button', { name: 'Rester' }).click();
  await expect(question).toHaveCount(0);
  await expect(page).toHaveURL(/write\/missions/);
  server.proxy.mend();
  await choose(page, 'Ce n’est pas moi');
  await expectSignedOut(page, server.url);
  expect(JSON.stringify(await document()).split('gardée')).toHaveLength(2);
  expect(await kept(page)).toBe(0);
});

for (const [choice, leave] of [
  ['Se déconnecter', 'Se déconnecter'],
  ['Ce n’est pas moi', 'Quitter cet appareil'],
] as const) {
  test(`SY-36 what arrives while the question stands is not said to be missing any longer: ${choice}`, async ({
    freshServer: server,
    sceneOn,
  }) => {
    const scene = sceneOn(server);
    scene.expectConsole(CUT);
    const { slug, document } = await ownFramework(scene, server);
    const page = await scene.asNew('editor');
    await openSection(page, slug);
    await clickAfter(page, 'a-un', 'Une phrase');
    await expectCaretIn(page, 'a-un');
    await page.waitForLoadState('networkidle');
    server.proxy.cut();
    await expectSaying(page, 'Hors connexion');
    await page.keyboard.type(' attendue');
    await expect(page.locator('[data-device="kept"]')).toBeVisible();
    await choose(page, choice);
    const question = page.getByRole('dialog');
    await expect(question.getByRole('alert')).toContainText('ne sont pas arrivés au serveur');
    server.proxy.mend();
    await expect
      .poll(async () => JSON.stringify(await document()).split('attendue').length)
      .toBe(2);
    await expect(question).toContainText('est enregistré sur le serveur');
    await expect(question).not.toContainText('ne sont pas arrivés');
    await expect(question).not.toContainText('n’est pas joignable');
    await question.getByRole('button', { name: leave, exact: true }).click();
    await expectSignedOut(page, server.url);
    expect(await kept(page)).toBe(0);
  });
}

test('SY-36 words that are refused are shown with the reason before they are erased, and another page of the person goes too', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug, document } = await ownFramework(scene, server);
  const coordinator = await scene.asCoordinator();
  const page = await scene.asNew('editor', 'Essai Départ');
  // Before anything waits: a page that opens later would send it.
  const other = await page.context().newPage();
  await openSection(other, slug, 'skills');
  await typeUnsent(page, slug, 'refusée');
  await coordinator.goto(paths.people);
  await coordinator.getByRole('combobox', { name: /Essai Départ/ }).selectOption('reader');
  await expect(coordinator.getByRole('status').filter({ hasText: 'Essai Départ' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Vos droits ont changé');
  await choose(page, 'Ce n’est pas moi');
  const question = page.getByRole('dialog', { name: 'Quitter cet appareil' });
  await expect(question).toContainText('Vous n’avez plus le droit d’écrire dans ce texte');
  await expect(question).toContainText('Une phrase refusée de texte.');
  await question.getByRole('button', { name: 'Les effacer et partir' }).click();
  await expectSignedOut(page, server.url);
  await expectSignedOut(other, server.url);
  expect(await kept(page)).toBe(0);
  expect(JSON.stringify(await document())).not.toContain('refusée');
});

test('SY-36 variant: somebody who signs out and keeps what was refused finds it there on coming back, and the next person does not see it', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug } = await ownFramework(scene, server);
  const coordinator = await scene.asCoordinator();
  const page = await scene.asNew('editor', 'Essai Retour');
  const next = await scene.asNew('editor', 'Essai Suite');
  await typeUnsent(page, slug, 'laissée');
  await coordinator.goto(paths.people);
  await coordinator.getByRole('combobox', { name: /Essai Retour/ }).selectOption('reader');
  await expect(coordinator.getByRole('status').filter({ hasText: 'Essai Retour' })).toBeVisible();
  await choose(page, 'Se déconnecter');
  const question = page.getByRole('dialog', { name: 'Se déconnecter' });
  await expect(question).toContainText('ils restent sur cet appareil');
  await question.getByRole('button', { name: 'Se déconnecter et les garder ici' }).click();
  await expectSignedOut(page, server.url);
  expect(await kept(page)).toBeGreaterThan(0);
  await page.context().addCookies(await next.context().cookies());
  await page.goto(paths.device);
  await expect(page.getByText('Des mots d’une autre personne attendent aussi')).toBeVisible();
  await expect(page.getByText('laissée')).toHaveCount(0);
  // Whoever comes next and leaves erases only what is theirs.
  await choose(page, 'Ce n’est pas moi');
  await expectSignedOut(page, server.url);
  expect(await kept(page)).toBeGreaterThan(0);
});

test('SY-36 variant: where the browser keeps nothing, leaving sends what is in the page alone, or says that it would be lost', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug, document } = await ownFramework(scene, server);
  const page = await scene.asNew('editor');
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  const deaf = await deafen(page);
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  await expectCaretIn(page, 'a-un');
  await page.waitForLoadState('networkidle');
  deaf();
  await page.keyboard.type(' ici seulement');
  await expect(page.locator('[data-device="failed"]')).toBeVisible();
  server.proxy.cut();
  await choose(page, 'Se déconnecter');
  const question = page.getByRole('dialog', { name: 'Se déconnecter' });
  await expect(question).toContainText('Ils ne sont que dans cette page');
  await expect(question).toContainText('Une phrase ici seulement de texte.');
  await expect(
    question.getByRole('button', { name: 'Se déconnecter et les perdre' }),
  ).toBeVisible();
  server.proxy.mend();
  await question.getByRole('button', { name: 'Réessayer' }).click();
  await expectSignedOut(page, server.url);
  expect(JSON.stringify(await document()).split('ici seulement')).toHaveLength(2);
});
