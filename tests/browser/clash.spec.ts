// SY-44: words whose place was taken under the same number are refused in plain words, and stay on the page to be copied.

import { writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { rawClient, syncFrame } from '../server/http/raw-client.ts';
import { openProxy } from '../tcp-proxy.ts';
import { expect, test } from './fixtures.ts';
import { expectFine } from './look.ts';
import {
  clickAfter,
  expectCaretIn,
  expectSaying,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

test('SY-44 a page whose words clash with others under its own number says so, stops, and offers them to be copied', async ({
  scene,
  sceneOn,
  server,
}) => {
  const near = await openProxy();
  near.leadTo(server.proxy.port);
  const far = sceneOn({ ...server, url: near.url });
  far.expectConsole(/WebSocket connection|ERR_|Failed to load resource|Failed to fetch manifest/);
  const { slug, document } = await ownFramework(scene, server);
  const page = await far.asNew('editor', 'Alix');
  const cookies = await page.context().cookies();
  const other = rawClient(server.proxy.port, `${slug}/missions`, {
    Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
    Origin: server.url,
  });
  await other.synced;
  const before = new Set(other.doc.store.clients.keys());
  await openSection(page, slug);
  await clickAfter(page, 'a-un', 'Une phrase');
  await expectCaretIn(page, 'a-un');
  await page.keyboard.type(' tapée');
  await saved(page);
  const pageClient = () => [...other.doc.store.clients.keys()].find((id) => !before.has(id));
  await expect.poll(pageClient).toBeDefined();

  near.cut();
  await expectSaying(page, 'Hors connexion');
  await page.keyboard.type(' à garder');
  // What a copied browser does, as a machine that was put back to an earlier state: it writes on under the same number.
  const had = Y.encodeStateVector(other.doc);
  other.doc.clientID = pageClient() ?? 0;
  const items = other.doc.getMap<Y.Map<unknown>>('items');
  const text = items.get('a-deux')?.get('text');
  if (!(text instanceof Y.XmlFragment)) throw new Error('a text');
  const line = text.get(text.length - 1);
  const written = line instanceof Y.XmlElement ? line.get(0) : null;
  if (!(written instanceof Y.XmlText)) throw new Error('a line');
  written.insert(0, 'Une copie. ');
  other.send(syncFrame((to) => writeUpdate(to, Y.encodeStateAsUpdate(other.doc, had))));
  await expect.poll(async () => JSON.stringify(await document())).toContain('Une copie.');

  near.mend();
  await expect(page.getByRole('alert')).toContainText('Vos derniers mots n’ont pas été pris');
  await expectSaying(page, 'Non enregistré');
  await expect(page.locator('[contenteditable="true"]')).toHaveCount(0);
  await expect(words(page, 'a-un')).toContainText('Une phrase tapée à garder de texte.');
  await expect(
    page.getByLabel('Un élément porte des mots qui ne sont pas enregistrés'),
  ).toHaveValue(/Une phrase tapée à garder de texte\./);
  await expect(page.getByRole('button', { name: 'Copier ces mots' })).toBeVisible();
  await expectFine(page, 'a page whose words clashed');
  const stored = JSON.stringify(await document());
  expect(stored).toContain('Une phrase tapée de texte.');
  expect(stored).not.toContain('à garder');
  other.socket.terminate();
  await near.close();
});
