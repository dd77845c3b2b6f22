// A framework as a whole: the triptych and what it gathers, the canvas, the list, the settings.
import { paths } from '#core/paths.ts';
import { expect, test } from './fixtures.ts';
import { expectFineEverywhere } from './look.ts';

const SLUG = 'mediation-scolaire';

test('choosing an activity gathers its skills and the modules that train them, and there is a way back', async ({
  scene,
  server,
}) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.framework(SLUG));
  const skills = page.getByRole('region', { name: 'Compétences' });
  const training = page.getByRole('region', { name: 'Formation' });
  await expect(skills.getByRole('listitem').first()).toContainText('C1');

  await page.getByRole('link', { name: /Repérer un danger/ }).click();
  await expect(page).toHaveURL(`${server.url}${paths.framework(SLUG, 'act-danger')}`);
  await expect(skills.getByText('M1.3 demande 3 compétences')).toBeVisible();
  await expect(skills.getByRole('listitem').nth(0)).toContainText('C3');
  await expect(skills.getByRole('listitem').nth(1)).toContainText('C14');
  await expect(skills.getByRole('listitem').nth(2)).toContainText('C20');
  await expect(training.getByText('M1.3 : 4 modules y préparent')).toBeVisible();
  await expect(training.getByRole('listitem').first()).toContainText('pour C3, C14, C20');
  await expect(page.getByText('Relever les signes de danger')).toBeVisible();
  await expect(page.getByRole('heading', { name: /Repérer un danger/ })).toBeFocused();

  // From a lit skill on to the activities that ask for it, by keyboard.
  await skills.getByRole('link', { name: /Garder la juste distance/ }).press('Enter');
  const missions = page.getByRole('region', { name: 'Missions' });
  await expect(missions.getByText(/C20 sert à \d+ activités/)).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(`${server.url}${paths.framework(SLUG)}`);
  await expect(page.getByRole('link', { name: /Garder la juste distance/ })).toBeFocused();
  await expect(skills.getByRole('listitem').first()).toContainText('C1');
  await page.goBack();
  await expect(missions.getByText(/C20 sert à/)).toBeVisible();
});

test('an address leads straight to an item in focus, and works without script', async ({
  browser,
  scene,
}) => {
  const signedIn = await scene.asCoordinator();
  const context = await browser.newContext({
    baseURL: new URL(signedIn.url()).origin,
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(paths.framework(SLUG, 'act-danger'));
  await expect(page.getByText('M1.3 demande 3 compétences')).toBeVisible();
  await page.getByRole('link', { name: 'Revenir à l’ensemble' }).click();
  await expect(page.getByText('M1.3 demande 3 compétences')).toHaveCount(0);
  await context.close();
});

test('on a phone one panel is shown at a time, and the bar leads to what is lit', async ({
  scene,
}) => {
  const wide = await scene.asCoordinator();
  const page = await scene.newPage({ phone: true });
  await page.context().addCookies(await wide.context().cookies());
  await page.goto(paths.framework(SLUG));
  const missions = page.getByRole('region', { name: 'Missions' });
  const skills = page.getByRole('region', { name: 'Compétences' });
  await expect(missions).toBeVisible();
  await expect(skills).toBeHidden();
  await missions.getByRole('link', { name: /Repérer un danger/ }).tap();
  await page.getByText('3 compétences', { exact: true }).tap();
  await expect(skills.getByText('M1.3 demande 3 compétences')).toBeInViewport();
  await expect(missions).toBeHidden();
});

for (const path of [
  paths.framework(SLUG),
  paths.framework(SLUG, 'act-danger'),
  paths.framework('college-ideal'),
  paths.framework('recommandations', 'r-metier'),
  paths.settings(SLUG),
]) {
  test(`${path} is fine on a phone and a desk, light and dark`, async ({ scene }) => {
    await expectFineEverywhere(await scene.asCoordinator(), path);
  });
}

test('the canvas and the list show what they touch in other frameworks', async ({ scene }) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.framework('college-ideal'));
  await page.getByRole('link', { name: /M5.4/ }).click();
  await expect(page.getByRole('heading', { name: /Accompagner l’orientation/ })).toBeVisible();
  // Its texts come from the server only: arrived at from within, the page is asked for anew.
  await page.goto(paths.home);
  await page.getByRole('link', { name: 'Recommandations aux pouvoirs publics (exemple)' }).click();
  await expect(page.getByText('Sans définition commune')).toBeVisible();
  await expect(page.getByText('À l’adresse de : Ministères chargés du Travail')).toBeVisible();
});

