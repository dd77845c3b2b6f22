// The numbers shown beside items (M2.3): derived from the template each time, never stored, never cited.
import type { Language } from './interchange.ts';
import type { KindDefinition, Template } from './template.ts';

export interface NumberedItem {
  readonly id: string;
  readonly kind: string;
  readonly children?: readonly NumberedItem[] | undefined;
}

export interface NumberedSection {
  readonly key: string;
  readonly items?: readonly NumberedItem[] | undefined;
}

/**
 * Number of each item by id, in the words of `language`. A prefixed kind counts through its whole
 * section, even inside blocks (C1… C24); a nested one counts under the nearest item above that has
 * a number (M1.2), or by itself where there is none. Kinds without numbers, and kinds the template
 * does not know, have no entry.
 */
export function numberItems(
  sections: readonly NumberedSection[],
  template: Template,
  language: Language,
): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const section of sections) {
    const known = template.sections.find((one) => one.key === section.key)?.kinds ?? [];
    const kinds = new Map<string, KindDefinition>(known.map((kind) => [kind.key, kind]));
    const counts = new Map<string, number>();
    const next = (counter: string) => {
      const count = (counts.get(counter) ?? 0) + 1;
      counts.set(counter, count);
      return count;
    };
    const visit = (items: readonly NumberedItem[], above: string) => {
      for (const item of items) {
        const style = kinds.get(item.kind)?.number;
        let own = '';
        if (style?.style === 'prefix') {
          const prefix = style.prefix[language];
          own = `${prefix}${next(`prefix ${prefix}`)}`;
        } else if (style?.style === 'nested') {
          const count = next(`under ${above}`);
          own = above === '' ? String(count) : `${above}.${count}`;
        }
        if (own !== '') numbers.set(item.id, own);
        visit(item.children ?? [], own || above);
      }
    };
    visit(section.items ?? [], '');
  }
  return numbers;
}
