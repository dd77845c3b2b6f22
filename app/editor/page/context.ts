// What every part of the section's page reaches: the page's data, the living section, and what is open beside the text.
import { createContext, useContext } from 'react';
import type { Template } from '#core/framework/template.ts';
import type { KnownGaps } from '../live/gaps.ts';
import type { Section } from '../live/section.ts';
import type { Signal } from '../live/signal.ts';
import type { Row } from '../rows.ts';
import type { SectionPageData } from './page-data.ts';

/** A menu or dialog that is open, and for which item. */
export type Beside =
  | { readonly kind: 'menu'; readonly id: string; readonly anchor: Element }
  | { readonly kind: 'chip'; readonly id: string; readonly at: number; readonly anchor: Element }
  | { readonly kind: 'move'; readonly id: string }
  | { readonly kind: 'picker'; readonly id: string }
  | { readonly kind: 'link' }
  | { readonly kind: 'bin' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'outline' }
  /** Threads of comments of one item, or of the whole page. */
  | { readonly kind: 'comments'; readonly id: string | null };

export interface SectionContextValue {
  readonly data: SectionPageData;
  readonly template: Template;
  /** Null on the server and until the live part has come. */
  readonly section: Section | null;
  /** Whether editing controls are shown. */
  readonly writing: boolean;
  readonly beside: Signal<Beside | null>;
  /** Id of the item that Tab comes to. */
  readonly roving: Signal<string>;
  /** Says something to those who listen. */
  readonly announce: (text: string) => void;
  /** What the items lack, as the server told it; `section.gaps` follows from then on. */
  readonly servedGaps: KnownGaps;
  /** Number and title of an item, or its kind where it has neither. */
  readonly nameOf: (row: Row) => string;
}

export const SectionContext = createContext<SectionContextValue | null>(null);

/** Inside a section's page only. */
export function useSectionPage(): SectionContextValue {
  const value = useContext(SectionContext);
  if (!value) throw new Error('useSectionPage outside a section page');
  return value;
}
