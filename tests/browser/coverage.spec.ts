// The coverage of a framework: the table and the list, their filters, followed live; marks beside what one writes; the file.
import type { DocumentItem } from '#core/framework/interchange.ts';
import { paths } from '#core/paths.ts';
import { expect, test } from './fixtures.ts';
import { expectFine, expectFineEverywhere } from './look.ts';
import {
  clickAfter,
  expectCaretIn,
  item,
  openSection,
  ownFramework,
  SKILLS,
} from './section-page.ts';
import { ask } from './texts.ts';

const SLUG = 'mediation-scolaire';

const MISSIONS: readonly DocumentItem[] = [
  {
    id: 'm-un',
    kind: 'mission',
    title: 'Première mission',
    children: [
      {
        id: 'a-un',
        kind: 'activity',
        title: 'Première activité',
        references: [{ item: 'k-un', level: 3 }],
      },
      { id: 'a-deux', kind: 'activity', title: 'Deuxième activité' },
    ],
  },
];

for (const search of ['', '?gap=untrained&mission=m-inscrire']) {
  test(`${search || 'everything'} is fine on a phone and a desk, light and dark`, async ({
    scene,
  }) => {
    await expectFineEverywhere(await scene.asCoordinator(), paths.coverage(SLUG) + search);
  });
}

test('the table names each row and column, and each cell leads to its item', async ({
  scene,
  server,
}) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.framework(SLUG));
  await page.getByRole('link', { name: 'Couverture' }).click();
  await expect(page).toHaveURL(`${server.url}${paths.coverage(SLUG)}`);
  const table = page.getByRole('table', { name: 'Activités, formation et profils' });
  await expect(table.getByRole('columnheader', { name: /^C1 / })).toBeVisible();
  await expect(table.getByRole('rowheader', { name: /^M1.1/ })).toBeVisible();
  await expect(table.getByRole('rowheader', { name: 'Modules qui y forment' })).toBeVisible();
  await expect(table.getByRole('link', { name: /C\d+ : 0 module/ }).first()).toBeVisible();
  const cell = table.getByRole('link', { name: /^M1.1 demande C4 au niveau 2$/ });
  await expect(cell).toHaveAttribute('href', paths.write(SLUG, 'missions', 'act-reperer'));
  const untrained = table.getByRole('link', { name: /^P1 doit atteindre .*, sans aucun module$/ });
  await expect(untrained.first()).toHaveAttribute('href', /write\/training#p-pair/);
  await cell.click();
  await expect(item(page, 'act-reperer')).toBeInViewport();
});

test('filters are in the address, and work without script', async ({ browser, scene }) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.coverage(SLUG));
  const table = page.getByRole('table');
  await page.getByRole('link', { name: /^Aucun module/i }).click();
  await expect(page).toHaveURL(/\?gap=untrained$/);
  await expect(table.getByRole('columnheader', { name: /^C1 / })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /^Aucun module/i })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await page.getByLabel('Mission', { exact: true }).selectOption({ index: 1 });
  await expect(page).toHaveURL(/mission=m-/);
  await expect(table.getByRole('rowheader', { name: /^M2\./ })).toHaveCount(0);
  await page.goBack();

  const context = await browser.newContext({
    baseURL: new URL(page.url()).origin,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(paths.coverage(SLUG));
  await plain.getByLabel('Mission', { exact: true }).selectOption({ index: 2 });
  await plain.getByRole('button', { name: 'Montrer' }).click();
  await expect(plain.getByRole('rowheader', { name: /^M2\.1/ })).toBeVisible();
  await expect(plain.getByRole('rowheader', { name: /^M1\.1/ })).toHaveCount(0);
  await context.close();
});

test('what others write changes the table at once, and nobody sees who looks', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server, MISSIONS);
  const watcher = await scene.asNew('reader', 'Zoé');
  await watcher.goto(paths.coverage(slug));
  await expect(watcher.getByText('Suit le texte en direct')).toBeVisible();
  await expect(watcher.getByText(/2 compétences n’ont aucun module/)).toBeVisible();
  await expect(watcher.getByText(/1 activité ne demande aucune compétence/)).toBeVisible();

  const writer = await scene.asNew('editor', 'Alix');
  await openSection(writer, slug, 'training');
  await expect(writer.getByText('Zoé')).toHaveCount(0);
  await writer.getByRole('button', { name: 'Ajouter un module' }).click();
  await writer.keyboard.type('Un module neuf');
  await expect(watcher.getByRole('rowheader', { name: /^F1 Un module neuf/ })).toBeVisible();
  await writer.getByRole('button', { name: 'compétence', exact: true }).click();
  const dialog = writer.getByRole('dialog');
  await dialog.getByRole('combobox').fill('Écouter');
  await writer.getByRole('option', { name: /Écouter sans juger/ }).click();
  await dialog.getByRole('button', { name: 'Lier' }).click();
  await expect(watcher.getByText(/1 compétence n’a aucun module/)).toBeVisible();
  await expect(watcher.getByRole('link', { name: 'F1 forme à C1' })).toBeVisible();
});

test('who looks is told when the table no longer follows, and it goes on once it can', async ({
  freshServer,
  sceneOn,
}) => {
  const scene = sceneOn(freshServer);
  scene.expectConsole(/WebSocket connection|ERR_/);
  const page = await scene.asCoordinator();
  await page.goto(paths.coverage(SLUG));
  await expect(page.getByText('Suit le texte en direct')).toBeVisible();
  freshServer.proxy.cut();
  await expect(page.getByText('Connexion coupée')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /^M1.1/ })).toBeVisible();
  freshServer.proxy.mend();
  await expect(page.getByText('Suit le texte en direct')).toBeVisible();
});

