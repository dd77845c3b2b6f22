// Plain text of rich nodes: what is compared, searched and shown in lists.
import type { RichNode } from '../framework/interchange.ts';
import { isInline } from './rich.ts';

/**
 * Plain text: blocks joined by line breaks, cells of a table's row by tabs, a hard break is a line
 * break. Text of nodes the grammar does not know is kept.
 */
export function plainText(nodes: readonly RichNode[]): string {
  return nodes.some((node) => !isInline(node)) ? blocks(nodes) : line(nodes);
}

function line(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text ?? '';
      if (node.type === 'hardBreak') return '\n';
      return line(node.content ?? []);
    })
    .join('');
}

function blocks(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => {
      if (isInline(node)) return line([node]);
      const content = node.content ?? [];
      if (node.type === 'tableRow') {
        return content
          .map((cell) => plainText(cell.content ?? []).replace(/[\n\t]/g, ' '))
          .join('\t');
      }
      return plainText(content);
    })
    .join('\n');
}

/** Title and body of an item's text: the first title, plain, and everything else. */
export function titleAndBody(nodes: readonly RichNode[]): { title: string; body: RichNode[] } {
  const at = nodes.findIndex((node) => node.type === 'itemTitle');
  const found = nodes[at];
  return {
    title: found ? line(found.content ?? []) : '',
    body: nodes
      .filter((_, index) => index !== at)
      .map((node) => (node.type === 'itemTitle' ? { ...node, type: 'paragraph' } : node)),
  };
}
