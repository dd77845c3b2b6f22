// Exporting: finds the document, makes it readable, writes it in the format that was asked for, and names the file.
import { canonicalJson } from '#core/framework/canonical.ts';
import { walkItems } from '#core/framework/walk.ts';
import { paths } from '#core/paths.ts';
import type { Actor } from '#core/policy.ts';
import { accept, type Result } from '#core/refusal.ts';
import { translator } from '#locales/catalogue.ts';
import type { ItemTitle, Queries, RefDocument } from '../context.ts';
import { contentDisposition, fileName } from './file-name.ts';
import { htmlExport } from './html.ts';
import { markdownExport } from './markdown.ts';
import { type ExportSource, readable } from './readable.ts';

interface Format {
  readonly type: string;
  write(source: ExportSource): string;
}

export const EXPORT_FORMATS = {
  json: {
    type: 'application/json; charset=utf-8',
    write: ({ found }) => canonicalJson(found.document),
  },
  md: {
    type: 'text/markdown; charset=utf-8',
    write: (source) => markdownExport(readable(source)),
  },
  html: {
    type: 'text/html; charset=utf-8',
    write: (source) => htmlExport(readable(source)),
  },
} as const satisfies Record<string, Format>;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

export function isExportFormat(name: string): name is ExportFormat {
  return Object.hasOwn(EXPORT_FORMATS, name);
}

/** Formats of the interface that this server does not write. */
const PLANNED = new Set(['pdf', 'docx', 'odt', 'csv', 'xlsx', 'case', 'table']);

export function isPlannedFormat(name: string): boolean {
  return PLANNED.has(name);
}

export interface ExportedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly name: string;
  /** The header that names it. */
  readonly disposition: string;
}

export interface Exporting {
  readonly actor: Actor;
  readonly queries: Pick<Queries, 'documents' | 'items'>;
  readonly now: Date;
  /** Absolute address of a path of this server. */
  url(path: string): string;
}

async function titlesElsewhere(
  { actor, queries }: Exporting,
  { document }: RefDocument,
): Promise<readonly ItemTitle[]> {
  const wanted = new Map<string, { framework: string; item: string }>();
  for (const { item } of walkItems(document.sections)) {
    for (const { framework, item: id } of item.references ?? []) {
      if (framework === undefined || framework === document.framework.slug) continue;
      wanted.set(`${framework}/${id}`, { framework, item: id });
    }
  }
  return wanted.size === 0 ? [] : queries.items.titles(actor, [...wanted.values()]);
}

/** Exports what `ref` (a version's label, `rN` or `working`) names, as the actor may read it. */
export async function exportDocument(
  exporting: Exporting,
  slug: string,
  ref: string,
  format: ExportFormat,
): Promise<Result<ExportedFile>> {
  const found = await exporting.queries.documents.get(exporting.actor, slug, ref);
  if (!found.ok) return found;
  const { framework } = found.value.document;
  const { type, write } = EXPORT_FORMATS[format];
  const text = write({
    found: found.value,
    elsewhere: format === 'json' ? [] : await titlesElsewhere(exporting, found.value),
    address: exporting.url(paths.read(slug, ref)),
    now: exporting.now,
  });
  const t = translator(framework.language);
  const state =
    ref === 'working' ? t('export.name.working') : found.value.version === null ? ref : `v${ref}`;
  const named = { title: framework.title, slug: framework.slug, state, extension: format };
  return accept({
    bytes: new TextEncoder().encode(text),
    type,
    name: fileName(named),
    disposition: contentDisposition(named),
  });
}
