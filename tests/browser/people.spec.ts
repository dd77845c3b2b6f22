// Coordinators and the people of their network: invitations handed over, roles, closed accounts, tokens.
import { paths } from '#core/paths.ts';
import { COORDINATOR, expect, test } from './fixtures.ts';
import { expectFineEverywhere } from './look.ts';

test('somebody invited comes in by the link that was copied, and may choose a password', async ({
  scene,
  server,
}) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.people);
  await page.getByLabel('Nom').fill('Rédactrice invitée');
  await page.getByLabel('Adresse électronique').fill('invitee@example.org');
  await page.getByRole('radio', { name: /Rédaction/ }).check();
  await page.getByRole('button', { name: 'Inviter', exact: true }).click();

  const told = page
    .getByRole('status')
    .filter({ hasText: 'Invitation prête pour Rédactrice invitée' });
  await expect(told).toBeVisible();
  await told.getByRole('button', { name: 'Copier le lien' }).click();
  await expect(told.getByRole('button', { name: 'Copié' })).toBeVisible();
  const link = (await told.getByText('/sign-in/link?token=').textContent()) ?? '';
  await expect(page.getByLabel('Nom'), 'ready for the next one').toHaveValue('');
  await expect(page.getByRole('row', { name: /Rédactrice invitée/ })).toContainText(
    'Invitation en attente',
  );

  const guest = await scene.newPage();
  const { pathname, search } = new URL(link);
  await guest.goto(pathname + search);
  await expectFineEverywhere(guest, pathname + search);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Bonjour Rédactrice invitée');
  await guest.getByRole('button', { name: 'Entrer' }).click();
  await expect(guest).toHaveURL(`${server.url}${paths.password}?welcome=1`);
  await expectFineEverywhere(guest, `${paths.password}?welcome=1`);
  await guest.getByLabel('Nouveau mot de passe').fill('trop court');
  await guest.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
  scene.expectConsole('400');
  await expect(guest.getByLabel('Nouveau mot de passe')).toHaveAttribute('aria-invalid', 'true');
  await guest.getByLabel('Nouveau mot de passe').fill('encore quatre petits mots');
  await guest.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
  await expect(guest.getByRole('status')).toContainText('Le mot de passe est enregistré');

  await guest.goto(paths.home);
  await expect(guest.getByRole('link', { name: 'Écrire' }).first()).toBeVisible();
  await expect(guest.getByRole('link', { name: 'Nouveau référentiel' })).toHaveCount(0);

  await guest.goto(pathname + search);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne vaut plus');
});

test('a coordinator changes a role, takes it back, closes an account, and invites again', async ({
  scene,
}) => {
  const editor = await scene.asNew('editor', 'Éditeur d’essai');
  const page = await scene.asCoordinator();
  await page.goto(paths.people);
  const row = page.getByRole('row', { name: /Éditeur d’essai/ });
  await row.getByRole('combobox').selectOption('Lecture');
  const told = page.getByRole('status').filter({ hasText: 'a maintenant le rôle « Lecture »' });
  await expect(told).toBeVisible();
  await told.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('status')).toContainText('« Rédaction »');
  await expect(row.getByRole('combobox')).toHaveValue('editor');

  await row.getByRole('button', { name: 'Fermer le compte de Éditeur d’essai' }).click();
  await expect(page.getByRole('status')).toContainText('est fermé');
  await expect(row).toContainText('Fermé');
  await editor.goto(paths.home);
  await expect(editor.getByRole('link', { name: 'Se connecter' })).toBeVisible();

  await page
    .getByRole('status')
    .filter({ hasText: 'est fermé' })
    .getByRole('button', { name: 'Réinviter' })
    .click();
  await expect(page.getByText('/sign-in/link?token=')).toBeVisible();
  await expect(row).toContainText('Invitation en attente');
  await expectFineEverywhere(page, paths.people);
});

test('the last coordinator cannot step down, and an invitation says what is wrong with it', async ({
  scene,
}) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.people);
  const mine = page.getByRole('row', { name: new RegExp(COORDINATOR.name) });
  await mine.getByRole('combobox').selectOption('Lecture');
  scene.expectConsole('409');
  await expect(page.getByRole('alert')).toContainText('seul compte de coordination');
  await expect(mine.getByRole('combobox')).toHaveValue('coordinator');

  await page.getByLabel('Nom').fill('Quelqu’un');
  await page.getByLabel('Adresse électronique').fill(COORDINATOR.email);
  await page.getByRole('button', { name: 'Inviter', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Un compte existe déjà');
  await expect(page.getByLabel('Nom')).toHaveValue('Quelqu’un');
});

test('a token’s secret is shown once; revoking asks first', async ({ scene, server, request }) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.tokens);
  await page.getByLabel('Nom du programme').fill('Tableau de bord');
  await page.getByRole('button', { name: 'Créer le jeton' }).click();
  const told = page.getByRole('status').filter({ hasText: 'Tableau de bord' });
  const secret = (await told.locator('p').nth(1).textContent()) ?? '';
  const frameworks = `${server.url}/api/v1/frameworks`;
  const authorization = `Bearer ${secret}`;
  expect((await request.get(frameworks, { headers: { authorization } })).status()).toBe(200);

  await page.goto(paths.tokens);
  await expect(page.getByText(secret)).toHaveCount(0);
  await expectFineEverywhere(page, paths.tokens);
  const row = page.getByRole('listitem').filter({ hasText: 'Tableau de bord' });
  await row.locator('summary').click();
  await row.getByRole('button', { name: 'Révoquer pour de bon' }).click();
  await expect(page.getByRole('status')).toContainText('révoqué');
  await expect(row).toContainText('Révoqué le');
  expect((await request.get(frameworks, { headers: { authorization } })).status()).toBe(401);
});
