// Small parts of the page that only a real browser can try: what stays in its place, and what wakes a connection.
import type { Page } from '@playwright/test';
import { build } from 'esbuild';
import { expect, test } from './fixtures.ts';

type Parts = typeof import('../../app/editor/live/scrolling.ts') &
  typeof import('../../app/editor/page/waking.ts');

declare global {
  interface Window {
    parts: Parts;
    woken: number;
  }
}

/** A blank page with the parts in `window.parts`. */
async function openParts(page: Page, body: string): Promise<void> {
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from './app/editor/live/scrolling.ts';
        export * from './app/editor/page/waking.ts';`,
      resolveDir: '.',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'parts',
  });
  await page.setContent(`<!doctype html><html lang="fr"><title>Essai</title><body>${body}`);
  await page.addScriptTag({ content: `${outputFiles[0]?.text}; window.parts = parts;` });
}

const READING = `
  <div style="height: 1500px">avant</div>
  <div id="box" style="position: sticky; top: 0"></div>
  <div><p style="height: 400px"></p><div id="text" contenteditable="true">le caret est ici</div>
  <p style="height: 2000px">la suite</p></div>`;

/** Puts a notice of so many pixels into the box, or takes it away; gives where the text stood before and stands now. */
function change(page: Page, height: number): Promise<readonly [number, number]> {
  return page.evaluate((pixels) => {
    const box = document.getElementById('box');
    const text = document.getElementById('text');
    if (!box || !text) throw new Error('no page');
    const before = text.getBoundingClientRect().top;
    window.parts.changeInPlace(box, () => {
      box.innerHTML = pixels > 0 ? `<div style="height: ${pixels}px">avis</div>` : '';
    });
    return [before, text.getBoundingClientRect().top] as const;
  }, height);
}

test('what one reads stays where it is while a notice before it comes, grows and goes', async ({
  page,
}) => {
  await openParts(page, READING);
  await page.evaluate(() => window.scrollTo(0, 1600));
  for (const height of [120, 60, 0]) {
    const [before, after] = await change(page, height);
    expect(Math.abs(after - before), `${height}`).toBeLessThan(1);
  }
});

test('a caret that a notice would cover comes out below it', async ({ page }) => {
  await openParts(page, READING);
  await page.locator('#text').focus();
  // The line with the caret at the very top of the window, where the notice sticks.
  await page.evaluate(() => {
    const text = document.getElementById('text');
    const box = document.getElementById('box');
    const node = text?.firstChild;
    if (!text || !box || !node) throw new Error('no page');
    getSelection()?.setBaseAndExtent(node, 0, node, 3);
    window.scrollBy(0, text.getBoundingClientRect().top - 5);
  });
  await change(page, 80);
  const [caret, box] = await page.evaluate(() => [
    getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? 0,
    document.getElementById('box')?.getBoundingClientRect().bottom ?? 0,
  ]);
  expect(caret ?? 0).toBeGreaterThanOrEqual((box ?? 0) - 1);
});

test('a connection is asked at every sign of waking, while the page is looked at, and not once the page is gone', async ({
  page,
}) => {
  await openParts(page, '');
  const woken = () => page.evaluate(() => window.woken);
  await page.evaluate(() => {
    window.woken = 0;
    const stop = window.parts.followWaking(() => {
      window.woken += 1;
    }, window);
    addEventListener('stop', stop);
  });
  const all = () =>
    page.evaluate(() => {
      for (const sign of ['online', 'offline', 'pageshow']) window.dispatchEvent(new Event(sign));
      for (const sign of ['resume', 'visibilitychange']) document.dispatchEvent(new Event(sign));
    });
  await all();
  expect(await woken()).toBe(5);
  await page.evaluate(() =>
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }),
  );
  await all();
  expect(await woken()).toBe(5);
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    window.dispatchEvent(new Event('stop'));
  });
  await all();
  expect(await woken()).toBe(5);
});
