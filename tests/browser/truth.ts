// Watches a section's page without a break, and holds what it says of one's words against what the server has committed.
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import type { OnDisk } from './on-disk.ts';

/** What a person could read at one moment. */
interface Seen {
  /** The word in the bar. */
  readonly word: string;
  /** The text of all items. */
  readonly text: string;
}

declare global {
  interface Window {
    /** Given to the page by `watchTruth`. */
    seenByTruth(seen: Seen): void;
  }
}

export interface Watch {
  /** Words that the page has shown in the bar, in their order, each once in a row. */
  readonly words: readonly string[];
  /** Fails where the page once said « Enregistré » of words that the file did not hold. */
  expectTrue(): void;
}

/** `mark` finds the words that are looked for: those that this person types. */
export async function watchTruth(page: Page, disk: OnDisk, mark: RegExp): Promise<Watch> {
  const words: string[] = [];
  const lies: string[] = [];
  let looks = 0;
  await page.exposeBinding('seenByTruth', (_source, { word, text }: Seen) => {
    looks += 1;
    if (words.at(-1) !== word) words.push(word);
    if (word !== 'Enregistré') return;
    const committed = disk.text();
    const missing = (text.match(mark) ?? []).filter((one) => !committed.includes(one));
    if (missing.length > 0) lies.push(`look ${looks}: ${missing.join(' ')}`);
  });
  await page.evaluate(() => {
    let last = '';
    const look = () => {
      const word = document.querySelector('header [data-state]')?.textContent ?? '';
      const text = [...document.querySelectorAll<HTMLElement>('[data-item] .rich')]
        .filter((one) => one.offsetParent !== null)
        .map((one) => one.textContent)
        .join('\n');
      if (`${word}\n${text}` !== last) {
        last = `${word}\n${text}`;
        window.seenByTruth({ word, text });
      }
    };
    // At every frame: what is there between two of them nobody sees.
    const frame = () => {
      look();
      requestAnimationFrame(frame);
    };
    frame();
  });
  return {
    words,
    expectTrue() {
      expect(looks, 'looks at the page').toBeGreaterThan(1);
      expect(lies, 'said to be saved, and not in the file').toEqual([]);
    },
  };
}
