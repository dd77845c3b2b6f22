// The shape of a comparison, as CONTRACT fixes it for the API; the views read the same thing.
import type { FieldValue, Reference } from '../framework/interchange.ts';

export const CHANGE_KINDS = [
  'added',
  'removed',
  'moved',
  'reworded',
  'fields',
  'references',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface WordRun {
  op: 'equal' | 'insert' | 'delete';
  text: string;
}

/** One side of a changed item. `body` is plain text; `path` lists ancestors' ids from the section down. */
export interface ComparedSide {
  path: string[];
  number: string;
  title: string;
  body: string;
}

export interface FieldChange {
  name: string;
  before?: FieldValue;
  after?: FieldValue;
}

export interface ReferenceChange {
  item: string;
  framework?: string;
  before?: { level?: number; order: number };
  after?: { level?: number; order: number };
}

export interface ItemChange {
  item: string;
  kind: string;
  section: string;
  changes: ChangeKind[];
  before?: ComparedSide;
  after?: ComparedSide;
  words?: { title: WordRun[]; body: WordRun[] };
  fields?: FieldChange[];
  references?: { added: Reference[]; removed: Reference[]; changed: ReferenceChange[] };
}

export interface Relations {
  split: { from: string; to: string[] }[];
  merged: { from: string[]; to: string }[];
  replaced: { from: string; to: string }[];
}

export interface Comparison {
  base: { ref: string };
  head: { ref: string };
  summary: Record<ChangeKind | 'unchanged', number>;
  changes: ItemChange[];
  /** Words before the first item, where they differ. */
  preambles: { section: string; words: WordRun[] }[];
  relations: Relations;
}
