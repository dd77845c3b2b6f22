// What the page of a damaged section is given by its loader; the words of each choice come as HTML.
import type { Language } from '#core/framework/interchange.ts';
import type { RecoverySource } from '#core/recovery.ts';
import type { SectionRows } from '../rows.ts';

export interface ShownChoice {
  readonly from: RecoverySource;
  /** `rN` or a version's label; '' for what can still be read. */
  readonly ref: string;
  /** Null where nothing could be read. */
  readonly at: string | null;
  /** Items by kind. */
  readonly counts: Readonly<Record<string, number>>;
  readonly sections: readonly SectionRows[];
}

export interface DamagedPageData {
  readonly damaged: true;
  readonly slug: string;
  readonly title: string;
  readonly notice: string;
  readonly language: Language;
  /** Key of the template. */
  readonly template: string;
  readonly sections: readonly { readonly key: string }[];
  /** Whether the framework has sections beside these. */
  readonly others: boolean;
  /** Whether this person may choose what takes the place of the text. */
  readonly mayChoose: boolean;
  /** Names the damage that is chosen for. */
  readonly damage: string;
  /** How many changes cannot be read; null where that is not known. */
  readonly lost: number | null;
  readonly lastLostAt: string | null;
  readonly choices: readonly ShownChoice[];
  /** The version that can be read meanwhile. */
  readonly version: { readonly label: string; readonly path: string } | null;
}

/** Name under which the loader puts the HTML of an item (or a preamble) of a choice into `context.texts`. */
export function previewName(from: RecoverySource, id: string): string {
  return `${from} ${id}`;
}
