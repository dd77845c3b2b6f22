// Where the data files that come with the program are found, when run from its sources or bundled elsewhere.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder `db/<name>` of the program, looked for from this file (or bundle) upwards. */
export function programFolder(name: string, from: string = import.meta.dirname): string {
  const folder = join(from, 'db', name);
  if (existsSync(folder)) return folder;
  const parent = dirname(from);
  if (parent === from) throw new Error(`db/${name} not found: is the program complete?`);
  return programFolder(name, parent);
}
