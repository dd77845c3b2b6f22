// A file that a program brings to an address, of whatever kind: what it would make of what stands there, without anybody who chooses.
import type { InterchangeDocument, Language } from '#core/framework/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';
import { guessPlan, guessTemplate } from '#core/importing/guess.ts';
import type { ImportWay } from '#core/importing/merge.ts';
import type { SourceDocument } from '#core/importing/source.ts';
import type { Actor } from '#core/policy.ts';
import { accept, type Result, refuse } from '#core/refusal.ts';
import type { Translate } from '#locales/catalogue.ts';
import { importNames } from '#locales/import-names.ts';
import type { FrameworkDetail, PlannedImport, Queries } from '../context.ts';
import { readDocument } from './read.ts';

/** Formats whose headings become items as `core/importing` guesses; a file tells itself which of them it is. */
const WRITTEN: readonly string[] = ['docx', 'odt', 'md'];

export interface Bringing {
  readonly actor: Actor;
  readonly queries: Pick<Queries, 'frameworks' | 'documents' | 'comparisons'>;
  /** Of whoever asks; a new framework made of a file without one is in it. */
  readonly language: Language;
  readonly t: Translate;
}

export interface BroughtFile {
  readonly format: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly slug: string;
  /** What a file without ids does to a present text; brings it up to date where it is left out. */
  readonly way?: ImportWay | undefined;
  /** Of a new framework; what the file speaks of most where it is left out. */
  readonly template?: string | undefined;
}

export interface Brought {
  /** What shall stand at the address. */
  readonly document: InterchangeDocument;
  /** What it changes there, where it was read without ids and something stands there. */
  readonly planned: PlannedImport | null;
  /** What stands there; null where nothing does. */
  readonly present: FrameworkDetail | null;
}

/** Reads the file and plans what becomes of it; nothing is changed. */
export async function readBrought(by: Bringing, file: BroughtFile): Promise<Result<Brought>> {
  const { actor, queries, t } = by;
  const known = await queries.frameworks.get(actor, file.slug);
  if (!known.ok && known.code !== 'not-found') return known;
  const present = known.ok ? known.value : null;
  if (!WRITTEN.includes(file.format)) {
    const read = readDocument(file.format, new TextDecoder().decode(file.bytes), t);
    return read.ok ? accept({ document: read.value, planned: null, present }) : read;
  }
  const read = await queries.documents.read(actor, file.bytes, by.language);
  if (!read.ok) return read;
  if (!('source' in read.value)) {
    return accept({ document: read.value.document, planned: null, present });
  }
  const made = await arranged(by, file, read.value.source, present);
  if (!made.ok || present === null) {
    return made.ok ? accept({ document: made.value, planned: null, present }) : made;
  }
  const planned = await queries.comparisons.previewImport(
    actor,
    file.slug,
    made.value,
    file.way ?? 'update',
  );
  if (!planned.ok) return planned;
  return accept({ document: planned.value.after, planned: planned.value, present });
}

async function arranged(
  { actor, queries, language: spoken }: Bringing,
  { slug, template: wanted }: BroughtFile,
  source: SourceDocument,
  present: FrameworkDetail | null,
): Promise<Result<InterchangeDocument>> {
  const language = present?.language ?? spoken;
  const names = importNames(language);
  const key = present?.template ?? wanted;
  const template = key === undefined ? guessTemplate(source, names) : templateOf(key);
  if (!template) return refuse('unknown-template');
  const title = present?.title ?? (source.title.slice(0, 300) || slug);
  const { licence = '', notice = '' } = present ?? {};
  const head = { slug, template: template.key, language, title, licence, notice };
  return queries.documents.arrange(actor, source, guessPlan(source, template, names), head);
}
