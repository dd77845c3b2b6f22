// B05: what the editor does not know stays in the text, for everybody, and the page says so; who writes with another version of the program is not let in.
import type { Page } from '@playwright/test';
import { writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { paths } from '#core/paths.ts';
import { type RawClient, rawClient, syncFrame } from '../server/http/raw-client.ts';
import type { ServerProcess } from '../server-process.ts';
import { expect, type Scene, test } from './fixtures.ts';
import {
  clickAfter,
  expectCaretIn,
  openSection,
  ownFramework,
  saved,
  words,
} from './section-page.ts';

const CLOSED = 'il est montré sans être ouvert, pour ne rien perdre';
const KEEP = 'NE PAS PERDRE';

/** A program with the right to write, whose own grammar knows more than the editor. */
async function program(scene: Scene, server: ServerProcess, slug: string): Promise<RawClient> {
  const client = rawClient(server.proxy.port, `${slug}/missions`, {
    Authorization: `Bearer ${await scene.token('editor')}`,
  });
  client.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') client.send(syncFrame((encoder) => writeUpdate(encoder, update)));
  });
  await client.synced;
  return client;
}

function textOf({ doc }: RawClient, id: string): Y.XmlFragment {
  const text = doc.getMap<Y.Map<unknown>>('items').get(id)?.get('text');
  if (!(text instanceof Y.XmlFragment)) throw new Error(`no text of ${id}`);
  return text;
}

function element(name: string, text: string): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, [new Y.XmlText(text)]);
  return made;
}

/** What the server keeps of an item, as another program reads it anew. */
async function kept(scene: Scene, server: ServerProcess, slug: string): Promise<string> {
  const reader = await program(scene, server, slug);
  const text = textOf(reader, 'a-un').toString();
  reader.socket.terminate();
  return text;
}

async function begin(scene: Scene, server: ServerProcess) {
  const { slug } = await ownFramework(scene, server);
  const other = await program(scene, server, slug);
  const text = textOf(other, 'a-un');
  text.insert(text.length, [element('paragraph', 'Un second paragraphe.')]);
  const page = await scene.asNew('editor');
  return { slug, other, text, page };
}

async function staysShown(page: Page): Promise<void> {
  await expect(page.getByText(CLOSED)).toBeVisible();
  await expect(words(page, 'a-un')).toContainText(KEEP);
  await expect(words(page, 'a-un')).toContainText('Un second paragraphe.');
  await expect(page.locator('[contenteditable="true"]')).toHaveCount(0);
}

test('B05 an element that the editor does not know is shown, and is still there after one tried to write beside it', async ({
  scene,
  server,
}) => {
  const { slug, other, text, page } = await begin(scene, server);
  text.insert(2, [element('encadre-x', KEEP)]);
  await openSection(page, slug);
  await expect(words(page, 'a-un')).toContainText(KEEP);
  await clickAfter(page, 'a-un', 'Une phrase');
  await staysShown(page);
  await page.keyboard.type(' ok');
  // Elsewhere one writes as ever.
  await clickAfter(page, 'a-deux', 'Une autre phrase');
  await expectCaretIn(page, 'a-deux');
  await page.keyboard.type(' ok');
  await saved(page);
  await page.reload();
  await expect(words(page, 'a-deux')).toContainText('Une autre phrase ok.');
  expect(await kept(scene, server, slug)).toContain(`<encadre-x>${KEEP}</encadre-x>`);
  other.socket.terminate();
});

for (const [what, bring] of [
  ['an element', (text: Y.XmlFragment) => text.insert(2, [element('encadre-x', KEEP)])],
  [
    'an element inside of a list',
    (text: Y.XmlFragment) => {
      const list = new Y.XmlElement('bulletList');
      list.insert(0, [element('encadre-x', KEEP)]);
      text.insert(2, [list]);
    },
  ],
  [
    'a mark',
    (text: Y.XmlFragment) => {
      const made = new Y.XmlElement('paragraph');
      const marked = new Y.XmlText();
      marked.insert(0, KEEP, { 'brille-x': { force: 3 } });
      made.insert(0, [marked]);
      text.insert(2, [made]);
    },
  ],
] as const) {
  test(`B05 ${what} that arrives where one is writing is kept: the variant of an editor that stands already`, async ({
    scene,
    server,
  }) => {
    const { slug, other, text, page } = await begin(scene, server);
    await openSection(page, slug);
    await clickAfter(page, 'a-un', 'Une phrase');
    await expectCaretIn(page, 'a-un');
    await page.keyboard.type(' écrite');
    await expect.poll(() => text.toString()).toContain('écrite');
    bring(text);
    await staysShown(page);
    await page.keyboard.type(' PERDU ?');
    await saved(page);
    const stored = await kept(scene, server, slug);
    expect(stored).toContain(KEEP);
    expect(stored).toMatch(/encadre-x|brille-x/);
    expect(stored).toContain('Une phrase écrite de texte.');
    other.socket.terminate();
  });
}

test('B05 a page of an older version is not let in, asks to be loaded again, and takes nothing away', async ({
  scene,
  server,
}) => {
  const { slug, other, text, page } = await begin(scene, server);
  text.insert(2, [element('encadre-x', KEEP)]);
  await page.addInitScript(() => {
    const Real = window.WebSocket;
    window.WebSocket = class extends Real {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(String(url).replace(/grammar=\d+/, 'grammar=0'), protocols);
      }
    };
  });
  await page.goto(paths.write(slug, 'missions'));
  await expect(page.getByRole('alert')).toContainText('d’une autre version de l’application');
  await expect(
    page.getByRole('main').getByRole('button', { name: 'Recharger la page' }),
  ).toBeVisible();
  await clickAfter(page, 'a-un', 'Une phrase');
  await page.keyboard.type('ok');
  await expect(page.locator('[contenteditable="true"]')).toHaveCount(0);
  expect(await kept(scene, server, slug)).toContain(`<encadre-x>${KEEP}</encadre-x>`);
  other.socket.terminate();
});
