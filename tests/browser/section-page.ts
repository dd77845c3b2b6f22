// What scenes of the editor share: a framework of their own, made by the API, and the parts of a section's page.
import type { Locator, Page } from '@playwright/test';
import type { DocumentItem, InterchangeDocument } from '#core/framework/interchange.ts';
import { paths } from '#core/paths.ts';
import type { ServerProcess } from '../server-process.ts';
import { expect, type Scene } from './fixtures.ts';

export const ITEMS: readonly DocumentItem[] = [
  {
    id: 'm-un',
    kind: 'mission',
    title: 'Première mission',
    body: 'Corps de la première mission.',
    children: [
      { id: 'a-un', kind: 'activity', title: 'Première activité', body: 'Une phrase de texte.' },
      { id: 'a-deux', kind: 'activity', title: 'Deuxième activité', body: 'Une autre phrase.' },
      { id: 'c-un', kind: 'criterion', title: 'Un critère à tenir.' },
    ],
  },
  {
    id: 'm-deux',
    kind: 'mission',
    title: 'Deuxième mission',
    children: [{ id: 'a-trois', kind: 'activity', title: 'Troisième activité', body: 'Encore.' }],
  },
];

export const SKILLS: readonly DocumentItem[] = [
  {
    id: 'k-un',
    kind: 'skill',
    title: 'Écouter sans juger',
    fields: { skillType: 'interpersonal' },
  },
  {
    id: 'k-deux',
    kind: 'skill',
    title: 'Rédiger des écrits clairs',
    fields: { skillType: 'knowhow' },
  },
];

export interface OwnFramework {
  readonly slug: string;
  /** The working text as the API gives it. */
  document(): Promise<InterchangeDocument>;
}

let made = 0;
const tokens = new WeakMap<ServerProcess, Promise<string>>();

/** One coordinator's token for all tests of a server: making one starts a program. */
function tokenOf(scene: Scene, server: ServerProcess): Promise<string> {
  const known = tokens.get(server) ?? scene.token('coordinator');
  tokens.set(server, known);
  return known;
}

/** A framework of the test's own with these missions (and two skills), made through the API. */
export async function ownFramework(
  scene: Scene,
  server: ServerProcess,
  missions: readonly DocumentItem[] = ITEMS,
): Promise<OwnFramework> {
  made += 1;
  const slug = `essai-${process.pid}-${made}`;
  const headers = {
    authorization: `Bearer ${await tokenOf(scene, server)}`,
    'content-type': 'application/json',
  };
  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const head = { slug, template: 'job-reference', language: 'fr', title: `Essai ${made}` };
  await call('POST', '/frameworks', head);
  await call('PUT', `/frameworks/${slug}/working`, {
    format: 'triptyque/1',
    framework: head,
    sections: [
      { key: 'missions', items: missions },
      { key: 'skills', items: SKILLS },
      { key: 'training', items: [] },
    ],
  });
  return { slug, document: () => call('GET', `/frameworks/${slug}/working`) };
}

/** Opens a section and waits until it is alive. */
export async function openSection(page: Page, slug: string, section = 'missions'): Promise<void> {
  await page.goto(paths.write(slug, section));
  await alive(page);
}

/** Until the shared text has come and what is on disk is known. */
export async function alive(page: Page): Promise<void> {
  await expect(page.locator('[data-alive]')).toHaveCount(1);
}

export function item(page: Page, id: string): Locator {
  return page.locator(`[data-item="${id}"]`);
}

/** The words of an item, in use or not. */
export function words(page: Page, id: string): Locator {
  return item(page, id).locator('.rich:visible');
}

/** Clicks behind the last letter of a text in an item. */
export async function clickAfter(page: Page, id: string, text: string): Promise<void> {
  const box = await words(page, id).evaluate(async (rich, wanted) => {
    const walker = document.createTreeWalker(rich, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at + wanted.length - 1);
      range.setEnd(node, at + wanted.length);
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      // A notice that comes or goes above moves the words: they must have stood still for two frames.
      let box = range.getBoundingClientRect();
      for (let still = 0; still < 2; ) {
        await new Promise(requestAnimationFrame);
        const next = range.getBoundingClientRect();
        still = next.top === box.top && next.right === box.right ? still + 1 : 0;
        box = next;
      }
      return { x: box.right - 0.5, y: (box.top + box.bottom) / 2 };
    }
    throw new Error(`no "${wanted}" in ${rich.textContent}`);
  }, text);
  await page.mouse.click(box.x, box.y);
}

/** The id of the item whose text has the caret; '' where none has. */
export function caretIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const text = document.activeElement?.closest('[contenteditable="true"]');
    return text?.closest<HTMLElement>('[data-item]')?.dataset.item ?? '';
  });
}

/** Waits until the caret stands in an item's text. */
export async function expectCaretIn(page: Page, id: string): Promise<void> {
  await expect.poll(() => caretIn(page)).toBe(id);
}

/** Waits for the one word that says what becomes of what one writes. */
export async function expectSaying(page: Page, word: string): Promise<void> {
  await expect(page.getByRole('banner').getByText(word, { exact: true })).toBeVisible();
}

/** What the page says of its connection in sentences, where there is something to say. */
export function notice(page: Page): Locator {
  return page.locator('[data-standing]');
}

/** Waits until the page says that all is on disk. */
export async function saved(page: Page): Promise<void> {
  await expectSaying(page, 'Enregistré');
}

/** Titles in reading order, as the page shows them. */
export function titles(page: Page): Promise<string[]> {
  return page.locator('[data-item] .rich:visible [data-item-title]').allTextContents();
}
