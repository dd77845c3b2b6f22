// Rich text as Markdown for people: plain signs, escapes only where a sign would mean something.
import type { RichNode } from '../../framework/interchange.ts';
import { isInline } from '../rich.ts';
import { writeLine } from './write-line.ts';

function indented(text: string, by: string): string {
  return text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(by.length)}`);
}

interface Style {
  /** Sign of italics: `_` where `*` beside other stars would not read back. */
  readonly italic: '*' | '_';
}

function listItem(node: RichNode, marker: string, tight: boolean, style: Style): string {
  const blocks = written(node.content ?? [], style);
  const text = blocks.join(tight ? '\n' : '\n\n');
  return text === '' ? marker.trimEnd() : marker + indented(text, marker);
}

/** One line after the other where every item is a line, with at most lists under it. */
function isTight(items: readonly RichNode[]): boolean {
  return items.every((item) =>
    (item.content ?? []).every((block, index) =>
      index === 0 ? block.type === 'paragraph' : /List$/.test(block.type),
    ),
  );
}

function list(node: RichNode, second: boolean, style: Style): string {
  const items = node.content ?? [];
  const tight = isTight(items);
  const start = typeof node.attrs?.start === 'number' ? node.attrs.start : 1;
  // Two lists side by side are told apart by their sign.
  const marker = (index: number) =>
    node.type === 'orderedList'
      ? `${start + index}${second ? ')' : '.'} `
      : `${second ? '*' : '-'} `;
  return items
    .map((item, index) => listItem(item, marker(index), tight, style))
    .join(tight ? '\n' : '\n\n');
}

function table(node: RichNode, style: Style): string {
  const rows = (node.content ?? []).map((row) => row.content ?? []);
  const width = Math.max(1, ...rows.map((row) => row.length));
  const cell = (one: RichNode | undefined) =>
    (one?.content ?? [])
      .map((block) => writeLine(block.content ?? [], { ...style, inTable: true }))
      .join('<br>');
  const line = (row: readonly RichNode[]) =>
    `| ${Array.from({ length: width }, (_, column) => cell(row[column])).join(' | ')} |`;
  const rule = (one: RichNode | undefined) => {
    const align = one?.attrs?.align;
    if (align === 'center') return ':-:';
    return align === 'right' ? '--:' : align === 'left' ? ':--' : '---';
  };
  const [head = [], ...body] = rows;
  const under = `| ${Array.from({ length: width }, (_, column) => rule(head[column])).join(' | ')} |`;
  return [line(head), under, ...body.map(line)].join('\n');
}

/** Each block's Markdown; blocks that say nothing have none. */
function written(nodes: readonly RichNode[], style: Style): string[] {
  const out: string[] = [];
  let second = false;
  for (const [index, node] of nodes.entries()) {
    const isList = node.type === 'bulletList' || node.type === 'orderedList';
    second = isList && nodes[index - 1]?.type === node.type && !second;
    const text = isInline(node) ? writeLine([node], style) : block(node, isList && second, style);
    if (text !== '') out.push(text);
  }
  return out;
}

function block(node: RichNode, second: boolean, style: Style): string {
  const content = node.content ?? [];
  switch (node.type) {
    case 'bulletList':
    case 'orderedList':
      return list(node, second, style);
    case 'blockquote':
      return written(content, style)
        .join('\n\n')
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`))
        .join('\n');
    case 'table':
      return table(node, style);
    default:
      return content.some((child) => !isInline(child))
        ? written(content, style).join('\n\n')
        : writeLine(content, style);
  }
}

/** Markdown of blocks. What Markdown cannot say (merged cells, empty paragraphs) is said as near as it can. */
export function writeBlocks(nodes: readonly RichNode[], style: Style): string {
  return written(nodes, style).join('\n\n');
}
