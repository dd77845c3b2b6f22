// A device whose clock is wrong, or jumps: nothing is lost or said to be elsewhere in time; the server's clock is what counts.
import type { Page } from '@playwright/test';
import { paths } from '#core/paths.ts';
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

const HOUR = 3_600_000;

declare global {
  interface Window {
    /** By how much this page's clock is wrong, in milliseconds. */
    wrongBy: number;
  }
}

/** Gives every page of a browser a clock that is wrong by so much; timers run as they do. */
async function setWrong(page: Page, by: number): Promise<void> {
  await page.context().addInitScript((from) => {
    window.wrongBy = from;
    const Right = Date;
    const Wrong: DateConstructor = new Proxy(Right, {
      construct: (target, given) =>
        Reflect.construct(target, given.length === 0 ? [Right.now() + window.wrongBy] : given),
      get: (target, name) =>
        name === 'now' ? () => Right.now() + window.wrongBy : Reflect.get(target, name),
    });
    window.Date = Wrong;
  }, by);
}

async function jumpTo(page: Page, by: number): Promise<void> {
  await page.evaluate((to) => {
    window.wrongBy = to;
  }, by);
}

test('B59 a clock two hours behind, then two ahead, then back by one: every word is saved, once, and revisions follow the server’s time', async ({
  scene,
  server,
}) => {
  test.setTimeout(90_000);
  const { slug, document } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  await setWrong(alix, -2 * HOUR);
  await openSection(alix, slug);
  await openSection(basile, slug);
  expect(await alix.evaluate(() => Date.now())).toBeLessThan(Date.now() - HOUR);
  const freeze = async (name: string) => {
    const answer = await alix.request.post(`/api/v1/frameworks/${slug}/revisions`, {
      data: { name },
      headers: { origin: server.url },
    });
    return (await answer.json()) as { number: number; createdAt: string };
  };
  await clickAfter(alix, 'a-un', 'Une phrase');
  await expectCaretIn(alix, 'a-un');
  await alix.keyboard.type(' derrière');
  await saved(alix);
  const made = [await freeze('Horloge en retard')];
  for (const [by, word] of [
    [2 * HOUR, 'devant'],
    [HOUR, 'entre'],
  ] as const) {
    await jumpTo(alix, by);
    await alix.keyboard.type(` ${word}`);
    await saved(alix);
    made.push(await freeze(word));
  }
  await expect(words(basile, 'a-un')).toContainText('Une phrase derrière devant entre de texte.');
  await alix.reload();
  await expect(words(alix, 'a-un')).toContainText('Une phrase derrière devant entre de texte.');
  expect(JSON.stringify(await document()).split('derrière devant entre')).toHaveLength(2);
  const times = made.map(({ createdAt }) => Date.parse(createdAt));
  expect(times).toEqual([...times].sort((a, b) => a - b));
  for (const time of times) expect(Math.abs(time - Date.now())).toBeLessThan(HOUR / 2);
  await alix.goto(paths.revisions(slug));
  await expect(alix.getByRole('main')).toContainText('Horloge en retard');
  const text = (await alix.getByRole('main').textContent()) ?? '';
  expect(text).not.toMatch(/-\s?\d|il y a|dans \d/);
});

test('B59 variant: words kept on a device whose clock was two hours ahead leave, in their order, when it has been put right', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(/WebSocket connection|ERR_|Failed to load resource/);
  const { slug, document } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  await setWrong(alix, 2 * HOUR);
  await openSection(alix, slug);
  await clickAfter(alix, 'a-un', 'Une phrase');
  await expectCaretIn(alix, 'a-un');
  server.proxy.cut();
  await expectSaying(alix, 'Hors connexion');
  await alix.keyboard.type(' un');
  await expect(alix.locator('[data-device="kept"]')).toBeVisible();
  await jumpTo(alix, -2 * HOUR);
  await alix.keyboard.type(' deux');
  await expect(alix.locator('[data-device="kept"]')).toBeVisible();
  const context = alix.context();
  await alix.close();
  server.proxy.mend();
  const again = await context.newPage();
  await openSection(again, slug);
  await saved(again);
  await expect(words(again, 'a-un')).toContainText('Une phrase un deux de texte.');
  expect(JSON.stringify(await document()).split('phrase un deux de')).toHaveLength(2);
});
