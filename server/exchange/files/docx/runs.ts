// The lines of a Word file: runs with their marks, links, accepted changes, notes in brackets; pictures are only counted.
import type { RichNode } from '#core/framework/interchange.ts';
import type { Collected } from '../collected.ts';
import { child, elementsOf, inside, wordsInside, type XmlElement } from '../xml.ts';
import { Fields, hrefOf } from './fields.ts';
import { type Form, formOf, type Styles, settingOf, switched } from './styles.ts';

export interface LineParts {
  readonly styles: Styles;
  readonly links: ReadonlyMap<string, string>;
  readonly collected: Collected;
  /** The words of a foot- or endnote; empty where there is no such note. */
  note(kind: 'footnote' | 'endnote', id: string): readonly RichNode[];
  comment(id: string): string;
  /** Takes the blocks of a text box, which follow the paragraph that holds it. */
  box(content: XmlElement): void;
}

interface Around {
  readonly form: Form;
  readonly href: string | null;
}

/** Elements that hold runs and say nothing themselves. */
const HOLDERS: readonly string[] = [
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
  'w:rubyBase',
];
const GONE: readonly string[] = ['w:del', 'w:moveFrom'];

/** Reads lines; fields go on from one paragraph to the next, so there is one of these for a whole text. */
export class Lines {
  private readonly fields: Fields;
  private out: RichNode[] = [];
  /** Where notes go instead of the line: a heading takes none. */
  private aside: RichNode[][] | null = null;

  constructor(private readonly parts: LineParts) {
    this.fields = new Fields(parts.collected);
  }

