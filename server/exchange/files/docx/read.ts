// A Word file as headings and what stands under them.
import { plainText } from '#core/document/plain.ts';
import type { RichNode } from '#core/framework/interchange.ts';
import type { SourceBlock, SourceDocument } from '#core/importing/source.ts';
import { asNodes, Collected, hasWords, headingAsText, oneLine, trimmedLine } from '../collected.ts';
import { type ListEntry, nestLists } from '../lists.ts';
import { child, childrenNamed, elementsOf, inside, wordsInside, type XmlElement } from '../xml.ts';
import type { Parts } from '../zip.ts';
import { type Numbering, readNumbering } from './numbering.ts';
import { type DocxPackage, openDocx } from './package.ts';
import { Lines } from './runs.ts';
import {
  numberedOf,
  outlineOf,
  type ParagraphStyle,
  readStyles,
  type Styles,
  settingOf,
} from './styles.ts';
import { cellsOf, readTable, rowsOf } from './tables.ts';

/** Notes of a kind by their id: those that only part the notes from the text have a type. */
function notesById(roots: readonly XmlElement[], name: string): Map<string, XmlElement> {
  const notes = roots
    .flatMap((root) => childrenNamed(root, name))
    .filter(({ attributes }) => ['normal', ''].includes(attributes['w:type'] ?? ''));
  return new Map(notes.map((note) => [note.attributes['w:id'] ?? '', note]));
}

class DocxReader {
  readonly collected = new Collected();
  private readonly styles: Styles;
  private readonly numbering: Numbering;
  private readonly lines: Lines;
  private readonly notes: Readonly<Record<'footnote' | 'endnote', Map<string, XmlElement>>>;
  private readonly comments: Map<string, XmlElement>;
  /** Boxes of the paragraph that is being read. */
  private boxes: RichNode[] = [];
  /** A line whose end was deleted: the next paragraph goes on with it. */
  private cut: RichNode[] = [];

  constructor(file: DocxPackage) {
    this.styles = readStyles(file.parts('styles')[0]);
    this.numbering = readNumbering(file.parts('numbering')[0]);
    this.notes = {
      footnote: notesById(file.parts('footnotes'), 'w:footnote'),
      endnote: notesById(file.parts('endnotes'), 'w:endnote'),
    };
    this.comments = notesById(file.parts('comments'), 'w:comment');
    this.lines = new Lines({
      styles: this.styles,
      links: file.links,
      collected: this.collected,
      note: (kind, id) => this.note(this.notes[kind].get(id)),
      comment: (id) => this.plain(this.comments.get(id)),
      box: (content) => {
        const nodes = asNodes(this.blocks(elementsOf(content), false));
        this.boxes.push(...nodes);
      },
    });
  }

  private note(note: XmlElement | undefined): RichNode[] {
    return inside(note ?? EMPTY, 'w:p').flatMap((paragraph, index) => {
      const line = this.lines.read(paragraph, {}).filter(({ type }) => type === 'text');
      return [...(index > 0 ? [{ type: 'text', text: ' ' }] : []), ...line];
    });
  }

  private plain(element: XmlElement | undefined): string {
    return inside(element ?? EMPTY, 'w:p')
      .map((paragraph) => inside(paragraph, 'w:t').map(wordsInside).join(''))
      .join(' ');
  }

  /** Words above and below the pages, which no text of a framework has. */
  leaveMargins(file: DocxPackage): void {
    for (const margin of [...file.parts('header'), ...file.parts('footer')]) {
      const text = oneLine(this.plain(margin));
      // A number of a page alone is no loss.
      if (!/\p{L}/u.test(text)) continue;
      this.collected.note('headers');
      this.collected.leave('headers', text);
    }
  }

