// A network's Word file becomes a framework, and later comes into it again: chosen, previewed, compared, applied, undone.
import { Buffer } from 'node:buffer';
import { paths } from '#core/paths.ts';
import { HEADING_STYLES, p, run, wordFile } from '../server/exchange/files/written.ts';
import { expect, test } from './fixtures.ts';
import { expectFine } from './look.ts';
import { ask } from './texts.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function word(name: string, body: string) {
  const comments = `<w:comment w:id="1">${p('À relire ensemble')}</w:comment>`;
  const bytes = wordFile({ body, comments, styles: HEADING_STYLES });
  return { name, mimeType: WORD, buffer: Buffer.from(bytes) };
}

const FIRST = [
  p('Référentiel de l’essai', 'Titre'),
  p('Avant-propos du réseau.'),
  p('1. Les missions', 'Titre1'),
  p('Mission 1 : Accueillir les élèves et les familles', 'Titre2'),
  p(
    `${run('À l’entrée de l’école, ')}${run('chaque matin', '<w:b/>')}<w:r><w:commentReference w:id="1"/></w:r>`,
  ),
  p('1.1 Ouvrir la porte de l’établissement', 'Titre3'),
  p('Mission 2 : Prévenir le décrochage scolaire', 'Titre2'),
  p('2. Compétences', 'Titre1'),
  p('Écouter sans juger', 'Titre2'),
].join('');
const SECOND = FIRST.replace('chaque matin', 'chaque matin et chaque soir').replace(
  p('2. Compétences', 'Titre1'),
  `${p('Mission 3 : Former les équipes éducatives', 'Titre2')}${p('2. Compétences', 'Titre1')}`,
);

async function titlesOf(server: Parameters<typeof ask>[0], token: string, slug: string) {
  const document = (await ask(server, token, 'GET', `/frameworks/${slug}/working`)) as {
    sections: { key: string; items?: { title: string; children?: { title: string }[] }[] }[];
  };
  return document.sections.flatMap(({ key, items = [] }) =>
    items.map(({ title, children = [] }) => [key, title, ...children.map((one) => one.title)]),
  );
}

test('a Word file becomes a framework, then its next state comes in as changes, and can be taken back', async ({
  scene,
  server,
}) => {
  test.slow();
  const page = await scene.asCoordinator();
  const token = await scene.token('coordinator');
  const slug = 'essai-word';

  await page.goto(paths.importing);
  await page.getByLabel('Fichier').setInputFiles(word('referentiel.docx', FIRST));
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
  const preview = page.getByRole('region', { name: 'Aperçu' });
  await expect(preview.getByRole('status')).toHaveText('2 missions, 1 activité, 1 compétence');
  await expect(preview.locator('del')).toHaveText(['Mission 1 :', '1.1', 'Mission 2 :']);
  await expect(page.getByText('1 commentaire ne vient pas')).toBeVisible();

  // The preview follows each choice at once.
  await page.getByLabel('Titres de niveau 3').selectOption('critère');
  await expect(preview.getByRole('status')).toHaveText('2 missions, 1 critère, 1 compétence');
  await page.getByLabel('Titres de niveau 3').selectOption('du texte, en gras');
  await expect(preview.getByRole('status')).toHaveText('2 missions, 1 compétence');
  await page.getByLabel('Titres de niveau 3').selectOption('activité');
  await page.getByLabel('Retirer les numéros').uncheck();
  await expect(preview.getByText('Mission 1 : Accueillir')).toBeVisible();
  await page.getByLabel('Retirer les numéros').check();
  await expectFine(page, 'the choices for a Word file');

  await page.getByLabel('Adresse').fill('mediation-scolaire');
  await page.getByRole('button', { name: 'Créer le référentiel' }).click();
  await expect(page.getByText('Un autre référentiel a déjà cette adresse').first()).toBeVisible();
  await expect(page.getByLabel('Titre', { exact: true })).toHaveValue('Référentiel de l’essai');
  await page.getByLabel('Adresse').fill(slug);
  await page.getByRole('button', { name: 'Créer le référentiel' }).click();
  await expect(page).toHaveURL(`${server.url}${paths.framework(slug)}`);
  const first = [
    ['missions', 'Accueillir les élèves et les familles', 'Ouvrir la porte de l’établissement'],
    ['missions', 'Prévenir le décrochage scolaire'],
    ['skills', 'Écouter sans juger'],
  ];
  expect(await titlesOf(server, token, slug)).toEqual(first);

  await page.goto(paths.revisions(slug));
  await page.getByRole('link', { name: 'Apporter un fichier' }).click();
  await page.getByLabel('Fichier').setInputFiles(word('suite.docx', SECOND));
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
  await expect(page.getByText('n’est pas repris')).toBeVisible();
  await page.getByRole('button', { name: 'Voir ce qui changerait' }).click();
  const kinds = page.getByRole('group', { name: 'Filtrer' });
  await expect(kinds.getByRole('button')).toHaveText([/Ajoutés 1$/, /Reformulés 1$/]);
  await expect(page.locator('ins').filter({ hasText: 'et chaque soir' })).toBeVisible();
  await expectFine(page, 'what a Word file would change');

  // Somebody writes meanwhile, in another item and in one that the file changes: both stay.
  const now = (await ask(server, token, 'GET', `/frameworks/${slug}/working`)) as {
    sections: { items: { title: string }[] }[];
  };
  const second = now.sections[0]?.items[1];
  if (!second) throw new Error('no item');
  second.title = 'Prévenir le décrochage avec les familles';
  await ask(server, token, 'PUT', `/frameworks/${slug}/working`, now);

  await page.getByRole('button', { name: 'Garder une révision et appliquer' }).click();
  await expect(page.getByRole('status')).toContainText('Le fichier est venu');
  expect(await titlesOf(server, token, slug)).toEqual([
    first[0],
    ['missions', 'Prévenir le décrochage avec les familles'],
    ['missions', 'Former les équipes éducatives'],
    first[2],
  ]);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('status')).toContainText('est remis en place');
  expect((await titlesOf(server, token, slug)).map(([, title]) => title)).toEqual([
    'Accueillir les élèves et les familles',
    'Prévenir le décrochage avec les familles',
    'Écouter sans juger',
  ]);
});

