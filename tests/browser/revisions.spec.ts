// Revisions: freezing by name, never twice the same, reading, and putting one back with a way to undo it.
import { paths } from '#core/paths.ts';
import { expect, test } from './fixtures.ts';
import { expectFineEverywhere } from './look.ts';
import { ask, publishedFramework } from './texts.ts';

test('an editor freezes a revision once, and puts an older one back, which can be undone', async ({
  scene,
  server,
}) => {
  const slug = 'revisions-essai';
  const token = await scene.token('coordinator');
  await publishedFramework(server, token, slug);
  // A name that does not break, which the list shows beside what was frozen: it has to fit a phone.
  const page = await scene.asNew('editor', 'Coordination·inter·associative');
  await page.goto(paths.revisions(slug));
  await page.getByLabel('Nom de la révision').fill('Sans changement');
  await page.getByRole('button', { name: 'Figer une révision' }).click();
  // The revision of a version has no name of its own: it takes this one, once.
  await expect(page.getByRole('status')).toContainText('Rien n’a changé depuis r2');
  await expect(page.getByRole('row').filter({ hasText: 'Sans changement' })).toContainText('r2');
  await page.getByLabel('Nom de la révision').fill('Encore');
  await page.getByRole('button', { name: 'Figer une révision' }).click();
  scene.expectConsole('400');
  await expect(page.getByText('qui porte déjà le nom « Sans changement »')).toBeVisible();
  await expect(page.getByLabel('Nom de la révision')).toHaveValue('Encore');

  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'r1' }) });
  await row.getByRole('button', { name: 'Remettre en place' }).click();
  await expect(page.getByRole('status')).toContainText('Le texte de r1 est remis en place');
  const text = async () =>
    JSON.stringify(await ask(server, token, 'GET', `/frameworks/${slug}/working`));
  expect(await text()).toContain('Installer une relation de confiance');
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('status')).toContainText('Le texte de r2 est remis en place');
  expect(await text()).not.toContain('Installer une relation de confiance');
  await expectFineEverywhere(page, paths.revisions(slug));
});

test('a reader reads revisions and can change nothing', async ({ scene, server }) => {
  const slug = 'revisions-lecture';
  await publishedFramework(server, await scene.token('coordinator'), slug);
  const page = await scene.asNew('reader');
  await page.goto(paths.revisions(slug));
  await expect(page.getByRole('button', { name: 'Figer une révision' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Remettre en place' })).toHaveCount(0);
  await page.getByRole('link', { name: 'r1' }).click();
  await expect(page.getByText('Révision r1').first()).toBeVisible();
});
