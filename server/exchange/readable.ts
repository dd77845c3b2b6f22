// A document made ready for people to read: numbered, worded, its references resolved; Markdown and HTML are written from it.
import { nodesOfMarkdown } from '#core/document/markdown.ts';
import type {
  DocumentItem,
  FieldValue,
  InterchangeDocument,
  Language,
  Reference,
  RichNode,
} from '#core/framework/interchange.ts';
import { numberItems } from '#core/framework/numbers.ts';
import { templateOf } from '#core/framework/templates.ts';
import { walkItems } from '#core/framework/walk.ts';
import { isMessageKey, type Translate, translator } from '#locales/catalogue.ts';
import { fieldLabel, fieldText } from '#locales/field-words.ts';
import { formatDate } from '#locales/format.ts';
import { typeset, typesetRich } from '#locales/typography.ts';
import type { ItemTitle, RefDocument } from '../context.ts';
import { licenceOf } from './licence.ts';

export interface ExportSource {
  readonly found: RefDocument;
  /** Titles of items of other frameworks that the reader may see. */
  readonly elsewhere: readonly ItemTitle[];
  /** Where the text is read; absolute. */
  readonly address: string;
  readonly now: Date;
}

export interface ReadableReference {
  readonly text: string;
  /** Id of the target where it is in this document, to link to. */
  readonly anchor: string | null;
}

export interface ReadableItem {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly body: readonly RichNode[];
  readonly fields: readonly string[];
  readonly references: readonly ReadableReference[];
  readonly children: readonly ReadableItem[];
}

export interface ReadableSection {
  readonly key: string;
  readonly title: string;
  readonly preamble: readonly RichNode[];
  readonly items: readonly ReadableItem[];
}

export interface ReadableDocument {
  readonly language: Language;
  readonly title: string;
  readonly standing: string;
  readonly notice: string;
  readonly licence: { readonly text: string; readonly address: string | null } | null;
  readonly address: string;
  readonly seal: string;
  readonly note: string;
  readonly sections: readonly ReadableSection[];
}

function richText(
  language: Language,
  markdown: string | undefined,
  exact: RichNode | undefined,
): RichNode[] {
  return typesetRich(language, exact?.content ?? nodesOfMarkdown(markdown ?? ''));
}

function worded(t: Translate, key: string, fallback: string): string {
  return isMessageKey(key) ? t(key) : fallback;
}

function fieldLine(t: Translate, name: string, value: FieldValue): string {
  return t('export.field', { name: fieldLabel(t, name), value: fieldText(t, name, value) });
}

function standingOf(t: Translate, language: Language, source: ExportSource): string {
  const { found, now } = source;
  const day = (instant: string) => formatDate(language, instant);
  if (found.version !== null) {
    const { label, status, publishedAt, withdrawal } = found.version;
    const values = { label, date: day(publishedAt) };
    return withdrawal !== undefined
      ? t('export.version.withdrawn', {
          ...values,
          withdrawn: day(withdrawal.at),
          reason: withdrawal.reason,
        })
      : t(status === 'adopted' ? 'export.version.adopted' : 'export.version.consultation', values);
  }
  return found.revision !== null
    ? t('export.revision', { ref: found.ref, date: day(found.revision.createdAt) })
    : t('export.working', { date: day(now.toISOString()) });
}

function noteOf(language: Language, source: ExportSource): string {
  const note = source.found.version?.note ?? '';
  return typeof note === 'string' ? note : note[language];
}

function labelled(number: string, title: string): string {
  return number === '' ? title : `${number} ${title}`;
}

interface Titles {
  readonly here: ReadonlyMap<string, string>;
  readonly elsewhere: ReadonlyMap<string, string>;
}

function titlesOf(
  t: Translate,
  document: InterchangeDocument,
  numbers: ReadonlyMap<string, string>,
  elsewhere: readonly ItemTitle[],
): Titles {
  const here = new Map<string, string>();
  for (const { item } of walkItems(document.sections)) {
    here.set(item.id, labelled(numbers.get(item.id) ?? '', item.title || t('export.untitled')));
  }
  const named = elsewhere.map((each): [string, string] => [
    `${each.framework}/${each.item}`,
    labelled(each.number, each.title || t('export.untitled')),
  ]);
  return { here, elsewhere: new Map(named) };
}

function referenceText(
  t: Translate,
  titles: Titles,
  own: string,
  reference: Reference,
): ReadableReference {
  const { item, framework, level } = reference;
  const local = framework === undefined || framework === own;
  const title = local ? titles.here.get(item) : titles.elsewhere.get(`${framework}/${item}`);
  if (title === undefined) return { text: t('export.reference.gone', { id: item }), anchor: null };
  const placed = local ? title : t('export.reference.framework', { title, framework: framework });
  const text = level === undefined ? placed : t('export.reference.level', { title: placed, level });
  return { text, anchor: local ? item : null };
}

/** Makes a document readable, in its own language. */
export function readable(source: ExportSource): ReadableDocument {
  const { document } = source.found;
  const { language, slug, template: key, title, licence, notice } = document.framework;
  const t = translator(language);
  const template = templateOf(key);
  const numbers = template
    ? numberItems(document.sections, template, language)
    : new Map<string, string>();
  const titles = titlesOf(t, document, numbers, source.elsewhere);

  const itemOf = (item: DocumentItem): ReadableItem => ({
    id: item.id,
    kind: item.kind,
    number: numbers.get(item.id) ?? '',
    title: typeset(language, item.title ?? '') || t('export.untitled'),
    body: richText(language, item.body, item.bodyDoc),
    fields: Object.entries(item.fields ?? {}).map(([name, value]) => fieldLine(t, name, value)),
    references: (item.references ?? []).map((each) => referenceText(t, titles, slug, each)),
    children: (item.children ?? []).map(itemOf),
  });

  return {
    language,
    title: typeset(language, title),
    standing: standingOf(t, language, source),
    notice: typeset(language, notice ?? ''),
    licence: licence ? licenceOf(licence) : null,
    address: source.address,
    seal: source.found.version?.hash ?? '',
    note: typeset(language, noteOf(language, source)),
    sections: document.sections.map((section) => ({
      key: section.key,
      title: worded(t, `section.${section.key}`, section.key),
      preamble: richText(language, section.preamble, section.preambleDoc),
      items: (section.items ?? []).map(itemOf),
    })),
  };
}
