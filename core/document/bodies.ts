// Texts of the interchange document: Markdown for people, the exact text beside it where Markdown would lose some.
import { canonicalJson } from '../framework/canonical.ts';
import type { DocumentItem, DocumentSection, RichNode } from '../framework/interchange.ts';
import { fitNodes } from './fit.ts';
import { isHarmfulHref } from './links.ts';
import { isHarmfulMarkdown, markdownOf, nodesOfMarkdown } from './markdown.ts';
import { blocksOf, normalNodes, sameNodes } from './rich.ts';

/** A text as a document holds it: `doc` wins where it is given. */
export interface WrittenText {
  readonly markdown?: string;
  readonly doc?: RichNode;
}

function isBlank(node: RichNode | undefined): boolean {
  return node?.type === 'paragraph' && (node.content ?? []).length === 0;
}

/** Blocks as a body holds them: titles are paragraphs, and no empty paragraph stands at either end. */
export function bodyNodes(nodes: readonly RichNode[]): RichNode[] {
  const out = normalNodes(fitNodes(nodes)).map((node) =>
    node.type === 'itemTitle' ? { ...node, type: 'paragraph' } : node,
  );
  while (isBlank(out[0])) out.shift();
  while (isBlank(out.at(-1))) out.pop();
  return out;
}

/** Blocks of a written text, in normal form and inside the grammar where it knows them. */
export function nodesOfText(text: WrittenText): RichNode[] {
  const nodes = text.doc ? blocksOf(text.doc) : nodesOfMarkdown(text.markdown ?? '');
  return normalNodes(fitNodes(normalNodes(nodes)));
}

/** Blocks of an item's body. */
export function nodesOfBody(item: Pick<DocumentItem, 'body' | 'bodyDoc'>): RichNode[] {
  return nodesOfText(bodyText(item));
}

/** Blocks of a section's preamble. */
export function nodesOfPreamble(
  section: Pick<DocumentSection, 'preamble' | 'preambleDoc'>,
): RichNode[] {
  return nodesOfText(preambleText(section));
}

export function bodyText(item: Pick<DocumentItem, 'body' | 'bodyDoc'>): WrittenText {
  return {
    ...(item.body ? { markdown: item.body } : {}),
    ...(item.bodyDoc ? { doc: item.bodyDoc } : {}),
  };
}

export function preambleText(
  section: Pick<DocumentSection, 'preamble' | 'preambleDoc'>,
): WrittenText {
  return {
    ...(section.preamble ? { markdown: section.preamble } : {}),
    ...(section.preambleDoc ? { doc: section.preambleDoc } : {}),
  };
}

/**
 * Writes blocks down: Markdown, and the exact text beside it where reading that Markdown back would
 * not give the same.
 */
export function writtenText(nodes: readonly RichNode[]): WrittenText {
  const body = bodyNodes(nodes);
  if (body.length === 0) return {};
  const readsBack = (markdown: string) => sameNodes(bodyNodes(nodesOfMarkdown(markdown)), body);
  const markdown = markdownOf(body);
  if (readsBack(markdown)) return { markdown };
  const other = markdownOf(body, '_');
  if (readsBack(other)) return { markdown: other };
  return { markdown, doc: { type: 'doc', content: body } };
}

function linksHarmfully(node: RichNode): boolean {
  return (
    (node.marks ?? []).some((mark) => mark.type === 'link' && isHarmfulHref(mark.attrs?.href)) ||
    (node.content ?? []).some(linksHarmfully)
  );
}

/**
 * What must be kept of an imported text so that it is exported the same: the text as it came, where
 * writing down what it says would give another spelling; null where nothing need be kept. A source
 * with links or HTML that would do harm is never kept: it is exported as what it says.
 */
export function sourceToKeep(text: WrittenText): WrittenText | null {
  const written = writtenText(nodesOfText(text));
  if (canonicalJson(written) === canonicalJson(text)) return null;
  if (isHarmfulMarkdown(text.markdown ?? '') || (text.doc && linksHarmfully(text.doc))) return null;
  return text;
}

/** Blocks written down as they were imported, as long as they still say the same. */
export function exportedText(nodes: readonly RichNode[], source: WrittenText | null): WrittenText {
  if (source && sameNodes(bodyNodes(nodesOfText(source)), bodyNodes(nodes))) return source;
  return writtenText(nodes);
}
