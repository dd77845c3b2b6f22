// Bringing a file in by pages: as a new framework, and in place of a working text; with and without script.
import { Buffer } from 'node:buffer';
import { paths } from '#core/paths.ts';
import { expect, test } from './fixtures.ts';
import { expectFineEverywhere } from './look.ts';
import { publishedFramework, sampleDocument } from './texts.ts';

function file(name: string, content: unknown) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

test('a coordinator imports a framework: told what is wrong, then what it holds, under a free address', async ({
  scene,
  server,
}) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.newFramework());
  await page.getByRole('link', { name: 'Importer un référentiel' }).click();
  await page.getByLabel('Fichier').setInputFiles(file('note.json', '{ ceci n’est pas du JSON'));
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
  scene.expectConsole('400');
  await expect(page.getByRole('alert')).toBeVisible();

  const document = sampleDocument('job-reference.rev1', 'mediation-scolaire');
  await page.getByLabel('Fichier').setInputFiles(file('referentiel.json', document));
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
  await expect(page.getByText(/6 missions/)).toBeVisible();
  await page.getByRole('button', { name: 'Créer le référentiel' }).click();
  await expect(page.getByText('Un autre référentiel a déjà cette adresse').first()).toBeVisible();
  await expect(page.getByLabel('Adresse')).toHaveValue('mediation-scolaire');
  await page.getByLabel('Adresse').fill('importe');
  await page.getByRole('button', { name: 'Créer le référentiel' }).click();
  await expect(page).toHaveURL(`${server.url}${paths.framework('importe')}`);
  await expectFineEverywhere(page, paths.importing);
});

test('an editor replaces a working text by a file without script: shown first, kept first', async ({
  browser,
  scene,
  server,
}) => {
  const slug = 'remplacement';
  await publishedFramework(server, await scene.token('coordinator'), slug);
  const editor = await scene.asNew('editor');
  const context = await browser.newContext({
    baseURL: server.url,
    javaScriptEnabled: false,
    storageState: await editor.context().storageState(),
    locale: 'fr-FR',
  });
  const page = await context.newPage();
  await page.goto(paths.revisions(slug));
  await page.getByRole('link', { name: 'Apporter un fichier' }).click();
  const document = sampleDocument('job-reference.rev1', slug);
  await page.getByLabel('Fichier').setInputFiles(file('avant.json', document));
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
  await expect(page.getByText(/éléments ont changé/)).toBeVisible();
  await page.getByRole('button', { name: 'Garder une révision et appliquer' }).click();
  await expect(page.getByRole('status')).toContainText('Le fichier est venu');
  await context.close();
  await expectFineEverywhere(editor, paths.replace(slug));
});

test('who may not write is not asked for a file', async ({ scene, server }) => {
  const slug = 'remplacement-lecture';
  await publishedFramework(server, await scene.token('coordinator'), slug);
  const reader = await scene.asNew('reader');
  for (const path of [paths.importing, paths.replace(slug)]) {
    expect((await reader.goto(path))?.status(), path).toBe(403);
  }
  scene.expectConsole('403');
  const stranger = await scene.newPage();
  await stranger.goto(paths.importing);
  await expect(stranger).toHaveURL(`${server.url}${paths.signIn(paths.importing)}`);
});
