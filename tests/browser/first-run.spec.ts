// The first minutes of a server: its link makes the first coordinator, who goes out and comes in again.
import { AxeBuilder } from '@axe-core/playwright';
import { apiPaths, paths } from '#core/paths.ts';
import { COORDINATOR, expect, signIn, test } from './fixtures.ts';

test('the printed link makes the first coordinator, once', async ({ freshServer, sceneOn }) => {
  const scene = sceneOn(freshServer);
  const link = freshServer.setupLink() ?? '';
  expect(link).toContain('/setup?token=');
  const page = await scene.asCoordinator();
  await expect(page.locator('body')).toContainText(COORDINATOR.name);

  const other = await scene.newPage();
  await other.goto(link);
  await expect(other.locator('form input[name="password"]')).toHaveCount(0);
  await signIn(other, freshServer.url, COORDINATOR);
  await expect(other.locator('body')).toContainText(COORDINATOR.name);
});

test('somebody invited comes in by the link that is copied, with the role that was given', async ({
  scene,
}) => {
  const reader = await scene.asNew('reader', 'Alix');
  await expect(reader.locator('body')).toContainText('Alix');
  const refused = await reader.goto(paths.tokens);
  expect(refused?.status()).toBeGreaterThanOrEqual(400);
  scene.expectConsole(/40[134]/);
});

for (const language of ['fr', 'en'] as const) {
  test(`the page of the interface can be read by everybody, in ${language}`, async ({ scene }) => {
    const page = await scene.newPage({ language });
    await page.goto(apiPaths.docs);
    await expect(page.locator('h1')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}
