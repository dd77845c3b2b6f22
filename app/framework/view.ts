// What the pages of a framework show of a document: items with numbers, without their bodies.
import type {
  FieldValue,
  InterchangeDocument,
  Language,
  Reference,
} from '#core/framework/interchange.ts';
import { numberItems } from '#core/framework/numbers.ts';
import type { Template } from '#core/framework/template.ts';

export interface ViewItem {
  readonly id: string;
  readonly kind: string;
  /** Empty where the kind has none. */
  readonly number: string;
  readonly title: string;
  /** Whether it has a text; the text itself is not here. */
  readonly written: boolean;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly references: readonly Reference[];
  readonly children: readonly ViewItem[];
}

export interface ViewSection {
  readonly key: string;
  readonly items: readonly ViewItem[];
}

type Item = NonNullable<InterchangeDocument['sections'][number]['items']>[number];

/** The document as the template orders its sections; a section the document lacks is there, empty. */
export function viewOf(
  document: InterchangeDocument,
  template: Template,
  language: Language,
): ViewSection[] {
  const numbers = numberItems(document.sections, template, language);
  const view = (item: Item): ViewItem => ({
    id: item.id,
    kind: item.kind,
    number: numbers.get(item.id) ?? '',
    title: item.title ?? '',
    written: Boolean(item.body || item.bodyDoc),
    fields: item.fields ?? {},
    references: item.references ?? [],
    children: (item.children ?? []).map(view),
  });
  return template.sections.map(({ key }) => ({
    key,
    items: (document.sections.find((section) => section.key === key)?.items ?? []).map(view),
  }));
}
