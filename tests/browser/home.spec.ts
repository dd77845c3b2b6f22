// The shelf of frameworks: what visitors and coordinators see there, and how a framework comes and goes.
import { paths } from '#core/paths.ts';
import { COORDINATOR, expect, signIn, test } from './fixtures.ts';
import { expectFineEverywhere } from './look.ts';

test('a visitor sees the public frameworks, said to be samples, and no way to write', async ({
  sceneOn,
  freshServer,
}) => {
  // What a first visitor finds: only the samples.
  const page = await sceneOn(freshServer).newPage();
  await page.goto(paths.home);
  await expect(
    page.getByRole('link', { name: 'Référentiel métier de la médiation scolaire (exemple)' }),
  ).toBeVisible();
  await expect(page.getByRole('complementary')).toContainText('Contenu d’exemple');
  await expect(page.getByRole('link', { name: 'Se connecter' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Écrire' })).toHaveCount(0);
  await expectFineEverywhere(page, paths.home);
});

test('the list is fine for a coordinator, and so are making a framework and removing the samples', async ({
  scene,
}) => {
  const page = await scene.asCoordinator();
  for (const path of [paths.home, paths.newFramework(), paths.samples]) {
    await expectFineEverywhere(page, path);
  }
});

test('a coordinator makes a framework: the address is proposed from the title, until one writes another', async ({
  scene,
  server,
}) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.home);
  await page.getByRole('link', { name: 'Nouveau référentiel' }).click();
  await page.getByRole('radio', { name: /Plaidoyer/ }).check();
  await page.getByLabel('Titre').fill('Œuvrer à l’École, été 2026');
  await expect(page.getByLabel('Adresse')).toHaveValue('oeuvrer-a-l-ecole-ete-2026');

  await page.getByLabel('Adresse').fill('Pas une adresse');
  await page.getByRole('button', { name: 'Créer le référentiel' }).click();
  scene.expectConsole('400');
  await expect(page.getByLabel('Adresse')).toBeFocused();
  await expect(page.getByText('Seulement des lettres sans accent')).toBeVisible();
  await expect(page.getByLabel('Titre')).toHaveValue('Œuvrer à l’École, été 2026');
  await expect(page.getByRole('radio', { name: /Plaidoyer/ })).toBeChecked();

  await page.getByLabel('Adresse').fill('mediation-scolaire');
  await page.getByRole('button', { name: 'Créer le référentiel' }).click();
  scene.expectConsole('409');
  await expect(page.getByLabel('Adresse')).toHaveAccessibleDescription(/a déjà cette adresse/);

  await page.getByLabel('Adresse').fill('oeuvrer');
  await page.getByRole('button', { name: 'Créer le référentiel' }).click();
  await expect(page).toHaveURL(`${server.url}${paths.framework('oeuvrer')}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Œuvrer à l’École, été 2026');

  const visitor = await scene.newPage();
  await visitor.goto(paths.home);
  await expect(visitor.getByRole('heading', { name: 'Référentiels' })).toBeVisible();
  await expect(visitor.getByText('Œuvrer à l’École')).toHaveCount(0);
});

test('a framework can be made without script', async ({ browser, scene, server }) => {
  await (await scene.asCoordinator()).context().close();
  const context = await browser.newContext({
    baseURL: server.url,
    javaScriptEnabled: false,
    locale: 'fr-FR',
  });
  const page = await context.newPage();
  await signIn(page, server.url, COORDINATOR);
  await page.goto(paths.newFramework('ideal-system'));
  await page.getByLabel('Titre').fill('La cantine idéale');
  await page.getByRole('button', { name: 'Créer le référentiel' }).click();
  await expect(page).toHaveURL(`${server.url}${paths.framework('la-cantine-ideale')}`);
  await expect(page.getByRole('heading', { name: 'Causes structurelles' })).toBeVisible();
  await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a reader chooses theme and language, and the choice stays (${javaScriptEnabled ? 'with' : 'without'} script)`, async ({
    browser,
    server,
  }) => {
    const context = await browser.newContext({
      baseURL: server.url,
      javaScriptEnabled,
      locale: 'fr-FR',
    });
    const page = await context.newPage();
    await page.goto(paths.signIn());
    const menu = page.getByRole('button', { name: 'Affichage et langue' });
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    await menu.click();
    await page.getByRole('button', { name: 'Sombre' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    if (!javaScriptEnabled) await menu.click();
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await page.goto(paths.home);
    await expect(page.getByRole('heading', { name: 'Frameworks' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await context.close();
  });
}

test('an address that leads nowhere says so in plain words, with a way back', async ({ scene }) => {
  const page = await scene.newPage();
  for (const path of ['/nowhere', paths.framework('nowhere')]) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'Rien à cette adresse' })).toBeVisible();
  }
  scene.expectConsole('404');
  await expectFineEverywhere(page, '/nowhere');
  await page.getByRole('link', { name: 'Revenir aux référentiels' }).click();
  await expect(page.getByRole('heading', { name: 'Référentiels' })).toBeVisible();
});

test('what only coordinators may see is told to others, not shown', async ({ scene }) => {
  const reader = await scene.asNew('reader');
  for (const path of [paths.newFramework(), paths.samples, paths.people, paths.tokens]) {
    const answer = await reader.goto(path);
    expect(answer?.status(), path).toBe(403);
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText(
      'Cette page ne vous est pas ouverte',
    );
  }
  scene.expectConsole('403');
});

test('a coordinator removes the samples, is asked once, and starts from the templates', async ({
  freshServer,
  sceneOn,
}) => {
  const scene = sceneOn(freshServer);
  const page = await scene.asCoordinator();
  await page.goto(paths.home);
  await page.getByRole('link', { name: 'Retirer les exemples' }).click();
  await page.getByRole('button', { name: 'Retirer les exemples' }).click();
  await expect(page.getByRole('status')).toContainText('6 exemples retirés');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Écrivez votre premier référentiel',
  );
  await expectFineEverywhere(page, paths.home);
  await page.getByRole('link', { name: /Système idéal/ }).click();
  await expect(page.getByRole('radio', { name: /Système idéal/ })).toBeChecked();

  const visitor = await scene.newPage();
  await visitor.goto(paths.home);
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(
    'Rien de publié pour l’instant',
  );
});