test('a visitor sees the latest public version, and of a text in work only that it is', async ({
  scene,
  server,
  request,
}) => {
  const headers = { authorization: `Bearer ${await scene.token('coordinator')}` };
  const published = await request.post(
    `${server.url}/api/v1/frameworks/mediation-scolaire-en/versions`,
    { headers, data: { label: '0.1', status: 'consultation', note: 'First', public: true } },
  );
  expect(published.status()).toBe(201);
  const page = await scene.newPage({ language: 'en' });
  await page.goto(paths.framework('mediation-scolaire-en'));
  await expect(page.getByText('Version 0.1 in consultation')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Skills' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Write here' })).toHaveCount(0);
  await expectFineEverywhere(page, paths.framework('mediation-scolaire-en'));
  await page.goto(paths.framework('college-ideal'));
  await expect(page.getByRole('heading', { name: 'Nothing published yet' })).toBeVisible();
});

test('what does not fit the template is kept, and said to who can write', async ({
  scene,
  server,
  request,
}) => {
  const page = await scene.asCoordinator();
  const headers = { authorization: `Bearer ${await scene.token('coordinator')}` };
  const slug = 'a-revoir';
  const head = { slug, template: 'job-reference', language: 'fr', title: 'À revoir' };
  await request.post(`${server.url}/api/v1/frameworks`, { headers, data: head });
  const replaced = await request.put(`${server.url}/api/v1/frameworks/${slug}/working`, {
    headers,
    data: {
      format: 'triptyque/1',
      framework: head,
      sections: [
        {
          key: 'missions',
          items: [
            { id: 'seule', kind: 'activity', title: 'Une activité sans mission' },
            { id: 'lien', kind: 'mission', title: 'Mission', references: [{ item: 'nulle-part' }] },
          ],
        },
      ],
    },
  });
  expect(replaced.ok()).toBe(true);
  await expectFineEverywhere(page, paths.framework(slug));
  await page.getByText('2 éléments à revoir').click();
  await expect(page.getByText('ne se place pas ici d’ordinaire')).toBeVisible();
  await expect(page.getByText('n’est plus dans le référentiel')).toBeVisible();
  await expect(page.getByRole('link', { name: /Mission/ }).last()).toBeVisible();
});

test('a coordinator renames, closes to visitors, archives, and takes each back', async ({
  scene,
  server,
}) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.settings('recommandations-en'));
  await page.getByLabel('Titre').fill('Requests');
  await page.getByLabel('Adresse').fill('requests');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page).toHaveURL(new RegExp(`^${server.url}${paths.settings('requests')}`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Requests');
  await expect(page.getByText('Les réglages sont enregistrés')).toBeVisible();

  await page.getByRole('button', { name: 'Réserver aux membres' }).click();
  await expect(page.getByText('Seuls les membres voient maintenant')).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText('se lisent maintenant sans compte')).toBeVisible();

  await page.getByRole('button', { name: 'Archiver' }).click();
  await expect(page.getByText('Le référentiel est archivé')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Écrire' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByText('Le référentiel est rouvert')).toBeVisible();
});

test('deleting asks for the address to be typed, and says why not once something was published', async ({
  scene,
  server,
  request,
}) => {
  const page = await scene.asCoordinator();
  await page.goto(paths.settings('college-ideal-en'));
  await page.getByLabel('Pour confirmer').fill('autre chose');
  await page.getByRole('button', { name: 'Supprimer pour de bon' }).click();
  scene.expectConsole('400');
  await expect(page.getByLabel('Pour confirmer')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Pour confirmer').fill('college-ideal-en');
  await page.getByRole('button', { name: 'Supprimer pour de bon' }).click();
  await expect(page).toHaveURL(`${server.url}${paths.home}`);
  await expect(page.getByText('The ideal secondary school')).toHaveCount(0);

  const headers = { authorization: `Bearer ${await scene.token('coordinator')}` };
  await request.post(`${server.url}/api/v1/frameworks/${SLUG}/versions`, {
    headers,
    data: { label: '0.1', status: 'consultation', note: 'Première', public: true },
  });
  await page.goto(paths.settings(SLUG));
  await expect(page.getByText('elle doit rester citable')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Supprimer pour de bon' })).toHaveCount(0);
});
