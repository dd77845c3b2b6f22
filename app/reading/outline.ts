// A document as a reading page needs it: items with numbers, fields and resolved references; long texts apart.
import { nodesOfBody, nodesOfPreamble } from '#core/document/bodies.ts';
import { plainText } from '#core/document/plain.ts';
import type {
  DocumentItem,
  FieldValue,
  InterchangeDocument,
  RichNode,
} from '#core/framework/interchange.ts';
import { numberItems } from '#core/framework/numbers.ts';
import type { Template } from '#core/framework/template.ts';
import { templateOf } from '#core/framework/templates.ts';
import { walkItems } from '#core/framework/walk.ts';

export interface ReadReference {
  readonly item: string;
  /** Slug of the other framework, or '' for this one. */
  readonly framework: string;
  readonly level: number | null;
  /** '' where the target is gone or may not be read. */
  readonly title: string;
  readonly number: string;
  readonly section: string;
}

export interface ReadItem {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  /** Whether a text of that item stands in the page's texts. */
  readonly hasBody: boolean;
  readonly fields: readonly { readonly name: string; readonly value: FieldValue }[];
  readonly references: readonly ReadReference[];
  readonly children: readonly ReadItem[];
  /** A chapter holds numbered items; an entry is one; a line is shown in a list, without number. */
  readonly shape: 'chapter' | 'entry' | 'line';
}

export interface ReadSection {
  readonly key: string;
  readonly hasPreamble: boolean;
  readonly items: readonly ReadItem[];
}

/** What a reference elsewhere is called now; see `Queries.items.titles`. */
export interface OutsideTitle {
  readonly framework: string;
  readonly item: string;
  readonly section: string;
  readonly number: string;
  readonly title: string;
}

export interface Outline {
  readonly sections: readonly ReadSection[];
  /** Rich nodes by name: `body:ID`, `preamble:SECTION`. */
  readonly texts: ReadonlyMap<string, readonly RichNode[]>;
}

/** References of a document that leave it, each once. */
export function outsideReferences(
  document: InterchangeDocument,
): { framework: string; item: string }[] {
  const wanted = new Map<string, { framework: string; item: string }>();
  for (const { item } of walkItems<DocumentItem>(document.sections)) {
    for (const reference of item.references ?? []) {
      const framework = reference.framework;
      if (framework === undefined || framework === document.framework.slug) continue;
      wanted.set(`${framework}/${reference.item}`, { framework, item: reference.item });
    }
  }
  return [...wanted.values()];
}

/** Kinds under which another numbered kind may stand: they are set as chapters. */
function chapterKinds(template: Template | undefined): ReadonlySet<string> {
  const kinds = template?.sections.flatMap((section) => section.kinds) ?? [];
  return new Set(
    kinds.filter((kind) => kind.number.style !== 'none').flatMap((kind) => [...kind.under]),
  );
}

function lineKinds(template: Template | undefined): ReadonlySet<string> {
  const kinds = template?.sections.flatMap((section) => section.kinds) ?? [];
  return new Set(kinds.filter((kind) => kind.number.style === 'none').map((kind) => kind.key));
}

/** The outline of a document; `outside` are the titles of what it points at in other frameworks. */
export function outlineOf(
  document: InterchangeDocument,
  outside: readonly OutsideTitle[],
): Outline {
  const template = templateOf(document.framework.template);
  const numbers = template
    ? numberItems(document.sections, template, document.framework.language)
    : new Map<string, string>();
  const chapters = chapterKinds(template);
  const lines = lineKinds(template);
  const inside = new Map(
    [...walkItems<DocumentItem>(document.sections)].map((visit) => [visit.item.id, visit]),
  );
  const elsewhere = new Map(outside.map((one) => [`${one.framework}/${one.item}`, one]));
  const texts = new Map<string, readonly RichNode[]>();

  const keep = (name: string, nodes: readonly RichNode[]): boolean => {
    if (plainText(nodes).trim() === '') return false;
    texts.set(name, nodes);
    return true;
  };

  const reference = (target: NonNullable<DocumentItem['references']>[number]): ReadReference => {
    const away =
      target.framework !== undefined && target.framework !== document.framework.slug
        ? target.framework
        : '';
    const found = away ? elsewhere.get(`${away}/${target.item}`) : undefined;
    const own = away ? undefined : inside.get(target.item);
    return {
      item: target.item,
      framework: away,
      level: target.level ?? null,
      title: found?.title ?? own?.item.title ?? '',
      number: found?.number ?? numbers.get(target.item) ?? '',
      section: found?.section ?? own?.section ?? '',
    };
  };

  const read = (item: DocumentItem): ReadItem => ({
    id: item.id,
    kind: item.kind,
    number: numbers.get(item.id) ?? '',
    title: item.title ?? '',
    hasBody: keep(`body:${item.id}`, nodesOfBody(item)),
    fields: Object.entries(item.fields ?? {}).map(([name, value]) => ({ name, value })),
    references: (item.references ?? []).map(reference),
    children: (item.children ?? []).map(read),
    shape: chapters.has(item.kind) ? 'chapter' : lines.has(item.kind) ? 'line' : 'entry',
  });

  const sections = document.sections.map((section) => ({
    key: section.key,
    hasPreamble: keep(`preamble:${section.key}`, nodesOfPreamble(section)),
    items: (section.items ?? []).map(read),
  }));
  return { sections, texts };
}
