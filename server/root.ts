// Where the project stands on disk, found from this file up, so that it is the same when bundled.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('package.json not found: is the program complete?');
  return findRoot(parent);
}

/** The folder that holds package.json. */
export const ROOT = findRoot(import.meta.dirname);

/** The version of this program. */
export function programVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(manifest).version;
}