  /** The line of a paragraph, with its notes in brackets where they are referred to. */
  read(paragraph: XmlElement, form: Form): RichNode[] {
    const before = this.out;
    this.out = [];
    this.elements(elementsOf(paragraph), { form, href: null });
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

  private elements(elements: readonly XmlElement[], around: Around): void {
    for (const element of elements) this.element(element, around);
  }

  private element(element: XmlElement, around: Around): void {
    const { name } = element;
    const within = (next: Around = around) => this.elements(elementsOf(element), next);
    if (name === 'w:r') this.run(element, around);
    else if (GONE.includes(name)) this.parts.collected.note('deletions');
    else if (HOLDERS.includes(name)) {
      if (name === 'w:ins' || name === 'w:moveTo') this.parts.collected.note('insertions');
      within();
    } else if (name === 'w:sdt') this.elements(elementsOf(child(element, 'w:sdtContent')), around);
    else if (name === 'w:hyperlink') {
      const href = this.parts.links.get(element.attributes['r:id'] ?? '');
      within(href === undefined ? around : { ...around, href });
    } else if (name === 'w:fldSimple') {
      const href = hrefOf(element.attributes['w:instr'] ?? '');
      within(href === null ? around : { ...around, href });
    } else if (name === 'w:ruby') this.elements(elementsOf(child(element, 'w:rubyBase')), around);
    else if (name === 'm:oMath' || name === 'm:oMathPara') {
      this.parts.collected.note('formulas');
      this.words(inside(element, 'm:t').map(wordsInside).join(''), around);
    } else if (name === 'mc:AlternateContent') this.alternative(element, around);
  }

  private alternative(element: XmlElement, around: Around): void {
    const chosen = child(element, 'mc:Choice') ?? child(element, 'mc:Fallback');
    for (const one of elementsOf(chosen)) {
      if (one.name === 'w:r') this.run(one, around);
      else this.piece(one, around);
    }
  }

  private run(run: XmlElement, around: Around): void {
    const properties = child(run, 'w:rPr');
    const style = this.parts.styles.form(settingOf(properties, 'w:rStyle') ?? '');
    const form = { ...around.form, ...style, ...formOf(properties) };
    if (this.losesMark(properties, around)) this.parts.collected.note('marks');
    for (const piece of elementsOf(run)) this.piece(piece, { ...around, form });
  }

  /** Whether a run is underlined or highlighted, which no text here is; links are underlined anyway. */
  private losesMark(properties: XmlElement | undefined, { href }: Around): boolean {
    const linked =
      (href ?? this.fields.href) !== null ||
      /hyperlink|lien/i.test(settingOf(properties, 'w:rStyle') ?? '');
    const underlined = (settingOf(properties, 'w:u') ?? 'none') !== 'none';
    return (underlined && !linked) || switched(properties, 'w:highlight') === true;
  }

  private piece(piece: XmlElement, around: Around): void {
    const { collected } = this.parts;
    const { attributes } = piece;
    switch (piece.name) {
      case 'w:t':
        this.words(wordsInside(piece), around);
        break;
      case 'w:tab':
      case 'w:ptab':
        this.words(' ', around);
        break;
      case 'w:noBreakHyphen':
        this.words('\u2011', around);
        break;
      case 'w:br':
      case 'w:cr':
        if (!['page', 'column'].includes(attributes['w:type'] ?? '') && !this.fields.silent)
          this.out.push({ type: 'hardBreak' });
        break;
      case 'w:sym':
        this.symbol(attributes['w:char'] ?? '', around);
        break;
      case 'w:fldChar':
        this.fieldSign(attributes['w:fldCharType'] ?? '');
        break;
      case 'w:instrText':
        this.fields.instruct(wordsInside(piece));
        break;
      case 'w:footnoteReference':
        this.bracket(this.parts.note('footnote', attributes['w:id'] ?? ''));
        break;
      case 'w:endnoteReference':
        this.bracket(this.parts.note('endnote', attributes['w:id'] ?? ''));
        break;
      case 'w:commentReference':
        collected.note('comments');
        collected.leave('comments', this.parts.comment(attributes['w:id'] ?? ''));
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.drawing(piece);
        break;
      case 'w:ruby':
      case 'mc:AlternateContent':
      case 'm:oMath':
        this.element(piece, around);
        break;
    }
  }

  private fieldSign(type: string): void {
    if (type === 'begin') this.fields.begin();
    else if (type === 'separate') this.fields.separate();
    else if (type === 'end') this.fields.end();
  }

  private symbol(code: string, around: Around): void {
    const point = Number.parseInt(code, 16);
    // Signs of fonts like Wingdings have no meaning outside of their font.
    if (Number.isNaN(point) || (point >= 0xe000 && point <= 0xf8ff)) {
      this.parts.collected.note('symbols');
    } else this.words(String.fromCodePoint(Math.min(point, 0x10ffff)), around);
  }

  private drawing(piece: XmlElement): void {
    const boxes = inside(piece, 'w:txbxContent');
    // The same box may stand twice, for programs of two ages.
    const choice = inside(piece, 'mc:Choice').flatMap((one) => inside(one, 'w:txbxContent'));
    for (const box of choice.length > 0 ? choice : boxes) this.parts.box(box);
    if (boxes.length === 0) this.parts.collected.note('pictures');
  }

  private bracket(note: readonly RichNode[]): void {
    if (note.length === 0 || this.fields.silent) return;
    this.parts.collected.note('footnotes');
    const line = [{ type: 'text', text: '[' }, ...note, { type: 'text', text: ']' }];
    if (this.aside) this.aside.push(line);
    else this.out.push({ type: 'text', text: ' ' }, ...line);
  }

  private words(text: string, { form, href }: Around): void {
    if (text === '' || this.fields.silent) return;
    if (form.hidden) {
      this.parts.collected.note('hidden');
      this.parts.collected.leave('hidden', text);
      return;
    }
    const address = href ?? this.fields.href;
    const marks = [
      ...(['bold', 'italic', 'strike'] as const).flatMap((type) => (form[type] ? [{ type }] : [])),
      ...(address === null ? [] : [{ type: 'link', attrs: { href: address } }]),
    ];
    this.out.push({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) });
  }
}
