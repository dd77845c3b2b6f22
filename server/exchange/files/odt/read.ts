// An OpenDocument text as headings and what stands under them.
import { plainText } from '#core/document/plain.ts';
import type { RichNode } from '#core/framework/interchange.ts';
import type { SourceBlock, SourceDocument } from '#core/importing/source.ts';
import { asNodes, Collected, hasWords, oneLine, trimmedLine } from '../collected.ts';
import { FileRefused } from '../refused.ts';
import { child, elementsOf, inside, readXml, wordsInside, type XmlElement } from '../xml.ts';
import type { Parts } from '../zip.ts';
import { OdtLines } from './lines.ts';
import { type OdtStyles, readOdtStyles } from './styles.ts';
import { cellsOf, readTable, rowsOf } from './tables.ts';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const PREFIXES: Readonly<Record<string, string>> = {
  [`${OASIS}:office:1.0`]: 'office',
  [`${OASIS}:text:1.0`]: 'text',
  [`${OASIS}:table:1.0`]: 'table',
  [`${OASIS}:style:1.0`]: 'style',
  [`${OASIS}:drawing:1.0`]: 'draw',
  [`${OASIS}:xsl-fo-compatible:1.0`]: 'fo',
  'http://www.w3.org/1999/xlink': 'xlink',
};

/** What is unpacked of an OpenDocument text. */
export function isOdtPart(path: string): boolean {
  return path === 'content.xml' || path === 'styles.xml';
}

/** Tables of contents and the like, which are made anew from the text. */
const INDEXES: readonly string[] = [
  'text:table-of-content',
  'text:illustration-index',
  'text:table-index',
  'text:alphabetical-index',
  'text:user-index',
  'text:object-index',
];

interface OpenList {
  readonly style: string;
  readonly depth: number;
}

class OdtReader {
  readonly collected = new Collected();
  private readonly lines: OdtLines;
  private boxes: RichNode[] = [];
  /** Where the lists of a style stand, for those that go on with the numbers of the one before. */
  private readonly counted = new Map<string, number>();

  constructor(private readonly styles: OdtStyles) {
    this.lines = new OdtLines({
      styles,
      collected: this.collected,
      box: (content) => {
        const nodes = asNodes(this.blocks(elementsOf(content), false));
        this.boxes.push(...nodes);
      },
    });
  }

  blocks(elements: readonly XmlElement[], top: boolean): SourceBlock[] {
    return elements.flatMap((element) => {
      const found = this.block(element, top);
      const boxes = this.boxes;
      this.boxes = [];
      return boxes.length > 0 ? [...found, { nodes: boxes }] : found;
    });
  }

  private block(element: XmlElement, top: boolean): SourceBlock[] {
    const { name } = element;
    if (name === 'text:h' || name === 'text:p') return this.paragraph(element, top);
    if (name === 'text:list') return this.list(element, top);
    if (name === 'table:table') return this.table(element, top);
    if (INDEXES.includes(name)) {
      this.collected.note('contents');
      return [];
    }
    if (name === 'text:tracked-changes') {
      for (const _deleted of inside(element, 'text:deletion')) this.collected.note('deletions');
      for (const _inserted of inside(element, 'text:insertion')) this.collected.note('insertions');
      return [];
    }
    if (name.startsWith('draw:') || name === 'office:annotation') {
      this.lines.read({ name: '', attributes: {}, children: [element] }, {});
      return [];
    }
    // Sections, numbered paragraphs and whatever else holds paragraphs.
    return this.blocks(elementsOf(element), top);
  }

  private paragraph(element: XmlElement, top: boolean): SourceBlock[] {
    const { attributes } = element;
    const style = this.styles.paragraph(attributes['text:style-name'] ?? '');
    const own = Number(attributes['text:outline-level'] ?? 0) || 0;
    const level = element.name === 'text:h' ? own || style.heading || 1 : style.heading;
    if (level > 0) {
      const { line, notes } = this.lines.readApart(element);
      this.boxes.unshift(...notes.map((content) => ({ type: 'paragraph', content })));
      const heading = oneLine(plainText(line));
      return heading === '' ? [] : [{ level, heading }];
    }
    const line = trimmedLine(this.lines.read(element, style.form));
    if (!hasWords(line)) return [];
    if (top && style.role === 'title' && this.collected.untitled) {
      this.collected.entitle(oneLine(plainText(line)));
      return [];
    }
    const node = { type: 'paragraph', content: line };
    return [{ nodes: style.role === 'quote' ? [{ type: 'blockquote', content: [node] }] : [node] }];
  }

