// The coverage of a framework as a file that a spreadsheet opens, in the language of whoever asks.

import type { Language } from '#core/framework/interchange.ts';
import type { Actor } from '#core/policy.ts';
import { accept, type Result } from '#core/refusal.ts';
import type { Translate } from '#locales/catalogue.ts';
import type { Queries } from '../context.ts';
import { coverageTable } from './coverage-table.ts';
import { csvText } from './csv.ts';
import type { ExportedFile } from './export.ts';
import { contentDisposition, fileName } from './file-name.ts';

export const CSV_TYPE = 'text/csv; charset=utf-8';

/** The coverage that this actor may read, as CSV: spreadsheets expect separators of their user's language. */
export async function coverageFile(
  {
    actor,
    queries,
    language,
    t,
  }: {
    readonly actor: Actor;
    readonly queries: Pick<Queries, 'coverage' | 'frameworks'>;
    readonly language: Language;
    readonly t: Translate;
  },
  slug: string,
): Promise<Result<ExportedFile>> {
  const framework = await queries.frameworks.get(actor, slug);
  if (!framework.ok) return framework;
  const found = await queries.coverage.get(actor, slug);
  if (!found.ok) return found;
  const { ref, coverage } = found.value;
  const state = ref === 'working' ? t('coverage.file') : `v${ref} ${t('coverage.file')}`;
  const named = {
    title: framework.value.title,
    slug: framework.value.slug,
    state,
    extension: 'csv',
  };
  return accept({
    bytes: new TextEncoder().encode(csvText(language, coverageTable(t, coverage))),
    type: CSV_TYPE,
    name: fileName(named),
    disposition: contentDisposition(named),
  });
}
