// The comparison of two states: read word by word, filtered, walked through, on a phone and at a desk.
import { paths } from '#core/paths.ts';
import { expect, test } from './fixtures.ts';
import { expectFineEverywhere } from './look.ts';
import { publishedFramework } from './texts.ts';

test('one compares two versions word by word, filters the changes and walks through them', async ({
  scene,
  server,
}) => {
  const slug = 'comparaison';
  await publishedFramework(server, await scene.token('coordinator'), slug);
  const page = await scene.newPage();
  await page.goto(paths.compare(slug, '0.1', '0.2'));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('42 éléments ont changé');
  const ends = page.getByLabel('De', { exact: true });
  await expect(ends.getByRole('option')).toHaveText([/Version 0\.2/, /Version 0\.1/]);
  await expect(page.locator('main del').getByText('réagir')).toBeVisible();
  await expect(page.locator('main ins').getByText('intervenir')).toBeVisible();

  await page.getByRole('button', { name: /Supprimés/ }).click();
  await expect(page.locator('main article')).toHaveCount(4);
  await page.keyboard.press('n');
  await expect(page.getByText('1 sur 4')).toBeVisible();
  await expect(page.locator('main article').first()).toHaveAttribute('aria-current', 'true');
  await page.getByRole('button', { name: /Supprimés/ }).click();

  await page.getByLabel('À', { exact: true }).selectOption('0.1');
  await expect(page).toHaveURL(`${server.url}${paths.compare(slug, '0.1', '0.1')}`);
  await expect(page.getByText('Aucune différence.').first()).toBeVisible();
});

test('the comparison is fine everywhere, and on a phone its changes can be read in plain words', async ({
  scene,
  server,
}) => {
  const slug = 'comparaison-telephone';
  // A long page, looked at eight times.
  test.slow();
  await publishedFramework(server, await scene.token('coordinator'), slug);
  const page = await scene.newPage({ phone: true });
  await page.goto(paths.compare(slug, '0.1', '0.2'));
  const fold = page.getByRole('button', { name: 'Les changements en clair' });
  await fold.click();
  await page.getByRole('link', { name: /réagir.*devient.*intervenir/ }).click();
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await expect(page.locator('article[aria-current="true"]')).toBeInViewport();
  await expectFineEverywhere(page, paths.compare(slug, '0.1', '0.2'));
  await expectFineEverywhere(page, paths.compare(slug));
});

test('two states are chosen by a plain form, without script', async ({
  browser,
  scene,
  server,
}) => {
  const slug = 'comparaison-sans-script';
  await publishedFramework(server, await scene.token('coordinator'), slug);
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(paths.compare(slug));
  await page.getByRole('button', { name: 'Comparer' }).click();
  await expect(page).toHaveURL(`${server.url}${paths.compare(slug, '0.1', '0.2')}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('42 éléments');
  await context.close();
});
