// A paste larger than anybody reads: it arrives whole and soon, or is refused in words; never a loop, never half of it.
import type { Page } from '@playwright/test';
import { expect, type Scene, test } from './fixtures.ts';
import {
  clickAfter,
  expectCaretIn,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

const PARAGRAPHS = 4000;
const LAST = 'FIN-DU-COLLAGE';

/** Paragraphs of 200 characters, the last one a mark. */
function longText(paragraphs: number): string {
  const line = 'Un paragraphe collé, ni plus court ni plus long que les autres. '
    .repeat(4)
    .slice(0, 200);
  return [...Array.from({ length: paragraphs - 1 }, () => line), LAST].join('\n\n');
}

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((all) => navigator.clipboard.writeText(all), text);
  await page.keyboard.press('Control+v');
}

function paragraphs(page: Page): Promise<number> {
  return words(page, 'a-un').locator('p').count();
}

/** Whether an item's words hold this; a whole paste in a report of failure would hide what failed. */
function holds(page: Page, text: string): Promise<boolean> {
  return words(page, 'a-un')
    .evaluate((rich, wanted) => rich.textContent?.includes(wanted), text)
    .then(Boolean);
}

/** Counts the live connections that a page opens from now on. */
function countSockets(page: Page): () => number {
  let count = 0;
  page.on('websocket', (socket) => {
    if (socket.url().includes('/sync/')) count += 1;
  });
  return () => count;
}

/** Milliseconds until what was typed is drawn. */
async function timeToType(page: Page, letters: string): Promise<number> {
  const before = Date.now();
  await page.keyboard.type(letters);
  await expect.poll(() => holds(page, letters), { intervals: [20] }).toBe(true);
  return Date.now() - before;
}

async function two(scene: Scene, slug: string) {
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  const sockets = countSockets(alix);
  await openSection(alix, slug);
  await openSection(basile, slug);
  await clickAfter(alix, 'a-un', 'Une phrase de texte.');
  await expectCaretIn(alix, 'a-un');
  return { alix, basile, sockets };
}

test('B11 four thousand paragraphs pasted at once reach the other, typing stays quick, and one undo takes them away', async ({
  freshServer: server,
  sceneOn,
}) => {
  test.setTimeout(180_000);
  const scene = sceneOn(server);
  // The sockets that the killed server leaves behind.
  scene.expectConsole(/WebSocket connection|ERR_|Failed to load resource/);
  const { slug } = await ownFramework(scene, server);
  const { alix, basile, sockets } = await two(scene, slug);
  const before = await paragraphs(alix);

  await paste(alix, longText(PARAGRAPHS));
  await expect.poll(() => holds(basile, LAST), { timeout: 30_000 }).toBe(true);
  await saved(alix);
  const all = await paragraphs(alix);
  expect(all).toBeGreaterThanOrEqual(before + PARAGRAPHS - 1);
  expect(await paragraphs(basile)).toBe(all);

  await alix.keyboard.press('Control+z');
  await expect.poll(() => holds(alix, LAST)).toBe(false);
  await expect.poll(() => holds(basile, LAST)).toBe(false);
  expect(await paragraphs(alix)).toBe(before);
  expect(await holds(alix, 'Une phrase de texte.')).toBe(true);
  await alix.keyboard.press('Control+Shift+z');
  await expect.poll(() => holds(basile, LAST)).toBe(true);
  expect(await timeToType(alix, 'q§')).toBeLessThan(1_000);
  await saved(alix);
  // The first connection, and at most one more.
  expect(sockets()).toBeLessThanOrEqual(2);

  await server.crash();
  await basile.reload();
  await expect.poll(() => holds(basile, LAST)).toBe(true);
  expect(await paragraphs(basile)).toBe(all);
});

test('B11 twenty million characters are refused in words that name the limit; the text is unchanged, the connection stands', async ({
  scene,
  server,
}) => {
  test.setTimeout(120_000);
  const { slug, document } = await ownFramework(scene, server);
  const { alix, basile, sockets } = await two(scene, slug);
  const before = JSON.stringify(await document());
  await paste(alix, longText(100_000));
  await expect(alix.getByText(/Trop long.*2\s000\s000/)).toBeVisible();
  expect(JSON.stringify(await document())).toBe(before);
  expect(await timeToType(alix, 'ensuite')).toBeLessThan(5_000);
  await saved(alix);
  await expect.poll(() => holds(basile, 'ensuite')).toBe(true);
  expect(sockets()).toBe(1);
});

test('B11 words typed just before and just after a large paste are steps of their own: undo takes the paste, not them', async ({
  scene,
  server,
}) => {
  test.setTimeout(120_000);
  const { slug } = await ownFramework(scene, server);
  const { alix, basile } = await two(scene, slug);
  await alix.keyboard.type(' avant');
  await paste(alix, longText(500));
  await alix.keyboard.type('après');
  await expect.poll(() => holds(basile, 'après')).toBe(true);
  await alix.keyboard.press('Control+z');
  await expect.poll(() => holds(alix, 'après')).toBe(false);
  expect(await holds(alix, LAST)).toBe(true);
  await alix.keyboard.press('Control+z');
  await expect.poll(() => holds(alix, LAST)).toBe(false);
  expect(await holds(alix, ' avant')).toBe(true);
  await expect.poll(() => holds(basile, LAST)).toBe(false);
  expect(await holds(basile, ' avant')).toBe(true);
});
