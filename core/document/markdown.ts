// Markdown of rich text and back, without a DOM: the grammar's marks and blocks, nothing else.
import type { RichNode } from '../framework/interchange.ts';
import { readBlocks } from './markdown/blocks.ts';
import { writeBlocks } from './markdown/write.ts';
import { normalNodes } from './rich.ts';

const HARMFUL_HTML =
  /<[^<>]*(?:javascript|vbscript|data)\s*:|<\s*(?:script|iframe|object|embed|style|svg|math|link|meta|base)\b|<[^<>]*\son[a-z]+\s*=/i;

/**
 * Markdown for people of blocks (titles as paragraphs). Not everything reads back the same: see
 * `core/document/bodies.ts`, which says where the exact text must stand beside it.
 */
export function markdownOf(nodes: readonly RichNode[], italic: '*' | '_' = '*'): string {
  return writeBlocks(normalNodes(nodes), { italic });
}

/**
 * Blocks of a Markdown text (CommonMark 0.31, tables and strikethrough of GFM). Headings become bold
 * paragraphs, code and HTML plain words, pictures links to them, bare addresses plain words; links
 * that may not stand are unlinked. Total: any string is some text.
 */
export function nodesOfMarkdown(markdown: string): RichNode[] {
  return normalNodes(readBlocks(markdown).nodes);
}

/** Whether a Markdown text holds links or HTML that would do something where it is opened elsewhere. */
export function isHarmfulMarkdown(markdown: string): boolean {
  return HARMFUL_HTML.test(markdown) || readBlocks(markdown).harmful;
}
