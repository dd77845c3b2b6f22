// Rich text as HTML that is safe to put on a page: without a DOM, without a schema, nothing thrown away.
import type * as Y from 'yjs';
import type { RichNode } from '../framework/interchange.ts';
import { readsRightToLeft } from './direction.ts';
import { safeHref } from './links.ts';
import { isTextblock, type RichMark, readFragment } from './rich.ts';

export interface HtmlOptions {
  /** Element of titles: what the page's outline needs there. `h3`, as in the editor, when left out. */
  readonly title?: 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'p';
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

const MARKS: Readonly<Record<string, string>> = { bold: 'strong', italic: 'em', strike: 's' };

const BLOCKS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
  tableCell: 'td',
  tableHeader: 'th',
};

function marked(html: string, marks: readonly RichMark[]): string {
  let out = html;
  for (const mark of marks) {
    const tag = MARKS[mark.type];
    if (tag !== undefined) out = `<${tag}>${out}</${tag}>`;
  }
  const href = marks
    .filter((mark) => mark.type === 'link')
    .map((mark) => safeHref(mark.attrs?.href))
    .find((address) => address !== null);
  return href ? `<a href="${escapeHtml(href)}" rel="noopener nofollow ugc">${out}</a>` : out;
}

function whole(value: unknown, least: number, most: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
    ? value
    : null;
}

/** Blocks whose bullets, bars or columns stand on the side where reading starts. */
const SIDED: readonly string[] = ['bulletList', 'orderedList', 'blockquote', 'table'];

function attributes(node: RichNode): string {
  let out = '';
  if (SIDED.includes(node.type) && readsRightToLeft(node.content ?? [])) out += ' dir="rtl"';
  if (node.type === 'orderedList') {
    const start = whole(node.attrs?.start, 0, 999_999_999);
    if (start !== null && start !== 1) out += ` start="${start}"`;
  }
  if (node.type === 'tableCell' || node.type === 'tableHeader') {
    for (const name of ['colspan', 'rowspan'] as const) {
      const span = whole(node.attrs?.[name], 2, 1000);
      if (span !== null) out += ` ${name}="${span}"`;
    }
    const align = node.attrs?.align;
    if (align === 'left' || align === 'right' || align === 'center') out += ` align="${align}"`;
  }
  return out;
}

function html(node: RichNode, title: string, inLine: boolean): string {
  if (node.type === 'text') return marked(escapeHtml(node.text ?? ''), node.marks ?? []);
  if (node.type === 'hardBreak') return '<br>';
  const line = inLine || isTextblock(node);
  const inner = (node.content ?? []).map((child) => html(child, title, line)).join('');
  if (node.type === 'itemTitle')
    return `<${title} data-item-title="" dir="auto">${inner || '<br>'}</${title}>`;
  if (node.type === 'paragraph' && !inLine) return `<p dir="auto">${inner || '<br>'}</p>`;
  if (node.type === 'table') return `<table${attributes(node)}><tbody>${inner}</tbody></table>`;
  const tag = inLine ? undefined : BLOCKS[node.type];
  if (tag !== undefined) return `<${tag}${attributes(node)}>${inner}</${tag}>`;
  // What the grammar does not know keeps its words.
  return inLine ? `<span>${inner}</span>` : `<div dir="auto">${inner}</div>`;
}

/**
 * HTML of nodes, safe whatever they hold: texts and attributes escaped, only the addresses of
 * `safeHref` linked. Unknown nodes keep their words in a `div` (a `span` inside a line). Set
 * `white-space: pre-wrap` on it, as the editor does.
 */
export function richHtml(nodes: readonly RichNode[], options: HtmlOptions = {}): string {
  const title = options.title ?? 'h3';
  return nodes.map((node) => html(node, title, false)).join('');
}

/** HTML of a live shared fragment; reads it without a schema and never writes to it. */
export function fragmentHtml(fragment: Y.XmlFragment, options: HtmlOptions = {}): string {
  return richHtml(readFragment(fragment), options);
}
