// Where the browser for the tests is: named, in one of the usual places, or installed with apt where that can be done.
import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { say, step, worded } from './say.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a browser, or null. */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  return PLACES.find((path) => existsSync(path)) ?? null;
}

async function aptInstall() {
  const root = process.getuid?.() === 0;
  const apt = (...args) => (root ? run('apt-get', args) : run('sudo', ['-n', 'apt-get', ...args]));
  await apt('update');
  // With what it recommends: its fonts among them.
  await apt('install', '-y', 'chromium');
}

/** Path of a browser, installing one where it can; else says in one line what to do, and ends. */
export async function needBrowser() {
  const found = findBrowser();
  if (found !== null) return found;
  if (!process.env.CHROMIUM_PATH && existsSync('/usr/bin/apt-get')) {
    try {
      await step('browser', aptInstall);
    } catch {
      // Said below, in the one line that helps.
    }
    const installed = findBrowser();
    if (installed !== null) return installed;
  }
  say(worded('noBrowser'));
  process.exit(1);
}
