// B14: a section whose stored bytes are damaged says so and nothing else breaks; a coordinator chooses what takes its place.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { paths } from '#core/paths.ts';
import { type ServerProcess, startServer } from '../server-process.ts';
import { test as base, expect, type Scene } from './fixtures.ts';
import { expectFine } from './look.ts';
import { alive, clickAfter, saved } from './section-page.ts';

const slug = 'mediation-scolaire';
const missions = paths.write(slug, 'missions');

/** The text is published as 0.1, frozen as r2 under another title, then written on; the last change is damaged. */
async function damaged(scene: Scene, server: ServerProcess): Promise<void> {
  const page = await scene.asCoordinator();
  const headers = { Authorization: `Bearer ${await scene.token('coordinator')}` };
  const at = `${server.url}/api/v1/frameworks/${slug}`;
  const ask = async (method: string, path: string, body: unknown) => {
    const answer = await fetch(`${at}${path}`, {
      method,
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(answer.status, `${method} ${path}`).toBeLessThan(300);
  };
  const document = (await (
    await fetch(`${at}/working`, { headers })
  ).json()) as InterchangeDocument;
  const first = document.sections.find(({ key }) => key === 'missions')?.items?.[0];
  if (!first) throw new Error('a sample with a mission');
  await ask('POST', '/versions', { label: '0.1', status: 'adopted', note: 'n' });
  first.title = 'Titre gelé';
  await ask('PUT', '/working', document);
  await ask('POST', '/revisions', { name: 'avant la soirée' });
  await page.goto(missions);
  await alive(page);
  await clickAfter(page, 'act-confiance', 'Se présenter');
  for (const words of [' sans hâte', '!']) {
    await page.keyboard.type(words);
    await saved(page);
  }
  // Nobody holds the text, and nobody misses the server meanwhile.
  await page.goto('about:blank');
  await server.end('SIGTERM');
  const database = new Sqlite(join(server.dataDir, 'triptyque.db'));
  database.exec(
    `UPDATE room_updates SET bytes = zeroblob(16) WHERE position =
     (SELECT max(u.position) FROM room_updates u JOIN rooms r ON r.id = u.room_id
      JOIN frameworks f ON f.id = r.framework_id WHERE f.slug = '${slug}' AND r.key = 'missions')`,
  );
  database.close();
  await server.start();
  scene.expectLog('a text is damaged; nothing of it is overwritten');
}

/** A server whose logs stay as they are: that one change in a log is damaged is what is played. */
const test = base.extend<{ logServer: ServerProcess }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
  logServer: async ({}, use) => {
    const env = { LIMIT_COMPACT_BYTES_WHEN_LEFT: String(2 ** 30) };
    const server = await startServer({ env });
    await use(server);
    await server.close();
  },
});

test('B14 a damaged section says what is wrong, and nothing else breaks', async ({
  logServer,
  sceneOn,
}) => {
  test.setTimeout(240_000);
  const scene = sceneOn(logServer);
  await damaged(scene, logServer);
  const editor = await scene.asNew('editor');
  await editor.goto(missions);
  await expect(
    editor.getByRole('heading', { level: 1, name: 'Cette section ne peut pas être ouverte' }),
  ).toBeVisible();
  await expect(editor.getByText('1 modification ne peut plus être lue')).toBeVisible();
  await expect(editor.getByRole('radio')).toHaveCount(0);
  await expectFine(editor, 'a damaged section, for an editor');

  await editor.goto(paths.write(slug, 'skills'));
  await alive(editor);
  await editor.goto(paths.framework(slug));
  await expect(editor.getByText('Cette section ne peut pas être ouverte')).toBeVisible();
  await expectFine(editor, 'a framework with a damaged section');
  await editor.goto(paths.compare(slug, '0.1', 'working'));
  await expect(editor.getByText('Missions : cette section n’est pas comparée')).toBeVisible();
  await expectFine(editor, 'a comparison without a damaged section');
  await editor.goto(paths.read(slug, 'working'));
  await expect(editor.getByText('Missions : cette section ne peut pas être ouverte')).toBeVisible();
  await editor.goto(paths.read(slug, '0.1'));
  await expect(editor.getByText('Titre gelé')).toHaveCount(0);
  await expect(editor.getByRole('heading', { level: 1 })).toBeVisible();
});

test('B14 SY-68 a coordinator looks at what each choice brings, chooses, and people write again', async ({
  logServer,
  sceneOn,
}) => {
  test.setTimeout(240_000);
  const scene = sceneOn(logServer);
  await damaged(scene, logServer);
  const page = await scene.asCoordinator();
  await page.goto(missions);
  await expect(page.getByRole('radio')).toHaveCount(3);
  const readable = page.getByRole('radio', { name: /Ce qui se lit encore/ });
  await expect(readable).toBeChecked();
  const looks = page.getByRole('main').locator('details');
  for (const [at, title] of ['Se présenter sans hâte', 'Titre gelé'].entries()) {
    await looks.nth(at).locator('summary').click();
    await expect(looks.nth(at).getByText(title)).toBeVisible();
  }
  await expectFine(page, 'a damaged section, for a coordinator');

  // Another coordinator has the page open as well.
  const other = await scene.asNew('coordinator', 'Dan');
  await other.goto(missions);
  await other.getByRole('radio', { name: /La dernière version publiée, 0.1/ }).check();

  await page.getByRole('radio', { name: /La dernière révision, r2/ }).check();
  await page.getByRole('button', { name: 'Remettre la section en état' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'la révision r2' })).toBeVisible();
  await alive(page);
  await expect(page.getByText('Titre gelé').first()).toBeVisible();
  await expectFine(page, 'a section that was put right');

  await other.getByRole('button', { name: 'Remettre la section en état' }).click();
  await expect(
    other.getByText('Coordination de test l’a fait à partir de la révision r2'),
  ).toBeVisible();
  await expect(other.getByText('Titre gelé').first()).toBeVisible();

  await clickAfter(page, 'act-confiance', 'Se présenter');
  await page.keyboard.type(' encore');
  await saved(page);
  await page.goto(paths.revisions(slug));
  await expect(page.getByText('Après la remise en état')).toHaveCount(0);
});
