// What the server will not take any more, for each reason it can have: the words are kept on the device, shown there with the reason, and can be copied.
import type { Page } from '@playwright/test';
import { paths } from '#core/paths.ts';
import { type ServerProcess, startServer } from '../server-process.ts';
import { expect, type Scene, test } from './fixtures.ts';
import { expectFine } from './look.ts';
import {
  clickAfter,
  expectCaretIn,
  expectSaying,
  item,
  openSection,
  ownFramework,
  saved,
} from './section-page.ts';

const CUT = /WebSocket connection|ERR_|Failed to load resource|Failed to fetch/;

async function call(
  scene: Scene,
  server: ServerProcess,
  method: string,
  path: string,
  body?: unknown,
): Promise<void> {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await scene.token('coordinator')}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}

/** Opens the section with a connection that can be made to send nothing; those after it send. */
async function openDeafened(page: Page, slug: string): Promise<() => void> {
  let deaf = false;
  let connections = 0;
  await page.routeWebSocket(/\/sync\//, (socket) => {
    connections += 1;
    const first = connections === 1;
    const far = socket.connectToServer();
    socket.onMessage((message) => {
      if (!(first && deaf)) far.send(message);
    });
  });
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  await expectCaretIn(page, 'a-un');
  return () => {
    deaf = true;
  };
}

