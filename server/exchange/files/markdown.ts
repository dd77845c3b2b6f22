// A Markdown text as headings and what stands under them.
import { HEADING_NODE, readBlocks } from '#core/document/markdown/blocks.ts';
import { plainText } from '#core/document/plain.ts';
import type { SourceBlock, SourceDocument } from '#core/importing/source.ts';
import { Collected, oneLine } from './collected.ts';

/** Reads any text: one without signs of Markdown is paragraphs. */
export function readMarkdown(text: string): SourceDocument {
  const { nodes } = readBlocks(text, { headings: true });
  const blocks = nodes.map((node): SourceBlock => {
    if (node.type !== HEADING_NODE) return { nodes: [node] };
    return {
      level: Number(node.attrs?.level ?? 1),
      heading: oneLine(plainText(node.content ?? [])),
    };
  });
  return new Collected().done(blocks);
}
