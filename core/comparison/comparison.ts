// The shape of a comparison, as CONTRACT fixes it for the API; the views read the same thing.
import type { FieldValue, Reference } from '../framework/interchange.ts';
import type { BlockShape, TextMark } from './rich-text.ts';

export const CHANGE_KINDS = [
  'added',
  'removed',
  'moved',
  'reworded',
  'fields',
  'references',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * A stretch of text. `equal` and `delete` joined give the text before, `equal` and `insert` the text
 * after, as `before` and `after` of the same change give them. Where the two differ only in what no
 * reader sees (`words/visible.ts`), an equal stretch is written as in the text after, and so it
 * stands in `before` too.
 */
export interface WordRun {
  op: 'equal' | 'insert' | 'delete';
  text: string;
}

/** A run with what is written on it: marks as after (as before where deleted), `was` where they were others. */
export interface MarkedRun extends WordRun {
  marks?: TextMark[];
  was?: TextMark[];
}

/**
 * A paragraph, list item or table row of a reworded body with its counterpart; one that is only on
 * one side was added or removed. Cells are parted by tabs, parts of a block that was cut in two or
 * joined by line breaks.
 */
export interface ComparedBlock {
  before?: BlockShape;
  after?: BlockShape;
  runs: MarkedRun[];
}

/** A change of form on words that stayed: `start` and `end` in the text after, in UTF-16 units. */
export interface FormattingChange {
  start: number;
  end: number;
  text: string;
  marks?: { before: TextMark[]; after: TextMark[] };
  block?: { before: BlockShape; after: BlockShape };
}

/**
 * One side of a changed item. `body` is plain text; `path` lists ancestors' ids from the section
 * down, `index` is the place among siblings, from 0.
 */
export interface ComparedSide {
  path: string[];
  index?: number;
  number: string;
  title: string;
  body: string;
}

/** A changed field; a changed kind is the field `kind`. `words` where both values are texts. */
export interface FieldChange {
  name: string;
  before?: FieldValue;
  after?: FieldValue;
  words?: WordRun[];
}

export interface ReferenceChange {
  item: string;
  framework?: string;
  before?: { level?: number; order: number };
  after?: { level?: number; order: number };
}

/**
 * What changed in one item. `words` are given where it is reworded; `fields` and `references` where
 * these changed, and for an added or removed item all it has (had).
 */
export interface ItemChange {
  item: string;
  kind: string;
  section: string;
  changes: ChangeKind[];
  before?: ComparedSide;
  after?: ComparedSide;
  words?: { title: WordRun[]; body: WordRun[] };
  /** The body block by block, where it is reworded and is more than plain paragraphs. */
  blocks?: ComparedBlock[];
  /** What changed only in form, in a reworded body. */
  formatting?: FormattingChange[];
  /** Whether a text was too long to be compared word by word everywhere. */
  coarse?: boolean;
  fields?: FieldChange[];
  references?: { added: Reference[]; removed: Reference[]; changed: ReferenceChange[] };
}

export interface PreambleChange {
  section: string;
  words: WordRun[];
  blocks?: ComparedBlock[];
  formatting?: FormattingChange[];
}

/**
 * What became of what. `to` of a split names every item that carries the text on, the old id too
 * when it lives on; `from` of a merge names every source, the surviving id too; `replaced` pairs a
 * removed item with a new one.
 */
export interface Relations {
  split: { from: string; to: string[] }[];
  merged: { from: string[]; to: string }[];
  replaced: { from: string; to: string }[];
}

/** How an item is called on one side. */
export interface ItemName {
  kind: string;
  number: string;
  title: string;
}

export interface Comparison {
  base: { ref: string };
  head: { ref: string };
  summary: Record<ChangeKind | 'unchanged', number>;
  changes: ItemChange[];
  /** Words before the first item, where they differ. */
  preambles: PreambleChange[];
  relations: Relations;
  /** Keys of sections that were left out on both sides, since one of them cannot be read now. */
  unreadable?: string[];
  /** What changed in the framework's own title, licence or notice. */
  framework?: FieldChange[];
  /**
   * Where head was read without ids: which of its items was taken for which of base. Everywhere else
   * in the comparison such an item goes by base's id.
   */
  pairs?: { base: string; head: string }[];
  /** Every item that a change or relation mentions, by id, as it is called on each side. */
  names?: { before: Record<string, ItemName>; after: Record<string, ItemName> };
}
