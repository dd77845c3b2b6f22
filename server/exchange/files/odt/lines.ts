// The lines of an OpenDocument text: spans with their marks, links, notes in brackets; pictures are only counted.
import type { RichNode } from '#core/framework/interchange.ts';
import type { Collected } from '../collected.ts';
import { child, inside, isElement, wordsInside, type XmlElement, type XmlNode } from '../xml.ts';
import type { OdtStyles, TextForm } from './styles.ts';

export interface OdtLineParts {
  readonly styles: OdtStyles;
  readonly collected: Collected;
  /** Takes a box, whose blocks follow the paragraph that holds it. */
  box(content: XmlElement): void;
}

interface Around {
  readonly form: TextForm;
  readonly href: string | null;
}

/** What says nothing, or what is only said about the text. */
const SILENT: readonly string[] = [
  'office:annotation-end',
  'text:bookmark',
  'text:bookmark-start',
  'text:bookmark-end',
  'text:change',
  'text:change-start',
  'text:change-end',
  'text:reference-mark',
  'text:soft-page-break',
  'text:note-citation',
  'text:number',
];

export class OdtLines {
  private out: RichNode[] = [];
  private aside: RichNode[][] | null = null;

  constructor(private readonly parts: OdtLineParts) {}

  read(paragraph: XmlElement, form: TextForm): RichNode[] {
    const before = this.out;
    this.out = [];
    this.nodes(paragraph.children, { form, href: null });
    const line = this.out;
    this.out = before;
    return line;
  }

  /** The line of a heading, and beside it the notes that it refers to. */
  readApart(paragraph: XmlElement): { line: RichNode[]; notes: RichNode[][] } {
    const notes: RichNode[][] = [];
    this.aside = notes;
    const line = this.read(paragraph, {});
    this.aside = null;
    return { line, notes };
  }

  private nodes(nodes: readonly XmlNode[], around: Around): void {
    for (const node of nodes) {
      // Line breaks and runs of spaces of the file itself are one space.
      if (!isElement(node)) this.words(node.replace(/[ \t\r\n]+/g, ' '), around);
      else this.element(node, around);
    }
  }

  private element(element: XmlElement, around: Around): void {
    const { name, attributes, children } = element;
    const { collected } = this.parts;
    if (SILENT.includes(name)) return;
    if (name === 'text:span') {
      const form = this.parts.styles.form(attributes['text:style-name'] ?? '');
      if (form.lost && around.href === null) collected.note('marks');
      this.nodes(children, { ...around, form: { ...around.form, ...form } });
    } else if (name === 'text:a') {
      const href = attributes['xlink:href'] ?? '';
      // A place inside the file is no address.
      this.nodes(children, href.startsWith('#') ? around : { ...around, href });
    } else if (name === 'text:line-break') this.out.push({ type: 'hardBreak' });
    else if (name === 'text:s')
      this.words(' '.repeat(Math.min(Number(attributes['text:c'] ?? 1) || 1, 100)), around);
    else if (name === 'text:tab') this.words(' ', around);
    else if (name === 'text:note') this.note(element);
    else if (name === 'office:annotation') {
      collected.note('comments');
      collected.leave('comments', inside(element, 'text:p').map(wordsInside).join(' '));
    } else if (name === 'draw:frame' || name.startsWith('draw:')) this.drawing(element);
    else if (name === 'text:hidden-text') {
      collected.note('hidden');
      collected.leave('hidden', attributes['text:string-value'] ?? wordsInside(element));
    } else if (name === 'text:ruby') {
      this.nodes(child(element, 'text:ruby-base')?.children ?? [], around);
    } else this.nodes(children, around);
  }

  private note(note: XmlElement): void {
    const paragraphs = inside(child(note, 'text:note-body') ?? note, 'text:p');
    const words = paragraphs.flatMap((paragraph, index) => [
      ...(index > 0 ? [{ type: 'text', text: ' ' }] : []),
      ...this.read(paragraph, {}).filter(({ type }) => type === 'text'),
    ]);
    if (words.length === 0) return;
    this.parts.collected.note('footnotes');
    const line = [{ type: 'text', text: '[' }, ...words, { type: 'text', text: ']' }];
    if (this.aside) this.aside.push(line);
    else this.out.push({ type: 'text', text: ' ' }, ...line);
  }

  private drawing(element: XmlElement): void {
    const boxes = element.name === 'draw:text-box' ? [element] : inside(element, 'draw:text-box');
    for (const box of boxes) this.parts.box(box);
    if (boxes.length > 0) return;
    // Shapes that people draw hold their words themselves.
    if (inside(element, 'text:p').length > 0) this.parts.box(element);
    const formula = inside(element, 'draw:object').length > 0;
    this.parts.collected.note(formula ? 'formulas' : 'pictures');
  }

  private words(text: string, { form, href }: Around): void {
    if (text === '') return;
    const { collected } = this.parts;
    if (form.hidden) {
      if (text.trim() !== '') collected.note('hidden');
      collected.leave('hidden', text);
      return;
    }
    const marks = [
      ...(['bold', 'italic', 'strike'] as const).flatMap((type) => (form[type] ? [{ type }] : [])),
      ...(href === null ? [] : [{ type: 'link', attrs: { href } }]),
    ];
    this.out.push({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) });
  }
}
