// The block level of Markdown (CommonMark 0.31 with tables): what becomes paragraphs, lists, quotes and tables.
import type { RichNode } from '../../framework/interchange.ts';
import { type Definitions, readInlines } from './inlines.ts';
import {
  BLANK,
  FENCE,
  HEADING,
  headingText,
  indent,
  interrupts,
  isFence,
  MARKER,
  QUOTE,
  RULE,
  spaced,
  UNDERLINE,
} from './lines.ts';
import { takeDefinitions } from './links.ts';
import { withoutEnd } from './spaces.ts';
import { cellsOf, tableHead } from './tables.ts';

/** Containers inside containers beyond this are words: no text of people nests so deep. */
const MAX_NESTING = 24;

/** A heading of the text itself, where whoever reads asks for them: no node of the grammar. */
export const HEADING_NODE = 'heading';

interface Reading {
  readonly definitions: Map<string, string>;
  /** Whether headings that stand in no list or quote stay headings; else each is a paragraph in bold. */
  readonly headings: boolean;
  /** Lines whose marks are read once all definitions are known. */
  readonly pending: { readonly node: RichNode; readonly text: string; readonly bold: boolean }[];
}

class Blocks {
  private readonly out: RichNode[] = [];
  private paragraph: string[] = [];
  private at = 0;

  constructor(
    private readonly lines: readonly string[],
    private readonly reading: Reading,
    private readonly nesting: number,
  ) {}

  read(): RichNode[] {
    while (this.at < this.lines.length) this.step();
    this.flush();
    return this.out;
  }

  private line(at: number): string {
    return this.lines[at] ?? '';
  }

  private step(): void {
    const line = this.line(this.at);
    const open = this.paragraph.length > 0;
    if (BLANK.test(line)) {
      this.flush();
      this.at++;
    } else if (indent(line) >= 4 && !open) this.indentedCode();
    else if (indent(line) >= 4) this.continue(line);
    else if (open && UNDERLINE.test(line)) {
      this.flush(line.trim().startsWith('=') ? 1 : 2);
      this.at++;
    } else if (RULE.test(line)) {
      this.flush();
      this.at++;
    } else if (HEADING.test(line)) {
      this.flush();
      this.paragraph = [headingText(line)];
      this.flush(/#+/.exec(line)?.[0].length ?? 1);
      this.at++;
    } else if (isFence(line)) this.fencedCode();
    else if (this.nesting < MAX_NESTING && QUOTE.test(line)) this.quote();
    else if (this.nesting < MAX_NESTING && this.startsList(line, open)) this.list();
    else if (!this.table()) this.continue(line);
  }

  private continue(line: string): void {
    this.paragraph.push(line.replace(/^[ \t]+/, ''));
    this.at++;
  }

  /** Ends the open paragraph, which is a heading of that `level`; 0 for none. */
  private flush(level = 0): void {
    if (this.paragraph.length === 0) return;
    const raw = withoutEnd(this.paragraph.join('\n'), ' \t');
    this.paragraph = [];
    const text = takeDefinitions(raw, this.reading.definitions);
    if (text.trim() !== '' || raw === text) this.out.push(this.textblock(text, level));
  }

  /** A heading is a paragraph in bold, since items are what is titled here, unless headings are asked for. */
  private textblock(text: string, level = 0): RichNode {
    const stays = level > 0 && this.reading.headings && this.nesting === 0;
    const node: RichNode = stays ? { type: HEADING_NODE, attrs: { level } } : { type: 'paragraph' };
    this.reading.pending.push({ node, text, bold: level > 0 && !stays });
    return node;
  }

  private code(lines: readonly string[]): void {
    const content = lines.flatMap((line, index): RichNode[] => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ]);
    if (content.length > 0) this.out.push({ type: 'paragraph', content });
  }

  private indentedCode(): void {
    const code: string[] = [];
    let end = this.at;
    for (let at = this.at; at < this.lines.length; at++) {
      const line = this.line(at);
      if (!BLANK.test(line) && indent(line) < 4) break;
      if (!BLANK.test(line)) end = at + 1;
    }
    while (this.at < end) code.push(this.line(this.at++).slice(4));
    this.code(code);
  }

