// From an empty server to the first coordinator, in and out again.
import { paths } from '#core/paths.ts';
import { COORDINATOR, expect, signIn, test } from './fixtures.ts';
import { expectFineEverywhere } from './look.ts';

test('the first coordinator makes an account from the printed link, which opening does not use up', async ({
  freshServer,
  sceneOn,
}) => {
  const scene = sceneOn(freshServer);
  const page = await scene.newPage();
  const link = freshServer.setupLink() ?? '';
  const { pathname, search } = new URL(link);
  await page.goto(paths.home);
  await expect(page.getByText('Personne ne coordonne encore ce réseau')).toBeVisible();
  await page.goto(link);
  await expectFineEverywhere(page, pathname + search);

  await page.goto(link);
  await page.getByLabel('Nom').fill(COORDINATOR.name);
  await page.getByLabel('Adresse électronique').fill('sans arobase');
  await page.getByLabel('Mot de passe').fill('court');
  await page.getByRole('button', { name: 'Créer le compte' }).click();
  scene.expectConsole('400');
  await expect(page.getByLabel('Adresse électronique')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Le mot de passe doit avoir au moins 12 caractères')).toBeVisible();
  await expect(page.getByLabel('Nom'), 'what was typed is kept').toHaveValue(COORDINATOR.name);

  await page.getByLabel('Adresse électronique').fill(COORDINATOR.email);
  await page.getByLabel('Mot de passe').fill(COORDINATOR.password);
  await page.getByRole('button', { name: 'Créer le compte' }).click();
  await expect(page.getByRole('link', { name: 'Nouveau référentiel' })).toBeVisible();
  await expect(page.getByText('Personne ne coordonne encore ce réseau')).toHaveCount(0);

  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'C’est déjà fait' })).toBeVisible();
  await expectFineEverywhere(page, pathname + search);
});

test('one signs out by the menu and in again, back to where one wanted to go', async ({
  scene,
  server,
}) => {
  const page = await scene.asCoordinator();
  await page.getByRole('button', { name: `Compte de ${COORDINATOR.name}` }).click();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible();

  await page.goto(paths.people);
  await expect(page).toHaveURL(`${server.url}${paths.signIn(paths.people)}`);
  await page.getByLabel('Adresse électronique').fill(COORDINATOR.email);
  await page.getByLabel('Mot de passe').fill('ce n’est pas le bon');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  scene.expectConsole('401');
  await expect(page.getByRole('alert')).toContainText('ne convient pas');
  await expect(page.getByLabel('Adresse électronique')).toHaveValue(COORDINATOR.email);

  await page.getByLabel('Mot de passe').fill(COORDINATOR.password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page).toHaveURL(`${server.url}${paths.people}`);
});

test('who is not signed in is told the same, account or not, when asking for a link', async ({
  scene,
}) => {
  const page = await scene.newPage();
  await page.goto(paths.signIn());
  await expectFineEverywhere(page, paths.signIn());
  for (const email of [COORDINATOR.email, 'personne@example.org']) {
    await page.goto(paths.signIn());
    await page.getByLabel('Adresse électronique').fill(email);
    await page.getByRole('button', { name: 'Recevoir un lien' }).click();
    await expect(page.getByRole('status')).toContainText('Si un compte existe à cette adresse');
  }
});

test('signing in works without script', async ({ browser, scene, server }) => {
  await (await scene.asCoordinator()).context().close();
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, server.url, COORDINATOR);
  await page.getByRole('button', { name: `Compte de ${COORDINATOR.name}` }).click();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible();
  await context.close();
});

test('a one-time link that is over says so and offers another way', async ({ scene }) => {
  const page = await scene.newPage();
  await page.goto(paths.signInLink('nothing'));
  await expect(page.getByRole('link', { name: 'Demander un autre lien' })).toBeVisible();
});
