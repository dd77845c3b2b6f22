// What is gathered while a file is read: its blocks, what it held that does not come in, and words that no item takes.

import { plainText } from '#core/document/plain.ts';
import { normalNodes } from '#core/document/rich.ts';
import type { RichNode } from '#core/framework/interchange.ts';
import {
  isHeading,
  type LeftWords,
  LOWEST_HEADING,
  type SourceBlock,
  type SourceDocument,
  type SourceNote,
} from '#core/importing/source.ts';

/** One line of plain words. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, (gap) => (/^[\u00a0\u202f]+$/.test(gap) ? gap : ' ')).trim();
}

export function hasWords(nodes: readonly RichNode[]): boolean {
  return plainText(nodes).trim() !== '';
}

/** A line without the spaces and breaks at its ends. */
export function trimmedLine(line: readonly RichNode[]): RichNode[] {
  const out = [...line];
  const blank = (node: RichNode | undefined) =>
    node !== undefined && (node.type === 'hardBreak' || node.text?.trim() === '');
  while (blank(out[0])) out.shift();
  while (blank(out.at(-1))) out.pop();
  const first = out[0];
  if (first?.text) out[0] = { ...first, text: first.text.trimStart() };
  const last = out.at(-1);
  if (last?.text) out[out.length - 1] = { ...last, text: last.text.trimEnd() };
  return out;
}

/** Words that take the place of a heading where none can stand: inside tables, lists and boxes. */
export function headingAsText(heading: string): RichNode {
  const content = [{ type: 'text', text: heading, marks: [{ type: 'bold' }] }];
  return { type: 'paragraph', content };
}

/** Blocks as text only. */
export function asNodes(blocks: readonly SourceBlock[]): RichNode[] {
  return blocks.flatMap((block) =>
    isHeading(block) ? [headingAsText(block.heading)] : block.nodes,
  );
}

export class Collected {
  private title = '';
  private readonly counts: Partial<Record<SourceNote, number>> = {};
  private readonly words: LeftWords[] = [];

  /** Whether a paragraph that is styled as the title of the whole may be it. */
  get untitled(): boolean {
    return this.title === '';
  }

  entitle(title: string): void {
    this.title = title;
  }

  note(note: SourceNote): void {
    this.counts[note] = (this.counts[note] ?? 0) + 1;
  }

  /** Words that no item takes; each is told once. */
  leave(note: SourceNote, text: string): void {
    const line = oneLine(text);
    if (line === '' || this.words.some((one) => one.note === note && one.text === line)) return;
    this.words.push({ note, text: line });
  }

  /** The whole: neighbouring texts joined, headings and texts without words gone. */
  done(blocks: readonly SourceBlock[]): SourceDocument {
    const kept: SourceBlock[] = [];
    let text: RichNode[] = [];
    const close = () => {
      if (text.length > 0) kept.push({ nodes: normalNodes(text) });
      text = [];
    };
    for (const block of blocks) {
      if (!isHeading(block)) text.push(...block.nodes.filter((node) => hasWords([node])));
      else if (block.heading !== '') {
        close();
        kept.push({ heading: block.heading, level: Math.min(block.level, LOWEST_HEADING) });
      }
    }
    close();
    return { title: this.title, blocks: kept, notes: this.counts, left: this.words };
  }
}
