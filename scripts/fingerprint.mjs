// Whether the build is that of these sources: a hash of everything it is made from.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.mjs';

const SOURCES = [
  'app',
  'core',
  'db',
  'locales',
  'public',
  'scripts/build.mjs',
  'server',
  'package.json',
  'package-lock.json',
  'remix.config.js',
  'tsconfig.json',
  'vite.config.ts',
];

function* filesOf(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return;
  if (!statSync(full).isDirectory()) {
    yield path;
    return;
  }
  const names = readdirSync(full).sort();
  for (const name of names) yield* filesOf(`${path}/${name}`);
}

/** SHA-256 over names and contents of the sources, and the version of Node. */
export function fingerprint() {
  const hash = createHash('sha256').update(process.versions.node);
  for (const source of SOURCES) {
    for (const file of filesOf(source)) {
      const bytes = readFileSync(join(ROOT, file));
      hash.update(`\0${file}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}
