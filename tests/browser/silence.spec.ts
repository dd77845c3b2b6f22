// A connection on which nothing is said: it lives as long as both ends do, and where one end is gone both sides know it soon.
import type { Page } from '@playwright/test';
import { paths } from '#core/paths.ts';
import { startServer } from '../server-process.ts';
import { openProxy } from '../tcp-proxy.ts';
import { expect, test } from './fixtures.ts';
import {
  alive,
  clickAfter,
  expectCaretIn,
  expectSaying,
  notice,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

const CUT = /WebSocket connection|ERR_|Failed to load resource|Failed to fetch/;

function people(page: Page) {
  return page.getByRole('complementary', { name: 'Personnes présentes' });
}

test('B12 a proxy that cuts what is idle cuts nobody who only reads, and what is typed then arrives', async ({
  sceneOn,
}) => {
  // Seven times faster than the real times: a word every 3 s at least, and a proxy that waits 8 s.
  const server = await startServer({ env: { LIMIT_HEARTBEAT_MS: '1500' } });
  try {
    const scene = sceneOn(server);
    scene.expectConsole(CUT);
    const { slug } = await ownFramework(scene, server);
    const alix = await scene.asNew('editor', 'Alix');
    const basile = await scene.asNew('editor', 'Basile');
    let connections = 0;
    let heard = 0;
    alix.on('websocket', (socket) => {
      connections += 1;
      socket.on('framereceived', () => {
        heard += 1;
      });
    });
    await openSection(alix, slug);
    await openSection(basile, slug);
    server.proxy.cutIdle(8_000);
    const before = heard;
    // So many words of the server, and nothing else, take longer than the proxy's patience.
    await expect.poll(() => heard - before, { timeout: 40_000 }).toBeGreaterThan(6);
    expect(connections).toBe(1);
    await expectSaying(alix, 'Enregistré');
    await clickAfter(alix, 'a-un', 'Une phrase');
    await expectCaretIn(alix, 'a-un');
    await alix.keyboard.type(' après le silence');
    await expect(words(basile, 'a-un')).toContainText('Une phrase après le silence de texte.');
    expect(connections).toBe(1);
  } finally {
    await server.close();
  }
});

test('B12 whose network is gone without a word is soon told so, is soon not shown to the others, and loses nothing', async ({
  sceneOn,
}) => {
  test.setTimeout(90_000);
  const server = await startServer({ env: { LIMIT_HEARTBEAT_MS: '500' } });
  const cable = await openProxy();
  cable.leadTo(server.proxy.port);
  try {
    const scene = sceneOn(server);
    scene.expectConsole(CUT);
    const { slug, document } = await ownFramework(scene, server);
    const alix = await scene.asNew('editor', 'Alix');
    const basile = await scene.asNew('editor', 'Basile');
    await openSection(alix, slug);
    // Their half minute passes at once.
    await basile.clock.install();
    await basile.goto(`${cable.url}${paths.write(slug, 'missions')}`);
    await alive(basile);
    await expect(people(alix)).toContainText('Basile');
    await expect(people(basile)).toContainText('Alix');
    cable.swallow();
    await expect(people(alix)).not.toContainText('Basile', { timeout: 20_000 });
    // Nothing was typed: the page itself has to find out.
    await basile.clock.fastForward(45_000);
    await expectSaying(basile, 'Hors connexion');
    await expect(people(basile)).toContainText('ne peut pas savoir qui est là');
    await expect(people(basile)).not.toContainText('Personne d’autre');
    await clickAfter(basile, 'a-deux', 'Une autre');
    await expectCaretIn(basile, 'a-deux');
    await basile.keyboard.type(' gardée');
    await expect(basile.locator('[data-device="kept"]')).toBeVisible();
    await basile.clock.runFor(3_000);
    await expect(notice(basile)).toContainText('Hors connexion');
    cable.mend();
    await basile.clock.runFor(30_000);
    await saved(basile);
    await expect(words(alix, 'a-deux')).toContainText('Une autre gardée phrase.');
    await expect(people(alix)).toContainText('Basile');
    expect(JSON.stringify(await document()).split('gardée')).toHaveLength(2);
  } finally {
    await cable.close();
    await server.close();
  }
});

test('B12 variant: who types into a dead network is told before the half minute, and who comes back five times, or in two tabs, is one person', async ({
  freshServer: server,
  sceneOn,
}) => {
  test.setTimeout(120_000);
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug, document } = await ownFramework(scene, server);
  const cable = await openProxy();
  cable.leadTo(server.proxy.port);
  try {
    const alix = await scene.asNew('editor', 'Alix');
    const basile = await scene.asNew('editor', 'Basile');
    await openSection(alix, slug);
    await basile.goto(`${cable.url}${paths.write(slug, 'missions')}`);
    await alive(basile);
    const there = people(alix).getByRole('listitem').filter({ hasText: 'Basile' });
    for (let time = 0; time < 5; time++) {
      cable.cut();
      await expectSaying(basile, 'Hors connexion');
      cable.mend();
      await saved(basile);
      await expect(there).toHaveCount(1);
    }
    const second = await basile.context().newPage();
    await second.goto(`${cable.url}${paths.write(slug, 'missions')}`);
    await alive(second);
    await expect(there).toHaveCount(1);
    await expect(people(alix)).toContainText('2 personnes ici');
    await second.close();
    await clickAfter(basile, 'a-deux', 'Une autre');
    await expectCaretIn(basile, 'a-deux');
    cable.swallow();
    await basile.keyboard.type(' muette');
    await expectSaying(basile, 'Pas encore enregistré');
    await expect(basile.getByRole('banner').getByText('Hors connexion')).toBeVisible({
      timeout: 25_000,
    });
    cable.mend();
    await saved(basile);
    expect(JSON.stringify(await document()).split('muette')).toHaveLength(2);
  } finally {
    await cable.close();
  }
});
