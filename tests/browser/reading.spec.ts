// The public reading of a version: by anybody where it is open, by nobody else where it is not, on screen and on paper.
import { paths } from '#core/paths.ts';
import { expect, test } from './fixtures.ts';
import { expectFineEverywhere } from './look.ts';
import { ask, publishedFramework } from './texts.ts';

test('somebody without an account reads a version, what it changes, cites it and takes it away', async ({
  scene,
  server,
}) => {
  const slug = 'lecture';
  await publishedFramework(server, await scene.token('coordinator'), slug);
  const page = await scene.newPage();
  await page.goto(paths.framework(slug));
  await page.getByRole('link', { name: 'Lire la version 0.2' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('médiation scolaire');
  await expect(page.getByText('Note de la 0.2.')).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Ce qui change depuis la version 0.1' }),
  ).toBeVisible();
  await expect(page.getByText(/version 0\.2 en consultation, .*\/f\/lecture\/0\.2$/)).toBeVisible();
  // The long texts come from the server and are kept.
  await expect(page.locator('[data-served]').first()).not.toBeEmpty();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Données', exact: true }).click();
  expect((await download).suggestedFilename()).toContain('.json');
  await expectFineEverywhere(page, paths.read(slug, '0.2'));
  await page.goto(paths.read(slug, '0.1'));
  await expect(page.getByText('Une version plus récente existe.')).toBeVisible();
});

test('what is not open answers as if it were not there', async ({ scene, server }) => {
  const slug = 'reserve';
  const token = await scene.token('coordinator');
  await publishedFramework(server, token, slug);
  const page = await scene.newPage();
  for (const path of [paths.read(slug, '0.3'), paths.compare(slug, '0.2', '0.3')]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
  const reader = await scene.asNew('reader');
  expect((await reader.goto(paths.read(slug, '0.3')))?.status()).toBe(200);
  await ask(server, token, 'PATCH', `/frameworks/${slug}`, { visibility: 'private' });
  for (const path of [
    paths.framework(slug),
    paths.versions(slug),
    paths.read(slug, '0.1'),
    paths.compare(slug, '0.1', '0.2'),
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
  scene.expectConsole('404');
});

test('on paper a version and a comparison have no tools, and marks that need no colour', async ({
  scene,
  server,
}) => {
  const slug = 'papier';
  await publishedFramework(server, await scene.token('coordinator'), slug);
  const page = await scene.newPage();
  await page.emulateMedia({ media: 'print' });
  await page.goto(paths.read(slug, '0.2'));
  await expect(page.getByRole('banner').first()).toBeHidden();
  await expect(page.locator('main header').getByRole('link', { name: 'Lire' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Données', exact: true })).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(paths.compare(slug, '0.1', '0.2'));
  await expect(page.getByRole('group', { name: 'Filtrer par genre de changement' })).toBeHidden();
  await expect(page.getByText('Version 0.1 et Version 0.2')).toBeVisible();
  const inserted = page.locator('main ins').first();
  await expect(inserted).toHaveCSS('text-decoration-line', 'underline');
  await expect(inserted).toHaveCSS('font-weight', '600');
  await expect(page.locator('main del').first()).toHaveCSS('text-decoration-line', 'line-through');
});
