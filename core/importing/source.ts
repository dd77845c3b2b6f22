// A file of somebody's word processor, as whatever read it gives it: headings by level, and what stands under them.
import type { RichNode } from '../framework/interchange.ts';

/** What a file held that does not come in as it was; each has its words under `importing.left.<note>` in `locales/`. */
export const SOURCE_NOTES = [
  'footnotes',
  'insertions',
  'deletions',
  'comments',
  'headers',
  'hidden',
  'contents',
  'pictures',
  'formulas',
  'symbols',
  'marks',
] as const;
export type SourceNote = (typeof SOURCE_NOTES)[number];

/** A heading: one line of plain words. The number that a word processor shows before it is not among them. */
export interface SourceHeading {
  /** 1 to 9, 1 the highest. */
  readonly level: number;
  readonly heading: string;
}

/** What stands under a heading: paragraphs, lists, tables and quotes of the grammar. */
export interface SourceText {
  readonly nodes: readonly RichNode[];
}

export type SourceBlock = SourceHeading | SourceText;

/** Words that no item takes: they are shown, so that nobody misses them later. */
export interface LeftWords {
  readonly note: SourceNote;
  readonly text: string;
}

export interface SourceDocument {
  /** The title of the whole, where the file has a paragraph for it; else ''. */
  readonly title: string;
  readonly blocks: readonly SourceBlock[];
  /** How often each thing occurred that does not come in as it was. */
  readonly notes: Readonly<Partial<Record<SourceNote, number>>>;
  readonly left: readonly LeftWords[];
}

export const LOWEST_HEADING = 9;

export function isHeading(block: SourceBlock): block is SourceHeading {
  return 'heading' in block;
}

/** The levels of headings that occur, highest first. */
export function levelsOf(source: SourceDocument): number[] {
  const levels = new Set(source.blocks.filter(isHeading).map(({ level }) => level));
  return [...levels].sort((a, b) => a - b);
}

/**
 * Where the heading stands that is the title of the whole: the first of all, alone at its level, with
 * lower ones under it. -1 where there is none, or where the file says its title otherwise.
 */
export function titleHeading(source: SourceDocument): number {
  const at = source.blocks.findIndex(isHeading);
  const first = source.blocks[at];
  if (source.title !== '' || first === undefined || !isHeading(first)) return -1;
  const others = source.blocks.filter(isHeading).slice(1);
  return others.length > 0 && others.every(({ level }) => level > first.level) ? at : -1;
}