  private fencedCode(): void {
    this.flush();
    const [, lead = '', fence = ''] = FENCE.exec(this.line(this.at)) ?? [];
    const closing = new RegExp(`^ {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
    const code: string[] = [];
    this.at++;
    while (this.at < this.lines.length && !closing.test(this.line(this.at))) {
      const line = this.line(this.at++);
      code.push(line.slice(Math.min(lead.length, indent(line))));
    }
    this.at++;
    this.code(code);
  }

  private inner(lines: readonly string[]): RichNode[] {
    return new Blocks(lines, this.reading, this.nesting + 1).read();
  }

  /** Whether a paragraph may go on lazily after `lines`, without the sign of its container. */
  private goesOn(lines: readonly string[], next: string): boolean {
    const last = lines.at(-1) ?? '';
    return !BLANK.test(last) && !isFence(last) && !HEADING.test(last) && !interrupts(next);
  }

  private quote(): void {
    this.flush();
    const inside: string[] = [];
    while (this.at < this.lines.length) {
      const line = this.line(this.at);
      if (QUOTE.test(line)) inside.push(spaced(line.replace(QUOTE, '')));
      else if (!BLANK.test(line) && this.goesOn(inside, line)) inside.push(line);
      else break;
      this.at++;
    }
    const content = this.inner(inside);
    this.out.push({ type: 'blockquote', content: content.length > 0 ? content : EMPTY() });
  }

  private startsList(line: string, open: boolean): boolean {
    return open ? interrupts(line) && MARKER.test(line) : MARKER.test(line);
  }

  private list(): void {
    this.flush();
    const first = MARKER.exec(this.line(this.at));
    const kind = (marker: RegExpExecArray | null) => marker?.[4] ?? marker?.[2];
    const start = first?.[3] === undefined ? null : Number(first[3]);
    const items: RichNode[] = [];
    while (this.at < this.lines.length) {
      const line = this.line(this.at);
      const marker = MARKER.exec(line);
      if (!marker || kind(marker) !== kind(first) || RULE.test(line)) break;
      items.push(this.listItem(line, marker[0].length));
    }
    this.out.push(
      start === null
        ? { type: 'bulletList', content: items }
        : {
            type: 'orderedList',
            ...(start === 1 ? {} : { attrs: { start } }),
            content: items,
          },
    );
  }

  private listItem(line: string, marker: number): RichNode {
    const rest = spaced(`${' '.repeat(marker)}${line.slice(marker)}`);
    const empty = BLANK.test(rest);
    const gap = indent(rest) - marker;
    const width = empty || gap > 4 ? marker + 1 : marker + gap;
    const inside = [rest.slice(width)];
    this.at++;
    while (this.at < this.lines.length) {
      const next = this.line(this.at);
      if (BLANK.test(next)) {
        // An item that starts with an empty line ends with a second one.
        if (empty && inside.length === 1) break;
        inside.push('');
      } else if (indent(next) >= width) inside.push(next.slice(width));
      else if (this.goesOn(inside, next) && !MARKER.test(next)) inside.push(next);
      else break;
      this.at++;
    }
    while (inside.length > 1 && inside.at(-1) === '') inside.pop();
    const content = this.inner(inside);
    return { type: 'listItem', content: content.length > 0 ? content : EMPTY() };
  }

  /** A table, where this line is its head and the next says so. */
  private table(): boolean {
    const head = tableHead(this.line(this.at), this.line(this.at + 1));
    if (!head) return false;
    this.flush();
    this.at += 2;
    const row = (cells: readonly string[], type: string): RichNode => ({
      type: 'tableRow',
      content: head.columns.map((align, column) => ({
        type,
        ...(align ? { attrs: { align } } : {}),
        content: [this.textblock(cells[column] ?? '')],
      })),
    });
    const rows = [row(head.cells, 'tableHeader')];
    while (this.at < this.lines.length) {
      const line = this.line(this.at);
      if (BLANK.test(line) || interrupts(line)) break;
      rows.push(row(cellsOf(line), 'tableCell'));
      this.at++;
    }
    this.out.push({ type: 'table', content: rows });
    return true;
  }
}

function EMPTY(): RichNode[] {
  return [{ type: 'paragraph' }];
}

function bolden(nodes: readonly RichNode[]): RichNode[] {
  return nodes.map((node) =>
    node.type === 'text' && !node.marks?.some((mark) => mark.type === 'bold')
      ? { ...node, marks: [...(node.marks ?? []), { type: 'bold' }] }
      : node,
  );
}

export interface ReadText {
  readonly nodes: RichNode[];
  /** Whether it holds a link that would do something where it is followed. */
  readonly harmful: boolean;
}

/**
 * Reads Markdown into the blocks of the grammar; with `headings`, those of the text itself are nodes
 * of the type HEADING_NODE with their level. Total, and linear in the length of the text.
 */
export function readBlocks(markdown: string, { headings = false } = {}): ReadText {
  const reading: Reading = { definitions: new Map(), headings, pending: [] };
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n').map(spaced);
  const nodes = new Blocks(lines, reading, 0).read();
  const definitions: Definitions = reading.definitions;
  let harmful = false;
  for (const { node, text, bold } of reading.pending) {
    const line = readInlines(text, definitions);
    if (line.nodes.length > 0) node.content = bold ? bolden(line.nodes) : line.nodes;
    harmful ||= line.harmful;
  }
  return { nodes, harmful };
}