  /** A list; headings that only stand in one for their numbers are headings all the same. */
  private list(list: XmlElement, top: boolean): SourceBlock[] {
    if (inside(list, 'text:h').length > 0) {
      return elementsOf(list).flatMap((item) => this.blocks(elementsOf(item), top));
    }
    const node = this.listNode(list, { style: '', depth: 0 });
    return node ? [{ nodes: node }] : [];
  }

  private listNode(list: XmlElement, around: OpenList): RichNode[] | null {
    const { attributes } = list;
    const style = attributes['text:style-name'] ?? around.style;
    const depth = around.depth + 1;
    const { ordered, start } = this.styles.list(style, depth);
    const key = `${style} ${depth}`;
    const goesOn =
      attributes['text:continue-numbering'] === 'true' ||
      attributes['text:continue-list'] !== undefined;
    let value = goesOn ? (this.counted.get(key) ?? start - 1) + 1 : start;
    const out: RichNode[] = [];
    let rows: RichNode[] = [];
    const open = () => {
      rows = [];
      const attrs = value === 1 ? {} : { attrs: { start: value } };
      out.push(
        ordered
          ? { type: 'orderedList', ...attrs, content: rows }
          : { type: 'bulletList', content: rows },
      );
    };
    for (const item of elementsOf(list)) {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') continue;
      const content = elementsOf(item).flatMap((one) =>
        one.name === 'text:list'
          ? (this.listNode(one, { style, depth }) ?? [])
          : asNodes(this.blocks([one], false)),
      );
      if (!content.some((one) => hasWords([one]))) continue;
      if (item.name === 'text:list-header') {
        out.push(...content);
        rows = [];
        continue;
      }
      if (elementsOf(item).every(({ name }) => name === 'text:list')) {
        // A row that only holds deeper lists goes on with the row before it.
        (rows.at(-1)?.content ?? out).push(...content);
        continue;
      }
      const own = item.attributes['text:start-value'];
      if (own !== undefined) value = Number(own) || value;
      if (rows.length === 0 || own !== undefined) open();
      rows.push({ type: 'listItem', content });
      this.counted.set(key, value);
      value += 1;
    }
    return out.length > 0 ? out : null;
  }

  private table(table: XmlElement, top: boolean): SourceBlock[] {
    const rows = rowsOf(table).map(({ element }) => cellsOf(element));
    const [only] = rows[0] ?? [];
    if (rows.length === 1 && rows[0]?.length === 1 && only)
      return this.blocks(elementsOf(only), top);
    const node = readTable(table, (cell) => asNodes(this.blocks(elementsOf(cell), false)));
    return node ? [{ nodes: [node] }] : [];
  }

  /** Words above and below the pages. */
  leaveMargins(styles: XmlElement | undefined): void {
    for (const page of inside(
      child(styles, 'office:master-styles') ?? EMPTY,
      'style:master-page',
    )) {
      for (const margin of elementsOf(page)) {
        const text = oneLine(inside(margin, 'text:p').map(wordsInside).join(' '));
        if (!/\p{L}/u.test(text)) continue;
        this.collected.note('headers');
        this.collected.leave('headers', text);
      }
    }
  }
}

const EMPTY: XmlElement = { name: '', attributes: {}, children: [] };

/** Reads the parts of an OpenDocument text. Throws FileRefused. */
export function readOdt(parts: Parts): SourceDocument {
  const bytes = parts.get('content.xml');
  if (bytes === null) throw new FileRefused('broken');
  const content = readXml(bytes, PREFIXES);
  const text = child(child(content, 'office:body'), 'office:text');
  if (!text) throw new FileRefused('broken');
  const own = parts.get('styles.xml');
  const styles = own === null ? undefined : readXml(own, PREFIXES);
  const reader = new OdtReader(readOdtStyles(styles ? [content, styles] : [content]));
  const blocks = reader.blocks(elementsOf(text), true);
  reader.leaveMargins(styles);
  return reader.collected.done(blocks);
}
