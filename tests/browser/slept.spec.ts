// B03: who slept, or was away, overwrites nothing of what the others wrote meanwhile, and loses nothing of their own, even when leaving at once.
import { paths } from '#core/paths.ts';
import { runCli } from '../server-process.ts';
import { openProxy } from '../tcp-proxy.ts';
import { expect, test } from './fixtures.ts';
import {
  clickAfter,
  expectCaretIn,
  expectSaying,
  item,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';
import { ask } from './texts.ts';

const CUT = /WebSocket connection|ERR_|Failed to load resource|Failed to fetch manifest patches/;

/** What happens while one is away, and how one was cut off. */
const AWAY = [
  ['the cable was pulled', false],
  // The machine sleeps: nobody hears that it is gone, the server dies and comes back, the item moves under the sleeper.
  ['the machine slept without a word, while the server was killed and the item moved', true],
] as const;

for (const [how, asleep] of AWAY) {
  test(`B03 who comes back overwrites nothing and loses nothing, leaving at once: ${how}`, async ({
    freshServer: server,
    sceneOn,
  }) => {
    test.setTimeout(180_000);
    const near = await openProxy();
    near.leadTo(server.proxy.port);
    const scene = sceneOn(server);
    const far = sceneOn({ ...server, url: near.url });
    for (const each of [scene, far]) each.expectConsole(CUT);
    const { slug, document } = await ownFramework(scene, server);
    const basile = await scene.asNew('editor', 'Basile');
    const alix = await far.asNew('editor', 'Alix');
    await openSection(alix, slug);
    await openSection(basile, slug);

    await clickAfter(alix, 'a-un', 'Une phrase');
    await expectCaretIn(alix, 'a-un');
    if (asleep) near.swallow();
    else {
      near.cut();
      await expectSaying(alix, 'Hors connexion');
    }
    await alix.keyboard.type(' d’Alix');
    await expect(alix.locator('[data-device="kept"]')).toHaveCount(1);

    if (asleep) {
      await server.crash();
      await expectSaying(basile, 'Enregistré');
      await item(basile, 'a-un').focus();
      await basile.keyboard.press('Alt+Shift+ArrowDown');
    }
    await clickAfter(basile, 'a-deux', 'Une autre phrase');
    await expectCaretIn(basile, 'a-deux');
    await basile.keyboard.type(' de Basile');
    await basile.keyboard.press('Control+Enter');
    await basile.keyboard.type('Charlie');
    await saved(basile);

    near.mend();
    // Away at once: whichever page comes next sends what waits.
    await alix.goto(paths.home);
    await expect(words(basile, 'a-un')).toContainText('Une phrase d’Alix de texte.');
    await openSection(alix, slug);
    for (const page of [alix, basile]) {
      await expect(words(page, 'a-un')).toContainText('Une phrase d’Alix de texte.');
      await expect(words(page, 'a-deux')).toContainText('Une autre phrase de Basile.');
      await expect(page.locator('[data-item]').filter({ hasText: 'Charlie' })).toHaveCount(1);
      await expect(item(page, 'a-un')).toHaveCount(1);
    }

    // What is published right after holds all of it, each once; and so does the text after a restart.
    const token = (
      await runCli(server, ['token', 'create', '--name', 'essai', '--role', 'coordinator'])
    ).trim();
    await ask(server, token, 'POST', `/frameworks/${slug}/versions`, {
      label: '0.1',
      status: 'consultation',
      note: 'Note.',
    });
    const published = JSON.stringify(
      await ask(server, token, 'GET', `/frameworks/${slug}/documents/0.1`),
    );
    await server.crash();
    const stored = JSON.stringify(await document());
    for (const text of [published, stored]) {
      for (const word of ['d’Alix', 'de Basile', 'Charlie']) {
        expect([word, text.split(word).length - 1]).toEqual([word, 1]);
      }
    }
    await near.close();
  });
}
