// What one writes and where one stands stay in sight: below the bar, below a notice on a phone, and when the focus goes into the bar.
import { expect, test } from './fixtures.ts';
import {
  clickAfter,
  expectCaretIn,
  expectSaying,
  ITEMS,
  notice,
  openSection,
  ownFramework,
} from './section-page.ts';

const CUT = /WebSocket connection|ERR_|Failed to load resource/;
const LINES = Array.from({ length: 40 }, (_, line) => `Ligne ${line}.`);
const LONG = [{ id: 'm-long', kind: 'mission', title: 'Longue', body: LINES.join('\n\n') }];

test('the page stays where it is when the focus goes from the text into the bar', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server, [...LONG, ...ITEMS]);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  await clickAfter(page, 'a-trois', 'Encore.');
  await expectCaretIn(page, 'a-trois');
  await page.keyboard.press('Escape');
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(400);
  const account = page.getByRole('banner').getByRole('button', { name: /Compte de/ });
  await expect(account).toBeVisible();
  for (let tabs = 0; tabs < 60; tabs += 1) {
    await page.keyboard.press('Shift+Tab');
    if (await account.evaluate((button) => button === document.activeElement)) break;
  }
  await expect(account).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
});

test('on a phone without a connection the caret walks up and does not stay behind the notice', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug } = await ownFramework(scene, server, LONG);
  const page = await scene.asCoordinator();
  await page.setViewportSize({ width: 360, height: 640 });
  await openSection(page, slug);
  await clickAfter(page, 'm-long', 'Ligne 30.');
  await expectCaretIn(page, 'm-long');
  server.proxy.cut();
  await expectSaying(page, 'Hors connexion');
  await expect(notice(page)).toBeVisible();
  const hidden = () =>
    page.evaluate(() => {
      const caret = window.getSelection()?.getRangeAt(0).getBoundingClientRect();
      const box = document.querySelector('[data-standing]')?.getBoundingClientRect();
      return Math.max(0, (box?.bottom ?? 0) - (caret?.top ?? 0));
    });
  for (let lines = 0; lines < 12; lines += 1) {
    await page.keyboard.press('ArrowUp');
    await expect.poll(hidden).toBe(0);
  }
  // Scrolled behind it by hand, the caret comes out with the first letter.
  await page.evaluate(() => {
    const caret = window.getSelection()?.getRangeAt(0).getBoundingClientRect();
    window.scrollBy({ top: (caret?.top ?? 0) - 90, behavior: 'instant' });
  });
  expect(await hidden()).toBeGreaterThan(0);
  await page.keyboard.type('x');
  await expect.poll(hidden).toBe(0);
  // Beside a keyboard there is little room for it.
  const box = await notice(page).boundingBox();
  expect(box?.height).toBeLessThan(110);
  server.proxy.mend();
});
