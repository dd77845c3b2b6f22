// What one wrote and the server never got is on this device, and leaves it when one comes back: after a closed tab, a killed browser, a long sleep.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { paths } from '#core/paths.ts';
import { findBrowser } from '../../scripts/browser.mjs';
import { expect, test } from './fixtures.ts';
import { onDisk } from './on-disk.ts';
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
import { watchTruth } from './truth.ts';

declare global {
  interface Window {
    deviceHangs: boolean;
  }
}

interface OwnBrowser {
  page(): Promise<Page>;
  /** SIGKILL, as a battery that is empty. */
  kill(): Promise<void>;
}

/** A browser in a process of its own, on a profile that outlives it. */
async function startBrowser(profile: string): Promise<OwnBrowser> {
  const known = join(profile, 'DevToolsActivePort');
  rmSync(known, { force: true });
  const child: ChildProcess = spawn(
    findBrowser() ?? '',
    [
      ...['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run'],
      ...['--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    ],
    // A group of its own: its own helpers are killed with it.
    { stdio: 'ignore', detached: true },
  );
  await expect.poll(() => existsSync(known), { timeout: 30_000 }).toBe(true);
  const [port] = readFileSync(known, 'utf8').split('\n');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  return {
    async page() {
      const [context] = browser.contexts();
      return context ? context.newPage() : browser.newPage();
    },
    async kill() {
      const gone = new Promise((done) => child.once('exit', done));
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await gone;
      await browser.close().catch(() => {});
    },
  };
}

const CUT = /WebSocket connection|ERR_|Failed to load resource|Failed to fetch/;

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
  const context = page.context();
  await page.close();
  server.proxy.mend();
  const again = await context.newPage();
  await openSection(again, slug);
  await saved(again);
  await expect(words(again, 'a-un')).toContainText('Une phrase gardée de texte.');
  expect(JSON.stringify(await document()).split('gardée')).toHaveLength(2);
});

test('SY-32 B01 a browser that is killed with words that never left has them when it is started again', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug, document } = await ownFramework(scene, server);
  const signedIn = await (await scene.asNew('editor')).context().cookies();
  const cookies = [...signedIn, { name: 'lang', value: 'fr', url: server.url }];
  const profile = mkdtempSync(join(tmpdir(), 'triptyque-browser-'));
  try {
    const first = await startBrowser(profile);
    const page = await first.page();
    await page.context().addCookies(cookies);
    await page.goto(`${server.url}${paths.write(slug, 'missions')}`);
    await alive(page);
    await clickAfter(page, 'a-un', 'Une phrase');
    await expectCaretIn(page, 'a-un');
    server.proxy.cut();
    await expectSaying(page, 'Hors connexion');
    await page.keyboard.type(' gardée');
    await expect(page.locator('[data-device="kept"]')).toBeVisible();
    await first.kill();
    server.proxy.mend();
    const second = await startBrowser(profile);
    const again = await second.page();
    await again.context().addCookies(cookies);
    // Any page will do: what waits leaves from there.
    await again.goto(`${server.url}${paths.home}`);
    await expect(again.locator('[data-waiting-notice]')).toContainText('est arrivé');
    expect(JSON.stringify(await document()).split('gardée')).toHaveLength(2);
    await second.kill();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('SY-40 B03 a laptop that sleeps while others write says nothing untrue on waking, and neither side loses a word', async ({
  freshServer: server,
  sceneOn,
}) => {
  test.setTimeout(90_000);
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug, document } = await ownFramework(scene, server);
  const alix = await scene.asNew('editor', 'Alix');
  const basile = await scene.asNew('editor', 'Basile');
  await openSection(alix, slug);
  await openSection(basile, slug);
  const disk = onDisk(server, slug, 'missions');
  const truth = await watchTruth(alix, disk, /dort\d/g);
  await clickAfter(alix, 'a-un', 'Une phrase');
  await expectCaretIn(alix, 'a-un');
  await alix.keyboard.type(' dort1');
  await saved(alix);
  // The network goes first, as the lid closes; two words are still typed.
  await alix.context().setOffline(true);
  server.proxy.cut();
  await expectSaying(alix, 'Hors connexion');
  await alix.keyboard.type(' dort2');
  await expect(alix.locator('[data-device="kept"]')).toBeVisible();
  const cdp = await alix.context().newCDPSession(alix);
  await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
  await server.end('SIGKILL');
  server.proxy.mend();
  await server.start();
  await saved(basile);
  await clickAfter(basile, 'a-deux', 'Une autre');
  await expectCaretIn(basile, 'a-deux');
  await basile.keyboard.type(' veille');
  await saved(basile);
  expect(disk.text()).not.toContain('dort2');
  await cdp.send('Page.setWebLifecycleState', { state: 'active' });
  await alix.bringToFront();
  await expectSaying(alix, 'Hors connexion');
  await alix.context().setOffline(false);
  await saved(alix);
  await expect(words(alix, 'a-deux')).toContainText('Une autre veille phrase.');
  await expect(words(basile, 'a-un')).toContainText('Une phrase dort1 dort2 de texte.');
  const there = JSON.stringify(await document());
  for (const word of ['dort1', 'dort2', 'veille']) expect(there.split(word)).toHaveLength(2);
  truth.expectTrue();
  disk.close();
});

test('SY-42 variant: a device that does not answer is not said to keep anything, and once it answers it does', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug } = await ownFramework(scene, server);
  const page = await scene.asNew('editor');
  await page.addInitScript(() => {
    const { add } = IDBObjectStore.prototype;
    const { commit } = IDBTransaction.prototype;
    // A transaction that is given more to do for ever is never committed.
    window.deviceHangs = false;
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...given) {
      const asked = add.apply(this, given);
      const on = () => {
        if (window.deviceHangs) this.count().onsuccess = on;
      };
      on();
      return asked;
    };
    IDBTransaction.prototype.commit = function (this: IDBTransaction) {
      if (!window.deviceHangs) commit.call(this);
    };
  });
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  await expectCaretIn(page, 'a-un');
  server.proxy.cut();
  await expectSaying(page, 'Hors connexion');
  await page.evaluate(() => {
    window.deviceHangs = true;
  });
  await page.keyboard.type(' suspendue');
  await expect(notice(page)).not.toContainText('gardés sur cet appareil');
  await expect(notice(page)).toContainText('gardés dans cette page');
  await expect(notice(page)).toContainText('Ne la fermez pas');
  await expect(page.locator('[data-device="failed"]')).toBeVisible();
  await page.evaluate(() => {
    window.deviceHangs = false;
  });
  await expect(notice(page)).toContainText('gardés sur cet appareil');
});
