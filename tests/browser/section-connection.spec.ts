// What the page says of its connection, and what it does: never a blank page, never a guess, never words thrown away.
import { paths } from '#core/paths.ts';
import { expect, test } from './fixtures.ts';
import { expectFine } from './look.ts';
import {
  clickAfter,
  expectCaretIn,
  expectSaying,
  item,
  notice,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

const CUT = /WebSocket connection|ERR_|Failed to load resource/;

test('where the socket does not come up, the text is readable, cannot be written, and the page says so', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  let open = false;
  await page.routeWebSocket(/\/sync\//, (socket) => {
    if (open) socket.connectToServer();
    else void socket.close({ code: 1011 });
  });
  await page.goto(paths.write(slug, 'missions'));
  await expect(words(page, 'a-un')).toContainText('Une phrase de texte.');
  await expect(notice(page)).toContainText('La connexion au texte partagé n’est pas établie');
  await expect(page.locator('[contenteditable="true"]')).toHaveCount(0);
  await clickAfter(page, 'a-un', 'Une phrase');
  await page.keyboard.type(' perdu');
  await expect(page.locator('[contenteditable="true"]')).toHaveCount(0);
  await expect(page.getByText('ces mots n’ont pas pu être placés')).toContainText('perdu');

  open = true;
  await saved(page);
  await expect(notice(page)).toHaveCount(0);
  await expect(words(page, 'a-un')).toContainText('Une phrase de texte.');
  await clickAfter(page, 'a-un', 'Une phrase');
  await page.keyboard.type(' retrouvée');
  await expect(words(page, 'a-un')).toContainText('Une phrase retrouvée de texte.');
  await saved(page);
});

