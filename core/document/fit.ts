// Putting rich text into the grammar, and telling what is outside of it: the binding deletes what does not fit.
import type { Node as PmNode } from '@tiptap/pm/model';
import type * as Y from 'yjs';
import type { RichNode } from '../framework/interchange.ts';
import { itemSchema } from './extensions.ts';
import { plainText } from './plain.ts';
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
  if (isTextblock(node)) return content.length > 0 ? { ...node, content: lineOf(content) } : node;
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

/** Whether the binding would build this node; what it cannot build it deletes, with all that is in it. */
function buildable(node: RichNode): PmNode | null {
  try {
    const marks = (node.marks ?? []).map((mark) => itemSchema.mark(mark.type, mark.attrs));
    if (node.type === 'text') return itemSchema.text(node.text ?? '', marks);
    const children = (node.content ?? []).map(buildable);
    const lost = (node.content ?? []).some((child, index) => !children[index] && hasWords(child));
    if (lost) return null;
    const built = children.filter((child) => child !== null);
    return itemSchema.nodes[node.type]?.createChecked(node.attrs, built, marks) ?? null;
  } catch {
    return null;
  }
}

function hasWords(node: RichNode): boolean {
  return plainText([node]).trim() !== '';
}

/**
 * Whether an editor may be mounted on this text without loss. One that holds words outside of the
 * grammar would lose them, for everyone, just by being opened: show it as HTML instead, and offer to
 * repair it (`repairText` in edits/text.ts) where that helps. Empty remains of lists and quotes do no harm.
 */
export function mayBeEdited(fragment: Y.XmlFragment): boolean {
  return readFragment(fragment).every((node) => {
    if (!hasWords(node)) return true;
    const built = buildable(node);
    return built !== null && (built.type.isInGroup('block') || built.type.name === 'itemTitle');
  });
}
