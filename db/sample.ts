// The sample content: interchange documents kept as data in db/sample, one folder per language.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '#core/framework/interchange.ts';
import { programFolder } from './files.ts';

/** All sample documents as parsed JSON, French first, not checked yet. */
export function sampleDocuments(): unknown[] {
  const folder = programFolder('sample');
  return LANGUAGES.flatMap((language) =>
    readdirSync(join(folder, language))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name): unknown => JSON.parse(readFileSync(join(folder, language, name), 'utf8'))),
  );
}
