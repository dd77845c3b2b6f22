// The fields of a Word file (links, tables of contents…): a beginning, an instruction, a shown result, an end, spread over runs.
import type { Collected } from '../collected.ts';

interface Field {
  instruction: string;
  shown: boolean;
}

export class Fields {
  private readonly open: Field[] = [];

  constructor(private readonly collected: Collected) {}

  begin(): void {
    this.open.push({ instruction: '', shown: false });
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field && !field.shown) field.instruction += text;
  }

  separate(): void {
    const field = this.open.at(-1);
    if (!field) return;
    field.shown = true;
    if (isContents(field.instruction)) this.collected.note('contents');
  }

  end(): void {
    this.open.pop();
  }

  /** Whether what stands here is no text: an instruction, or a table of contents, which is made anew. */
  get silent(): boolean {
    return this.open.some((field) => !field.shown || isContents(field.instruction));
  }

  /** The address that the text here links to. */
  get href(): string | null {
    for (const { instruction } of [...this.open].reverse()) {
      const href = hrefOf(instruction);
      if (href !== null) return href;
    }
    return null;
  }
}

function isContents(instruction: string): boolean {
  return /^\s*(?:TOC|INDEX|BIBLIOGRAPHY)\b/i.test(instruction);
}

/** The address that a field's instruction links to; none for places inside the file. */
export function hrefOf(instruction: string): string | null {
  const found = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(instruction);
  return found?.[1] ?? null;
}
