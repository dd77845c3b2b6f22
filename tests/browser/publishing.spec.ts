// Publishing and withdrawing versions, and the whole way from nothing to a version that a stranger reads and compares.
import { paths } from '#core/paths.ts';
import { expect, test } from './fixtures.ts';
import { expectFineEverywhere } from './look.ts';
import { ask, publishedFramework, sampleDocument } from './texts.ts';

test('from an empty folder: first coordinator, sample, edit, version, public page, comparison', async ({
  freshServer,
  sceneOn,
}) => {
  const scene = sceneOn(freshServer);
  const page = await scene.asCoordinator();
  await page.getByRole('link', { name: 'Référentiel métier de la médiation scolaire' }).click();
  const slug = 'mediation-scolaire';
  await expect(page).toHaveURL(`${freshServer.url}${paths.framework(slug)}`);
  const token = await scene.token('coordinator');
  await ask(freshServer, token, 'PATCH', `/frameworks/${slug}`, { visibility: 'public' });

  await page.goto(paths.publish(slug));
  await page.getByLabel('Note de version, en français').fill('La première.');
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(page).toHaveURL(`${freshServer.url}${paths.read(slug, '0.1')}`);

  const edited = sampleDocument('job-reference.rev2', slug);
  await ask(freshServer, token, 'PUT', `/frameworks/${slug}/working`, edited);
  await page.goto(paths.publish(slug));
  await expect(page.getByLabel('Note de version, en français')).toHaveValue(/42 éléments/);
  await expect(page.getByLabel('Note de version, en anglais')).toHaveValue(/42 items/);
  // Twice, as an impatient hand does.
  await page.getByRole('button', { name: 'Publier', exact: true }).dblclick();
  await expect(page).toHaveURL(`${freshServer.url}${paths.read(slug, '0.2')}`);

  const stranger = await scene.newPage();
  await stranger.goto(paths.home);
  await stranger.getByRole('link', { name: 'Lire la version 0.2' }).click();
  await expect(stranger.getByRole('heading', { level: 1 })).toContainText('médiation scolaire');
  await stranger.getByRole('link', { name: 'Tout comparer mot à mot' }).click();
  await expect(stranger.getByRole('heading', { level: 1 })).toContainText('42 éléments ont changé');
  await stranger.goto(paths.versions(slug));
  await expect(stranger.getByRole('heading', { level: 2 })).toHaveText([
    'Version 0.2',
    'Version 0.1',
  ]);
});

test('the label follows the status until one is typed; a label that is too old keeps what was typed', async ({
  scene,
  server,
}) => {
  const slug = 'etiquettes';
  await publishedFramework(server, await scene.token('coordinator'), slug);
  const page = await scene.asCoordinator();
  await expectFineEverywhere(page, paths.publish(slug));
  await page.goto(paths.publish(slug));
  const label = page.getByLabel('Étiquette', { exact: true });
  await expect(label).toHaveValue('0.4');
  await page.getByRole('radio', { name: /Adoptée/ }).check();
  await expect(label).toHaveValue('1.0');
  await label.fill('0.2');
  await page.getByLabel('Note de version, en français').fill('Ce qui était écrit.');
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  scene.expectConsole('409');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(label).toHaveValue('0.2');
  await expect(page.getByRole('radio', { name: /Adoptée/ })).toBeChecked();
  await expect(page.getByLabel('Note de version, en français')).toHaveValue('Ce qui était écrit.');
  await label.fill('1.0');
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(page.getByText('Version 1.0 adoptée').first()).toBeVisible();
});

test('a version is published and withdrawn without script, and stays readable with the reason', async ({
  browser,
  scene,
  server,
}) => {
  const slug = 'retrait';
  await publishedFramework(server, await scene.token('coordinator'), slug);
  const coordinator = await scene.asCoordinator();
  const storageState = await coordinator.context().storageState();
  const context = await browser.newContext({
    baseURL: server.url,
    javaScriptEnabled: false,
    storageState,
    locale: 'fr-FR',
  });
  const page = await context.newPage();
  await page.goto(paths.publish(slug));
  await page.getByLabel('Note de version, en français').fill('Sans script.');
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(page).toHaveURL(`${server.url}${paths.read(slug, '0.4')}`);
  await page.goto(paths.versions(slug));
  const version = page.getByRole('listitem').filter({ hasText: 'Version 0.4' }).first();
  await version.getByText('Retirer cette version…').click();
  await version.getByLabel('Motif').fill('Une erreur de date.');
  await version.getByRole('button', { name: 'Retirer la version 0.4' }).click();
  await page.goto(paths.read(slug, '0.4'));
  await expect(page.getByText('Une erreur de date.')).toBeVisible();
  await context.close();
  await expectFineEverywhere(coordinator, paths.versions(slug));
});

test('only coordinators publish, and a private framework leads to its settings', async ({
  scene,
  server,
}) => {
  const slug = 'prive';
  const token = await scene.token('coordinator');
  await publishedFramework(server, token, slug);
  await ask(server, token, 'PATCH', `/frameworks/${slug}`, { visibility: 'private' });
  const editor = await scene.asNew('editor');
  expect((await editor.goto(paths.publish(slug)))?.status()).toBe(403);
  scene.expectConsole('403');
  const page = await scene.asCoordinator();
  await page.goto(paths.publish(slug));
  await expect(page.getByText('Ce référentiel est privé')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Réglages' }).click();
  await expect(page).toHaveURL(`${server.url}${paths.settings(slug)}`);
});
