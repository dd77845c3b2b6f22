// A rich text flattened for comparing: its plain text, the marks on every character, the shape of every line.
import { isInline, isTextblock } from '../document/rich.ts';
import type { RichNode } from '../framework/interchange.ts';

/** A mark a reader sees or can follow; `href` for links. */
export interface TextMark {
  type: string;
  href?: string;
}

/** What kind of block a line is. */
export interface BlockShape {
  /** `paragraph`, or `row` of a table, or the name of a block the grammar does not know. */
  type: string;
  /** Lists, quotes and tables it stands in, from outside in. */
  within: string[];
  /** Whether a list item begins with it. */
  item?: boolean;
  /** Number shown before it, in an ordered list. */
  ordinal?: number;
  /** For the first item of an ordered list that does not begin with 1: the number it begins with. */
  start?: number;
  /** For a row: whether all its cells are headings. */
  header?: boolean;
}

export interface RichText {
  /** As `plainText` in `core/document/plain.ts` gives it. */
  readonly text: string;
  /** For each UTF-16 unit the index of its marks in `sets`. */
  readonly marks: Uint16Array;
  readonly sets: readonly MarkSet[];
  readonly lines: readonly RichLine[];
  /** Whether it is nothing but paragraphs without marks. */
  readonly plain: boolean;
}

/** Marks that stand together, in one order; equal ones have equal keys. */
export interface MarkSet {
  readonly key: string;
  readonly marks: readonly TextMark[];
}

export interface RichLine {
  /** Where it begins in `text`. */
  readonly start: number;
  readonly shape: BlockShape;
}

const MARKS: readonly string[] = ['bold', 'italic', 'strike', 'link'];
const NO_MARKS: MarkSet = { key: '[]', marks: [] };
const HOLDERS: readonly string[] = ['bulletList', 'orderedList', 'blockquote', 'table'];

interface Context {
  readonly within: readonly string[];
  readonly item?: { begun: boolean; readonly ordinal?: number; readonly start?: number };
}

