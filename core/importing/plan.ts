// What a person says of a file that comes in: which headings name sections, and what the others become.
import type { Template } from '../framework/template.ts';

/** A heading that is no item: its words stay, in bold, in the text around it. */
export const AS_TEXT = '';

export interface ImportPlan {
  /** Whether the heading that stands alone before all others is the title of the whole. */
  readonly title: boolean;
  /** The level of headings that part the file into sections; 0 where all of it goes into one. */
  readonly parts: number;
  /** The section that takes all where `parts` is 0, and the words before the first part. */
  readonly section: string;
  /** What each heading of that level opens, in order: a section, or AS_TEXT. */
  readonly sections: readonly string[];
  /** By section and level: the kind of item that headings become, or AS_TEXT. */
  readonly kinds: Readonly<Record<string, Readonly<Record<number, string>>>>;
  /** Whether numbers typed by hand before headings are taken off. */
  readonly numbers: boolean;
}

/** The names that people write for sections and kinds, in the language of the file. */
export interface FieldNames {
  readonly sections: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, string>>;
}

/** The names of a template's kinds, the longest first: « bloc de compétences » before « compétence ». */
export function kindNames(template: Template, names: FieldNames): string[] {
  return template.sections
    .flatMap((section) => section.kinds.map(({ key }) => names.kinds[key] ?? ''))
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length);
}
