// Putting rich text into the grammar, and telling what is outside of it: the binding deletes what does not fit.
import type * as Y from 'yjs';
import type { RichNode } from '../framework/interchange.ts';
import { itemSchema } from './extensions.ts';
import { isInline, isTextblock, readFragment } from './rich.ts';

const LISTS: readonly string[] = ['bulletList', 'orderedList'];
const CELLS: readonly string[] = ['tableCell', 'tableHeader'];
const EMPTY: RichNode = { type: 'paragraph' };

function filled(nodes: readonly RichNode[]): RichNode[] {
  return nodes.length > 0 ? [...nodes] : [EMPTY];
}

/** The line inside blocks that stand where a line should: their lines, parted by hard breaks. */
function lineOf(nodes: readonly RichNode[]): RichNode[] {
  const out: RichNode[] = [];
  for (const node of nodes) {
    const known = itemSchema.nodes[node.type];
    if (isInline(node) || known === undefined) out.push(node);
    else
      out.push(...(out.length > 0 ? [{ type: 'hardBreak' }] : []), ...lineOf(node.content ?? []));
  }
  return out;
}

/** Children as blocks: lines in paragraphs, rows and items in what holds them, titles only at the top. */
function blocksOf(nodes: readonly RichNode[], top: boolean): RichNode[] {
  const out: RichNode[] = [];
  let line: RichNode[] = [];
  const close = () => {
    if (line.length > 0) out.push({ type: 'paragraph', content: line });
    line = [];
  };
  for (const node of nodes) {
    if (isInline(node)) {
      line.push(node);
      continue;
    }
    close();
    const content = node.content ?? [];
    if (node.type === 'doc') out.push(...blocksOf(content, top));
    else if (node.type === 'listItem') out.push({ type: 'bulletList', content: [itemOf(node)] });
    else if (node.type === 'tableRow') out.push({ type: 'table', content: [rowOf(node)] });
    else if (CELLS.includes(node.type)) out.push(...blocksOf(content, top));
    else if (node.type === 'itemTitle' && !top) out.push({ ...fitNode(node), type: 'paragraph' });
    else if (LISTS.includes(node.type) || node.type === 'table') {
      // A list or table without rows says nothing and cannot stand.
      if (content.length > 0) out.push(fitNode(node));
    } else out.push(fitNode(node));
  }
  close();
  return out;
}

function itemOf(node: RichNode): RichNode {
  const item = node.type === 'listItem' ? node : { type: 'listItem', content: [node] };
  return { ...item, content: filled(blocksOf(item.content ?? [], false)) };
}

function rowOf(node: RichNode): RichNode {
  const row = node.type === 'tableRow' ? node : { type: 'tableRow', content: [node] };
  const cells = (row.content ?? []).map((cell) => {
    const own = CELLS.includes(cell.type) ? cell : { type: 'tableCell', content: [cell] };
    return { ...own, content: filled(blocksOf(own.content ?? [], false)) };
  });
  return { ...row, content: cells };
}

function fitNode(node: RichNode): RichNode {
  const content = node.content ?? [];
  if (isTextblock(node)) return { ...node, content: lineOf(content) };
  if (LISTS.includes(node.type)) return { ...node, content: content.map(itemOf) };
  if (node.type === 'table') return { ...node, content: content.map(rowOf) };
  if (node.type === 'blockquote') return { ...node, content: filled(blocksOf(content, false)) };
  return node;
}

/**
 * The nodes with everything the grammar knows in a place where the grammar takes it: no words are
 * lost. What the grammar does not know stays as it is. Total; what fits comes back equal.
 */
export function fitNodes(nodes: readonly RichNode[]): RichNode[] {
  return blocksOf(nodes, true);
}

/** Whether the grammar takes these nodes as a whole text. */
export function fitsGrammar(nodes: readonly RichNode[]): boolean {
  try {
    itemSchema.nodeFromJSON({ type: 'doc', content: filled(nodes) }).check();
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether an editor may be mounted on this text: one that does not fit would lose, for everyone,
 * what the grammar does not take, just by being opened. Show it as HTML instead, and say why.
 */
export function mayBeEdited(fragment: Y.XmlFragment): boolean {
  return fitsGrammar(readFragment(fragment));
}