/** Flattens blocks in normal form (`normalNodes`). */
export function richTextOf(nodes: readonly RichNode[]): RichText {
  const chunks: { text: string; set: number }[] = [];
  const lines: RichLine[] = [];
  const sets: MarkSet[] = [NO_MARKS];
  const known = new Map<string, number>([[NO_MARKS.key, 0]]);
  let length = 0;

  const write = (text: string, set = 0) => {
    if (text === '') return;
    chunks.push({ text, set });
    length += text.length;
  };
  const setOf = (node: RichNode): number => {
    const marks = (node.marks ?? [])
      .filter(({ type }) => MARKS.includes(type))
      .map(({ type, attrs }): TextMark => {
        return typeof attrs?.href === 'string' ? { type, href: attrs.href } : { type };
      });
    const key = JSON.stringify(marks);
    const index = known.get(key) ?? sets.length;
    if (index === sets.length) sets.push({ key, marks });
    known.set(key, index);
    return index;
  };
  const open = (shape: BlockShape) => {
    if (lines.length > 0) write('\n');
    lines.push({ start: length, shape });
  };
  const shapeOf = (type: string, { within, item }: Context): BlockShape => {
    const shape: BlockShape = { type, within: [...within] };
    if (item && !item.begun) {
      shape.item = true;
      if (item.ordinal !== undefined) shape.ordinal = item.ordinal;
      if (item.start !== undefined) shape.start = item.start;
      item.begun = true;
    }
    return shape;
  };
  const line = (content: readonly RichNode[], inCell: boolean) => {
    for (const node of content) {
      if (node.type === 'text') {
        const text = node.text ?? '';
        write(inCell ? text.replace(/[\n\t]/g, ' ') : text, setOf(node));
      } else if (node.type === 'hardBreak') write(inCell ? ' ' : '\n');
      else line(node.content ?? [], inCell);
    }
  };
  /** All words of a cell in one line, its blocks parted by spaces. */
  const cell = (content: readonly RichNode[]) => {
    if (content.every(isInline)) line(content, true);
    else {
      for (const [index, node] of content.entries()) {
        if (index > 0) write(' ');
        if (isInline(node)) line([node], true);
        else cell(node.content ?? []);
      }
    }
  };
  const row = (node: RichNode, context: Context) => {
    const cells = node.content ?? [];
    const header = cells.length > 0 && cells.every(({ type }) => type === 'tableHeader');
    open({ ...shapeOf('row', context), ...(header ? { header } : {}) });
    for (const [index, { content }] of cells.entries()) {
      if (index > 0) write('\t');
      cell(content ?? []);
    }
  };
  const block = (node: RichNode, context: Context): void => {
    const content = node.content ?? [];
    if (isInline(node)) {
      open(shapeOf('paragraph', context));
      line([node], false);
    } else if (node.type === 'tableRow') row(node, context);
    else if (isTextblock(node) || content.length === 0 || content.every(isInline)) {
      open(shapeOf(isTextblock(node) ? 'paragraph' : node.type, context));
      line(content, false);
    } else {
      const within = HOLDERS.includes(node.type) ? [...context.within, node.type] : context.within;
      const first = typeof node.attrs?.start === 'number' ? node.attrs.start : 1;
      for (const [index, child] of content.entries()) {
        const numbered = node.type === 'orderedList' ? { ordinal: first + index } : {};
        const begins = numbered.ordinal !== undefined && index === 0 && first !== 1;
        const item =
          child.type === 'listItem'
            ? { begun: false, ...numbered, ...(begins ? { start: first } : {}) }
            : context.item;
        block(child, { within, ...(item ? { item } : {}) });
      }
    }
  };
  for (const node of nodes) block(node, { within: [] });

  const marks = new Uint16Array(length);
  let at = 0;
  for (const { text, set } of chunks) {
    if (set > 0) marks.fill(set, at, at + text.length);
    at += text.length;
  }
  return {
    text: chunks.map(({ text }) => text).join(''),
    marks,
    sets,
    lines,
    plain: sets.length === 1 && lines.every(({ shape }) => isPlain(shape)),
  };
}

function isPlain(shape: BlockShape): boolean {
  return shape.type === 'paragraph' && shape.within.length === 0;
}

/** A plain text as a rich one: paragraphs without marks. */
export function richTextOfPlain(text: string): RichText {
  const shape: BlockShape = { type: 'paragraph', within: [] };
  return {
    text,
    marks: new Uint16Array(text.length),
    sets: [NO_MARKS],
    lines: [{ start: 0, shape }],
    plain: true,
  };
}

/** Index of the line in which a character stands. */
export function lineAt({ lines }: RichText, at: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Shape of the line in which a character stands. */
export function shapeAt(text: RichText, at: number): BlockShape {
  return text.lines[lineAt(text, at)]?.shape ?? { type: 'paragraph', within: [] };
}

/** The stretches of one set of marks each between two places, in order. */
export function* markStretches(
  { marks, sets }: RichText,
  start: number,
  end: number,
): Generator<{ start: number; end: number; set: MarkSet }> {
  let from = start;
  for (let at = start + 1; at <= end; at++) {
    if (at < end && (marks[at] ?? 0) === (marks[from] ?? 0)) continue;
    yield { start: from, end: at, set: sets[marks[from] ?? 0] ?? NO_MARKS };
    from = at;
  }
}

/** Whether two shapes look the same; the number before an item follows from its place and is no difference. */
export function sameShape(a: BlockShape, b: BlockShape): boolean {
  return (
    a.type === b.type &&
    a.within.join() === b.within.join() &&
    (a.item ?? false) === (b.item ?? false) &&
    (a.header ?? false) === (b.header ?? false) &&
    a.start === b.start
  );
}