test('a visitor has the coverage of the latest public version, with ways into it', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server, MISSIONS);
  const token = await scene.token('coordinator');
  await ask(server, token, 'PATCH', `/frameworks/${slug}`, { visibility: 'public' });
  await ask(server, token, 'POST', `/frameworks/${slug}/versions`, {
    label: '0.1',
    status: 'consultation',
    note: 'Première',
    public: true,
  });
  const page = await scene.newPage();
  await page.goto(paths.framework(slug));
  await page.getByRole('link', { name: 'Couverture' }).click();
  await expect(page.getByText('Telle que la dit la version 0.1')).toBeVisible();
  const cell = page.getByRole('link', { name: 'M1.1 demande C1 au niveau 3' });
  await expect(cell).toHaveAttribute('href', paths.read(slug, '0.1', 'a-un'));
  await expect(page.getByText('en direct')).toHaveCount(0);
});

test('a level that modules do not reach is told by how much, until one does', async ({
  scene,
  server,
}) => {
  const { slug, document } = await ownFramework(scene, server, MISSIONS);
  const training: readonly DocumentItem[] = [
    {
      id: 'p-un',
      kind: 'profile',
      title: 'Un profil',
      references: [{ item: 'k-un', level: 4 }],
    },
    {
      id: 't-un',
      kind: 'module',
      title: 'Un module',
      references: [{ item: 'k-un', level: 2 }, { item: 'k-deux' }],
    },
  ];
  await ask(server, await scene.token('coordinator'), 'PUT', `/frameworks/${slug}/working`, {
    ...(await document()),
    sections: [
      { key: 'missions', items: MISSIONS },
      { key: 'skills', items: SKILLS },
      { key: 'training', items: training },
    ],
  });
  const page = await scene.asNew('editor', 'Basile');
  await page.goto(paths.coverage(slug));
  await expect(page.getByText(/1 compétence n’est pas formée jusqu’au niveau/)).toBeVisible();
  const cell = page.getByRole('table').getByRole('link', { name: /^P1 doit atteindre C1/ });
  await expect(cell).toHaveAccessibleName('P1 doit atteindre C1 au niveau 4, il manque 2 niveaux');
  await cell.click();
  await expect(page.locator('[data-alive]')).toHaveCount(1);
  await clickAfter(page, 't-un', 'Un module');
  await expectCaretIn(page, 't-un');
  await item(page, 't-un')
    .getByRole('button', { name: /Écouter sans juger/ })
    .click();
  await page.getByRole('menuitemradio', { name: 'Niveau 4 sur 4' }).click();
  await page.goto(paths.coverage(slug));
  await expect(cell).toHaveAccessibleName('P1 doit atteindre C1 au niveau 4');
  await expect(page.getByText(/n’est pas formée jusqu’au niveau/)).toHaveCount(0);
});

test('on a phone it is a list: what is missing first, each with its way', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server, MISSIONS);
  const wide = await scene.asCoordinator();
  const page = await scene.newPage({ phone: true });
  await page.context().addCookies(await wide.context().cookies());
  await page.goto(paths.coverage(slug));
  await expect(page.getByRole('table')).toBeHidden();
  const gaps = page.getByRole('region', { name: 'Les manques' });
  await expect(gaps.getByRole('listitem').first()).toContainText('aucune compétence demandée');
  const way = gaps.getByRole('link', { name: /^Lier/ }).first();
  const box = await way.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await page.getByRole('heading', { name: /^M1 / }).tap();
  await expect(page.getByRole('link', { name: /^M1.1/ })).toBeVisible();
  await expectFine(page, 'the opened list');
});

test('beside what one writes stands quietly what it lacks, until it lacks it no more', async ({
  scene,
  server,
}) => {
  const { slug } = await ownFramework(scene, server, MISSIONS);
  const page = await scene.asNew('editor', 'Basile');
  await openSection(page, slug);
  const said = 'Cette activité ne demande encore aucune compétence.';
  await expect(item(page, 'a-deux')).toContainText(said);
  await expect(item(page, 'a-un')).not.toContainText('ne demande encore');
  await expect(item(page, 'm-un')).toContainText('Pas encore de critère.');
  await expectFine(page, 'a section with marks');
  await item(page, 'a-deux').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'compétence', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('Rédiger');
  await page.getByRole('option', { name: /Rédiger/ }).click();
  await dialog.getByRole('button', { name: 'Lier' }).click();
  await expect(item(page, 'a-deux')).not.toContainText(said);

  await openSection(page, slug, 'skills');
  await expect(item(page, 'k-un')).toContainText('Aucun module ne forme à cette compétence.');
  await expect(item(page, 'k-deux')).not.toContainText('Aucune activité ne demande');
  const readers = await scene.asNew('reader', 'Zoé');
  await openSection(readers, slug, 'skills');
  await expect(item(readers, 'k-un')).not.toContainText('Aucun module');
});

test('it can be taken away as a table that a spreadsheet opens', async ({ scene }) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.coverage(SLUG));
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tableur (CSV)' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/couverture\.csv$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString('utf8')).toContain('Nature;Numéro;Titre');
});

test('a framework of another kind has no coverage, and says so kindly', async ({ scene }) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.framework('recommandations'));
  await expect(page.getByRole('link', { name: 'Couverture' })).toHaveCount(0);
  scene.expectConsole('404');
  const answer = await page.goto(paths.coverage('recommandations'));
  expect(answer?.status()).toBe(404);
});
