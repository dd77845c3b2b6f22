// What the page of a section is given by its loader: names, rows and rights. The words themselves come as HTML.
import type { CoverageOutside } from '#core/framework/coverage-outside.ts';
import type { Language } from '#core/framework/interchange.ts';
import type { TargetTitle } from '../live/targets.ts';
import type { SectionRows } from '../rows.ts';

export interface SectionPageData {
  /** Id of the framework. */
  readonly framework: string;
  readonly slug: string;
  readonly title: string;
  readonly notice: string;
  /** Key of the template. */
  readonly template: string;
  readonly roomKey: string;
  readonly language: Language;
  readonly sections: readonly SectionRows[];
  /** Targets of references that stand in other rooms or frameworks, as they were when the page was made. */
  readonly targets: readonly TargetTitle[];
  /** What is in the other rooms, as far as gaps are told from it; null where the template has no coverage. */
  readonly outside: CoverageOutside | null;
  readonly me: { readonly id: string; readonly name: string };
  readonly mayWrite: boolean;
  readonly mayComment: boolean;
  readonly archived: boolean;
  /** Largest message that the server takes, in bytes. */
  readonly messageBytes: number;
  /** What took the place of a damaged text, for who has just chosen it (`now`) or came second; else null. */
  readonly putRight: {
    readonly now: boolean;
    readonly replacedBy: string;
    readonly by: string;
    readonly at: string;
  } | null;
  /** Grammar of the server that made the page. */
  readonly grammar: number;
}

/** Name under which the loader puts an item's (or a preamble's) HTML into `context.texts`. */
export function textName(id: string): string {
  return `text ${id}`;
}
