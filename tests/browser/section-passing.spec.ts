// What ends a connection for a while: the page says the cause, lets one write on, never says « Enregistré » meanwhile, and brings all of it by itself.
import { TOO_MANY_PAGES, TOO_MANY_PEOPLE } from '#core/document/wire.ts';
import { expect, test } from './fixtures.ts';
import { expectFine } from './look.ts';
import {
  clickAfter,
  expectCaretIn,
  expectSaying,
  notice,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

/** Code and reason of the close, what is said of it, and how long one waits for the return at most. */
const PASSING = [
  [1012, 'restarting', 'Le serveur redémarre.', 15_000],
  [4500, 'unavailable', 'ne parvient pas à lire ce texte pour l’instant', 15_000],
  [4500, 'unreadable', 'a enregistré de ce texte est abîmé', 15_000],
  [4408, 'too much is left unread', 'trop lente', 40_000],
  [4429, TOO_MANY_PAGES, 'trop de pages ouvertes', 40_000],
  [4429, TOO_MANY_PEOPLE, 'Trop de personnes ont ce texte ouvert', 40_000],
  [4429, 'too many updates', 'Trop de changements', 40_000],
] as const;

/** One of each way back: the others of a code differ only in what is said. */
const PLAYED = PASSING.filter(
  ([code], at) => code !== 4429 || PASSING.findIndex(([same]) => same === code) === at,
);

for (const [code, reason, why, patience] of PLAYED) {
  test(`SY-41 closed with ${code} (${reason}): the page says the cause, goes on, and comes back with every word`, async ({
    scene,
    server,
  }) => {
    test.setTimeout(90_000);
    const { slug, document } = await ownFramework(scene, server);
    const page = await scene.asCoordinator();
    let end = () => {};
    let deaf = false;
    let down = false;
    await page.routeWebSocket(/\/sync\//, (socket) => {
      if (down) {
        void socket.close({ code, reason });
        return;
      }
      const far = socket.connectToServer();
      let gone = false;
      socket.onMessage((message) => {
        if (!deaf && !gone) far.send(message);
      });
      end = () => {
        gone = true;
        down = true;
        void far.close();
        void socket.close({ code, reason });
      };
    });
    await openSection(page, slug);
    await clickAfter(page, 'a-un', 'Une phrase');
    await expectCaretIn(page, 'a-un');
    deaf = true;
    await page.keyboard.type(' avant');
    end();
    await expectSaying(page, 'Hors connexion');
    await page.keyboard.type(' pendant');
    await expect(notice(page)).toContainText(why);
    await expect(notice(page)).toContainText('vos mots sont gardés sur cet appareil');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.getByRole('banner').getByText('Enregistré', { exact: true })).toHaveCount(0);
    await expect(words(page, 'a-un')).toContainText('Une phrase avant pendant de texte.');
    deaf = false;
    down = false;
    await expect(page.getByRole('banner').getByText('Enregistré', { exact: true })).toBeVisible({
      timeout: patience,
    });
    await expect(notice(page)).toHaveCount(0);
    expect(JSON.stringify(await document()).split('avant pendant')).toHaveLength(2);
    await saved(page);
  });
}

test('every cause is said so that it can be read anywhere and by anybody', async ({
  scene,
  server,
}) => {
  test.setTimeout(120_000);
  const { slug } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  let close: { readonly code: number; readonly reason: string } | null = null;
  let end = () => {};
  await page.routeWebSocket(/\/sync\//, (socket) => {
    if (close) {
      void socket.close(close);
      return;
    }
    const far = socket.connectToServer();
    let gone = false;
    socket.onMessage((message) => {
      if (!gone) far.send(message);
    });
    end = () => {
      gone = true;
      void far.close();
      if (close) void socket.close(close);
    };
  });
  for (const [code, reason, why] of PASSING) {
    close = null;
    await openSection(page, slug);
    close = { code, reason };
    end();
    await expect(notice(page)).toContainText(why);
    await expectFine(page, `a page closed with ${code}: ${reason}`);
  }
});