test('a file that cannot be read is said no to in plain words, and stays chosen', async ({
  scene,
}) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.importing);
  const pdf = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
  await page.getByLabel('Fichier').setInputFiles(pdf);
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
  scene.expectConsole('400');
  await expect(page.getByText('C’est un PDF')).toBeVisible();
  expect(
    await page.getByLabel('Fichier').evaluate((field) => (field as HTMLInputElement).value),
  ).toContain('a.pdf');
});

test('a file without headings is told so, and all of it is text', async ({ scene }) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.importing);
  const body = p(run('Accueillir', '<w:b/>')) + p('Chaque matin.');
  await page.getByLabel('Fichier').setInputFiles(word('gras.docx', body));
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
  await expect(page.getByText('Ce fichier n’a pas de titres')).toBeVisible();
  await page.getByText('Préambule (3 mots)').click();
  await expect(page.getByText('Chaque matin.')).toBeVisible();
});

test('on a phone and without script, choices go and come back by a button', async ({
  browser,
  scene,
  server,
}) => {
  const coordinator = await scene.asCoordinator();
  const context = await browser.newContext({
    baseURL: server.url,
    javaScriptEnabled: false,
    storageState: await coordinator.context().storageState(),
    locale: 'fr-FR',
    viewport: { width: 360, height: 740 },
  });
  const page = await context.newPage();
  await page.goto(paths.importing);
  const markdown = {
    name: 'a.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from('# Accueillir\n\nMots\n\n# Former\n'),
  };
  await page.getByLabel('Fichier').setInputFiles(markdown);
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
  await page.getByLabel('Titres de niveau 1').selectOption('activité');
  await page.getByRole('button', { name: 'Mettre à jour l’aperçu' }).click();
  await expect(page.getByRole('status')).toHaveText('2 activités');
  await expect(page.getByLabel('Titres de niveau 1')).toHaveValue('activity');
  await page.getByLabel('Titre', { exact: true }).fill('Sans script');
  await page.getByLabel('Adresse').fill('sans-script');
  await page.getByRole('button', { name: 'Créer le référentiel' }).click();
  await expect(page).toHaveURL(`${server.url}${paths.framework('sans-script')}`);
  await context.close();
});