  /** What stands in a body, a cell or a box; `top` where titles are titles of the whole. */
  blocks(elements: readonly XmlElement[], top: boolean): SourceBlock[] {
    const out: SourceBlock[] = [];
    let rows: ListEntry[] = [];
    const push = (...blocks: SourceBlock[]) => {
      if (rows.length > 0) out.push({ nodes: nestLists(rows) });
      rows = [];
      out.push(...blocks);
    };
    const visit = (element: XmlElement) => {
      if (element.name === 'w:p') {
        const read = this.paragraph(element, top);
        if (read && 'row' in read) rows.push(read.row);
        else if (read) push(read.block);
        if (this.boxes.length > 0) {
          push({ nodes: this.boxes });
          this.boxes = [];
        }
      } else if (element.name === 'w:tbl') push(...this.table(element, top));
      else if (element.name === 'w:sdt') {
        if (isContents(element)) this.collected.note('contents');
        else for (const one of elementsOf(child(element, 'w:sdtContent'))) visit(one);
      } else if (element.name === 'mc:AlternateContent') {
        for (const one of elementsOf(child(element, 'mc:Choice') ?? child(element, 'mc:Fallback')))
          visit(one);
      } else if (['w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag'].includes(element.name)) {
        for (const one of elementsOf(element)) visit(one);
      }
    };
    for (const element of elements) visit(element);
    if (this.cut.length > 0) push({ nodes: [{ type: 'paragraph', content: this.cut }] });
    this.cut = [];
    push();
    return out;
  }

  private paragraph(
    paragraph: XmlElement,
    top: boolean,
  ): { block: SourceBlock } | { row: ListEntry } | null {
    const properties = child(paragraph, 'w:pPr');
    const style = this.styles.paragraph(settingOf(properties, 'w:pStyle') ?? '');
    const level = outlineOf(properties) ?? style.heading;
    const number = this.number(properties, style);
    if (style.role === 'contents') {
      this.lines.read(paragraph, {});
      return null;
    }
    if (level > 0) return this.heading(paragraph, level);
    const line = [...this.cut, ...this.lines.read(paragraph, style.form)];
    this.cut = [];
    if (child(child(properties, 'w:rPr'), 'w:del')) {
      this.cut = line;
      return null;
    }
    if (!hasWords(line)) return null;
    if (top && style.role === 'title' && this.collected.untitled) {
      this.collected.entitle(oneLine(plainText(line)));
      return null;
    }
    const node = { type: 'paragraph', content: trimmedLine(line) };
    if (number) return { row: { ...number, nodes: [node] } };
    const nodes = style.role === 'quote' ? [{ type: 'blockquote', content: [node] }] : [node];
    return { block: { nodes } };
  }

  private heading(paragraph: XmlElement, level: number): { block: SourceBlock } | null {
    const { line, notes } = this.lines.readApart(paragraph);
    const heading = oneLine(plainText([...this.cut, ...line]));
    this.cut = [];
    this.boxes.unshift(...notes.map((content) => ({ type: 'paragraph', content })));
    return heading === '' ? null : { block: { level, heading } };
  }

  private number(
    properties: XmlElement | undefined,
    style: ParagraphStyle,
  ): Pick<ListEntry, 'level' | 'ordered' | 'value'> | null {
    const own = numberedOf(properties);
    const id = own?.id ?? style.numbered?.id ?? '0';
    const level = own?.level ?? style.numbered?.level ?? 0;
    const shown = id === '0' ? null : this.numbering.next({ id, level });
    return shown && { level, ...shown };
  }

  /** A table; one of a single cell is a frame around what it holds, headings and all. */
  private table(table: XmlElement, top: boolean): SourceBlock[] {
    const rows = rowsOf(table).map(cellsOf);
    const [only] = rows[0] ?? [];
    if (rows.length === 1 && rows[0]?.length === 1 && only)
      return this.blocks(elementsOf(only), top);
    const node = readTable(table, (cell) =>
      this.blocks(elementsOf(cell), false).flatMap((block) =>
        'heading' in block ? [headingAsText(block.heading)] : block.nodes,
      ),
    );
    return node ? [{ nodes: [node] }] : [];
  }
}

const EMPTY: XmlElement = { name: '', attributes: {}, children: [] };

function isContents(control: XmlElement): boolean {
  const gallery = inside(control, 'w:docPartGallery')[0]?.attributes['w:val'] ?? '';
  return /table of contents|table des mati/i.test(gallery);
}

/** Reads the parts of a Word file. Throws FileRefused. */
export function readDocx(parts: Parts): SourceDocument {
  const file = openDocx(parts);
  const reader = new DocxReader(file);
  const blocks = reader.blocks(elementsOf(child(file.document, 'w:body')), true);
  reader.leaveMargins(file);
  return reader.collected.done(blocks);
}
