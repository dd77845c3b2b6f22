// B22: whoever loses the right while writing is put out at once; the page says why and offers the words that were not kept; the others get none of them.
import type { Page } from '@playwright/test';
import { paths } from '#core/paths.ts';
import { runCli, type ServerProcess } from '../server-process.ts';
import { expect, type Scene, test } from './fixtures.ts';
import { expectFine } from './look.ts';
import {
  clickAfter,
  expectCaretIn,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

interface Loss {
  readonly how: string;
  readonly why: RegExp;
  readonly way: 'Se reconnecter' | 'Recharger la page';
  readonly act: (of: {
    scene: Scene;
    server: ServerProcess;
    page: Page;
    name: string;
  }) => Promise<void>;
}

const LOSSES: readonly Loss[] = [
  {
    how: 'made a reader by the coordinator',
    why: /vous n’avez plus le droit d’écrire/,
    way: 'Recharger la page',
    act: async ({ scene, name }) => {
      const coordinator = await scene.asCoordinator();
      await coordinator.goto(paths.people);
      await coordinator.getByRole('combobox', { name: new RegExp(name) }).selectOption('reader');
      await expect(coordinator.getByRole('status').filter({ hasText: name })).toBeVisible();
    },
  },
  {
    how: 'disabled at the terminal',
    why: /Votre session est terminée/,
    way: 'Se reconnecter',
    act: async ({ server, name }) => {
      const accounts = await runCli(server, ['account', 'list']);
      const line = accounts.split('\n').find((each) => each.includes(name));
      await runCli(server, ['account', 'disable', line?.split('\t')[0] ?? '']);
    },
  },
  {
    how: 'signed out in another tab',
    why: /Votre session est terminée/,
    way: 'Se reconnecter',
    act: async ({ page }) => {
      // What the button does, from a tab of the same browser that has no word of its own.
      const answer = await page.context().request.post(paths.signOut, {
        headers: { origin: new URL(page.url()).origin },
      });
      expect(answer.ok()).toBe(true);
    },
  },
];

for (const [at, { how, why, way, act }] of LOSSES.entries()) {
  test(`B22 SY-11 who is ${how} while writing is told at once, and keeps the words for copying`, async ({
    scene,
    server,
  }) => {
    scene.expectConsole(/WebSocket connection|Failed to load resource|Failed to fetch manifest/);
    const { slug, document } = await ownFramework(scene, server);
    const name = `Basile Essai ${at}`;
    const alix = await scene.asNew('editor', 'Alix');
    const page = await scene.asNew('editor', name);
    let deaf = false;
    await page.routeWebSocket(/\/sync\//, (socket) => {
      const far = socket.connectToServer();
      socket.onMessage((message) => {
        if (!deaf) far.send(message);
      });
    });
    await openSection(alix, slug);
    await openSection(page, slug);
    await clickAfter(page, 'a-un', 'Une phrase');
    await expectCaretIn(page, 'a-un');
    await page.keyboard.type(' partagée');
    await saved(page);
    // On their way when the right goes.
    deaf = true;
    await page.keyboard.type(' en chemin');
    await act({ scene, server, page, name });
    await expect(page.getByRole('alert')).toHaveText(why);
    deaf = false;
    await page.keyboard.type('PIRATE');
    await expect(page.locator('[contenteditable="true"]')).toHaveCount(0);
    await expect(
      page.getByLabel('Un élément porte des mots qui ne sont pas enregistrés'),
    ).toHaveValue(/Une phrase partagée en chemin de texte\./);
    await expect(page.getByRole('button', { name: 'Copier ces mots' })).toBeVisible();
    await expect(
      page.getByRole('main').getByRole(way === 'Se reconnecter' ? 'link' : 'button', { name: way }),
    ).toBeVisible();
    if (at === 0) await expectFine(page, 'a page whose person lost the right');

    // What another writes now does not come here.
    await clickAfter(alix, 'a-deux', 'Une autre phrase');
    await expectCaretIn(alix, 'a-deux');
    await alix.keyboard.type(' d’après');
    await saved(alix);
    await expect(words(alix, 'a-un')).toContainText('Une phrase partagée de texte.');
    await expect(words(page, 'a-deux')).not.toContainText('d’après');
    const text = JSON.stringify(await document());
    expect(text).toContain('d’après');
    expect(text).not.toMatch(/PIRATE|en chemin/);
  });
}