/** Pastes a text of so many characters into the item in use. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

async function expectShown(page: Page, why: string, text: string | RegExp): Promise<void> {
  await page.goto(paths.device);
  const room = page.locator('[data-waiting-room]');
  await expect(room).toHaveAttribute('data-why', why);
  await expect(room).toContainText(text);
  await expect(room.getByRole('button', { name: 'Copier ces mots' })).toBeVisible();
  await expect(room.getByRole('button', { name: 'Télécharger' })).toBeVisible();
  await expectFine(page, `what waits on the device: ${why}`);
}

test('SY-34 a framework that is archived while one writes: the page says that, keeps the words, and they leave once it is written again', async ({
  scene,
  server,
}) => {
  const { slug, document } = await ownFramework(scene, server);
  const page = await scene.asNew('editor');
  page.on('dialog', (dialog) => void dialog.accept());
  const deafen = await openDeafened(page, slug);
  deafen();
  await page.keyboard.type(' tardive');
  await expect(page.locator('[data-device="kept"]')).toBeVisible();
  await call(scene, server, 'PATCH', `/frameworks/${slug}`, { archived: true });
  const said = page.getByRole('main').getByRole('alert');
  await expect(said).toContainText('vient d’être archivé');
  await expect(said).toContainText('reste sur cet appareil');
  await expectSaying(page, 'Non enregistré');
  await expect(page.getByLabel(/porte des mots qui ne sont pas enregistrés/)).toHaveValue(
    'M1.1 Première activité\nUne phrase tardive de texte.',
  );
  await expectShown(page, 'archived', 'Une phrase tardive de texte.');
  await call(scene, server, 'PATCH', `/frameworks/${slug}`, { archived: false });
  await page.getByRole('button', { name: 'Essayer d’envoyer' }).click();
  await expect(page.getByText('Ce qui attendait sur cet appareil est arrivé')).toBeVisible();
  expect(JSON.stringify(await document()).split('tardive')).toHaveLength(2);
});

test('SY-34 a framework that is deleted while one writes: the page says that it is gone, and the words can be taken away', async ({
  scene,
  server,
}) => {
  scene.expectConsole(/404/);
  const { slug } = await ownFramework(scene, server);
  const page = await scene.asNew('editor');
  page.on('dialog', (dialog) => void dialog.accept());
  const deafen = await openDeafened(page, slug);
  deafen();
  await page.keyboard.type(' orpheline');
  await expect(page.locator('[data-device="kept"]')).toBeVisible();
  await call(scene, server, 'DELETE', `/frameworks/${slug}`);
  const said = page.getByRole('main').getByRole('alert');
  await expect(said).toContainText('n’existe plus à cette adresse');
  await expect(said).toContainText('reste sur cet appareil');
  await expectSaying(page, 'Non enregistré');
  await expectShown(page, 'no-room', 'Une phrase orpheline de texte.');
});

test('SY-34 SY-17 a room that is full: what no longer fits is said not to be saved, and stays on the device', async ({
  sceneOn,
}) => {
  const server = await startServer({ env: { LIMIT_ROOM_BYTES: '20000' } });
  try {
    const scene = sceneOn(server);
    scene.expectConsole(CUT);
    const { slug, document } = await ownFramework(scene, server);
    const page = await scene.asNew('editor');
    page.on('dialog', (dialog) => void dialog.accept());
    await openSection(page, slug);
    await clickAfter(page, 'a-un', 'Une phrase');
    await expectCaretIn(page, 'a-un');
    await paste(page, ` débordement ${'mots '.repeat(6_000)}`);
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'Cette section est pleine',
    );
    await expectSaying(page, 'Non enregistré');
    await expect(page.locator('[data-device="kept"]')).toBeVisible();
    await expect(item(page, 'a-un')).toContainText('débordement');
    await expectShown(page, 'room-full', 'débordement');
    expect(JSON.stringify(await document())).not.toContain('débordement');
    await page.close();
  } finally {
    await server.close();
  }
});

test('SY-34 SY-14 what is too large for the server: the limit is named on the page and where it waits', async ({
  sceneOn,
}) => {
  const server = await startServer({ env: { LIMIT_MESSAGE_BYTES: '65536' } });
  try {
    const scene = sceneOn(server);
    scene.expectConsole(CUT);
    const { slug, document } = await ownFramework(scene, server);
    const page = await scene.asNew('editor');
    page.on('dialog', (dialog) => void dialog.accept());
    await openSection(page, slug);
    await clickAfter(page, 'a-un', 'Une phrase');
    await expectCaretIn(page, 'a-un');
    await page.keyboard.type(' petite');
    await saved(page);
    // More than is taken (4413), and more than is even read (1009).
    await paste(page, ` énorme ${'mots '.repeat(60_000)}`);
    const said = page.getByRole('main').getByRole('alert');
    await expect(said).toContainText(/la limite est de 0,06\d Mo/);
    await expectSaying(page, 'Non enregistré');
    await expect(page.locator('[data-device="kept"]')).toBeVisible();
    await expectShown(page, 'too-large', /le serveur prend 0,06\d Mo au plus/);
    const there = JSON.stringify(await document());
    expect(there).toContain('Une phrase petite');
    expect(there).not.toContain('énorme');
    await page.close();
  } finally {
    await server.close();
  }
});

test('SY-34 variant: words of another grammar, which an older page left, are shown and never sent', async ({
  freshServer: server,
  sceneOn,
}) => {
  const scene = sceneOn(server);
  scene.expectConsole(CUT);
  const { slug, document } = await ownFramework(scene, server);
  const page = await scene.asNew('editor');
  const deafen = await openDeafened(page, slug);
  deafen();
  await page.keyboard.type(' ancienne');
  await expect(page.locator('[data-device="kept"]')).toBeVisible();
  const context = page.context();
  await page.close();
  const again = await context.newPage();
  // What the page of an older version would have written.
  await again.route(paths.device, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>vide</title>' }),
  );
  await again.goto(paths.device);
  await again.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('triptyque-device');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('updates', 'readwrite');
          const asked = transaction.objectStore('updates').openCursor();
          asked.onsuccess = () => {
            if (!asked.result) return;
            asked.result.update({ ...asked.result.value, grammar: 0 });
            asked.result.continue();
          };
          transaction.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
  );
  await again.unroute(paths.device);
  await expectShown(again, 'grammar', 'Une phrase ancienne de texte.');
  await openSection(again, slug);
  await saved(again);
  expect(JSON.stringify(await document())).not.toContain('ancienne');
});