test('without script the section can be read', async ({ browser, scene, server }) => {
  const { slug } = await ownFramework(scene, server);
  const signedIn = await scene.asCoordinator();
  const context = await browser.newContext({
    baseURL: server.url,
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(paths.write(slug, 'missions'));
  await expect(item(page, 'a-deux')).toContainText('Une autre phrase.');
  await expect(page.getByRole('heading', { name: 'Première mission' })).toBeVisible();
  await context.close();
});

test('« Enregistré » waits for the server’s word, and leaving with words on the way is held back', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server);
  const page = await scene.asCoordinator();
  let hold = false;
  const SAVED = 100;
  const held: (() => void)[] = [];
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const far = socket.connectToServer();
    far.onMessage((message) => {
      if (hold && typeof message !== 'string' && message[0] === SAVED)
        held.push(() => socket.send(message));
      else socket.send(message);
    });
  });
  await openSection(page, slug);
  await saved(page);
  hold = true;
  await clickAfter(page, 'a-un', 'Une phrase');
  await page.keyboard.type(' en route');
  await expectSaying(page, 'Enregistrement…');
  await expect(page.getByRole('banner').getByText('Enregistré', { exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'Référentiels', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Des mots ne sont pas encore enregistrés' });
  await question.getByRole('button', { name: 'Rester' }).click();
  await expect(page).toHaveURL(/\/write\/missions/);
  hold = false;
  for (const send of held.splice(0)) send();
  await saved(page);
  await page.getByRole('link', { name: 'Référentiels', exact: true }).click();
  await expect(page).toHaveURL(`${server.url}/`);
});

test('a short cut is said and mended, and what others wrote meanwhile is there', async ({
  freshServer,
  sceneOn,
}) => {
  const scene = sceneOn(freshServer);
  scene.expectConsole(CUT);
  const { slug } = await ownFramework(scene, freshServer);
  const page = await scene.asCoordinator();
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  freshServer.proxy.cut();
  await expectSaying(page, 'Hors connexion');
  await page.keyboard.type(' hors ligne');
  await expect(words(page, 'a-un')).toContainText('Une phrase hors ligne de texte.');
  freshServer.proxy.mend();
  await saved(page);
  await page.reload();
  await expect(words(page, 'a-un')).toContainText('Une phrase hors ligne de texte.');
});

test('a reader sees everything live, with the others’ names, and can write nothing', async ({
  scene,
  server,
}) => {
  const { slug, document } = await ownFramework(scene, server);
  const reader = await scene.asNew('reader', 'Lise');
  const writer = await scene.asCoordinator();
  await openSection(reader, slug);
  await openSection(writer, slug);
  await expect(reader.getByText('Vous lisez cette section.')).toBeVisible();
  await expect(reader.getByRole('button', { name: /Ajouter|corbeille :|Actions sur/ })).toHaveCount(
    0,
  );
  await clickAfter(writer, 'a-un', 'Une phrase');
  await expectCaretIn(writer, 'a-un');
  await writer.keyboard.type(' relue');
  await expect(words(reader, 'a-un')).toContainText('Une phrase relue de texte.');
  await expect(item(reader, 'a-un')).toContainText('écrit ici');

  await clickAfter(reader, 'a-un', 'Une phrase');
  await reader.keyboard.type('PIRATE');
  await item(reader, 'a-un').focus();
  for (const key of ['Enter', 'Delete', 'Alt+Shift+ArrowDown', 'Control+Enter', 'Control+z'])
    await reader.keyboard.press(key);
  await expect(reader.locator('[contenteditable="true"]')).toHaveCount(0);
  await expect(item(reader, 'a-un')).toContainText('M1.1');
  expect(JSON.stringify(await document())).not.toContain('PIRATE');
});

const CLOSES = [
  [4401, /Votre session est terminée/, 'Se reconnecter'],
  [4403, /vous n’avez plus le droit/, 'Recharger la page'],
  [4404, /n’existe plus à cette adresse/, ''],
  [4409, /d’une autre version de l’application/, 'Recharger la page'],
  [4413, /trop grand pour être reçu.*la limite est de 8.Mo/, 'Recharger la page'],
  [1009, /trop grand pour être reçu.*la limite est de 8.Mo/, 'Recharger la page'],
] as const;

for (const [code, why, way] of CLOSES) {
  test(`closed with ${code}: the page says why, stops, and offers the words that were not kept`, async ({
    scene,
    server,
  }) => {
    const { slug } = await ownFramework(scene, server);
    const page = await scene.asCoordinator();
    let close = () => {};
    let connections = 0;
    let deaf = false;
    await page.routeWebSocket(/\/sync\//, (socket) => {
      connections += 1;
      const far = socket.connectToServer();
      socket.onMessage((message) => {
        if (!deaf) far.send(message);
      });
      close = () => void socket.close({ code });
    });
    await openSection(page, slug);
    await clickAfter(page, 'a-un', 'Une phrase');
    await expectCaretIn(page, 'a-un');
    deaf = true;
    await page.keyboard.type(' jamais reçue');
    await expectSaying(page, 'Enregistrement…');
    // Else the page finds that one is still signed in, and says that instead.
    if (code === 4401) await page.context().clearCookies();
    close();
    await expect(page.getByRole('alert')).toHaveText(why);
    await expect(page.getByRole('alert')).toContainText('reste sur cet appareil');
    await expectSaying(page, 'Non enregistré');
    await expect(page.locator('[contenteditable="true"]')).toHaveCount(0);
    await expect(words(page, 'a-un')).toContainText('Une phrase jamais reçue de texte.');
    const offered = page.getByLabel('Un élément porte des mots qui ne sont pas enregistrés');
    await expect(offered).toHaveValue('M1.1 Première activité\nUne phrase jamais reçue de texte.');
    await expect(page.getByRole('button', { name: 'Copier ces mots' })).toBeVisible();
    if (way !== '')
      await expect(
        page.getByRole('main').getByRole(code === 4401 ? 'link' : 'button', { name: way }),
      ).toBeVisible();
    await expectFine(page, `a page closed with ${code}`);
    await expect.poll(() => connections).toBe(1);
  });
}
