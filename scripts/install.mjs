// Installing the packages, only where the installed ones are not those of the lock.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hold } from './hold.mjs';
import { ROOT, run } from './run.mjs';
import { say, step, worded } from './say.mjs';

/** Ends with one line on a Node that is too old. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(worded('node', { version: process.versions.node }));
  process.exit(1);
}

function read(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages;
  } catch {
    return null;
  }
}

/** Whether what is installed differs from the lock, by version of each package (dates say little after a copy). */
export function mustInstall() {
  const wanted = read('package-lock.json');
  const installed = read('node_modules/.package-lock.json');
  if (wanted === null) return false;
  if (installed === null) return true;
  return Object.entries(wanted).some(([path, entry]) => {
    if (path === '' || entry.link) return false;
    const there = installed[path];
    if (there === undefined) return !(entry.optional || entry.devOptional || entry.peer);
    return there.version !== entry.version;
  });
}

/** Installs where something is missing. */
export async function install() {
  if (!mustInstall()) return;
  const release = await hold('install');
  try {
    // Whoever held it before may have installed all.
    if (!mustInstall()) return;
    await step('installing', () => run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']));
  } finally {
    release();
  }
}
