// What one wrote and the server never got is on this device, and leaves it when one comes back: after a closed tab, a killed browser, a long sleep.
import { expect, test } from './fixtures.ts';
import {
  clickAfter,
  expectCaretIn,
  expectSaying,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

const CUT = /WebSocket connection|ERR_|Failed to load resource/;

test('SY-32 B01 words typed offline in a tab that is closed are there when the page is opened again', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug, document } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  await expectCaretIn(page, 'a-un');
  server.proxy.cut();
  await expectSaying(page, 'Hors connexion');
  await page.keyboard.type(' gardée');
  await expect(page.locator('[data-device="kept"]')).toBeVisible();
  const { context } = { context: page.context() };
  await page.close();
  server.proxy.mend();
  const again = await context.newPage();
  await openSection(again, slug);
  await saved(again);
  await expect(words(again, 'a-un')).toContainText('Une phrase gardée de texte.');
  expect(JSON.stringify(await document()).split('gardée')).toHaveLength(2);
});
