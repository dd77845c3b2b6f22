// From headings to items, as the person said: pure, the same in the preview and on the server, and no word is dropped.
import type { RichNode } from '../framework/interchange.ts';
import { fits } from '../framework/kinds.ts';
import type { Template } from '../framework/template.ts';
import { splitHeading } from './hand-numbers.ts';
import { AS_TEXT, type FieldNames, type ImportPlan, kindNames } from './plan.ts';
import { isHeading, type SourceDocument, type SourceHeading, titleHeading } from './source.ts';

export interface OutlineItem {
  readonly kind: string;
  readonly title: string;
  /** The number that was typed before the title and is taken off; '' where there was none. */
  readonly number: string;
  readonly body: RichNode[];
  readonly children: OutlineItem[];
  /** Whether the template lets that kind stand there. */
  readonly fits: boolean;
}

export interface OutlineSection {
  readonly key: string;
  /** The headings that opened it, as they were written. */
  readonly headings: string[];
  readonly preamble: RichNode[];
  readonly items: OutlineItem[];
}

export interface Outline {
  /** The title of the whole; '' where the file has none. */
  readonly title: string;
  /** In the order of the file; those that it does not speak of are not there. */
  readonly sections: readonly OutlineSection[];
}

/** Longer headings are paragraphs that somebody gave the wrong style. */
const LONGEST_TITLE = 2_000;

/** The words of a heading that is no item, as a paragraph of the text. */
function asText(heading: string): RichNode {
  const text = { type: 'text', text: heading, marks: [{ type: 'bold' }] };
  return { type: 'paragraph', content: [text] };
}

class Arranging {
  private readonly sections = new Map<string, OutlineSection>();
  private readonly front: RichNode[] = [];
  /** The section that is open; '' before the first, and in a part that opens none. */
  private open = '';
  private path: { readonly level: number; readonly item: OutlineItem }[] = [];
  private part = 0;

  constructor(
    private readonly plan: ImportPlan,
    private readonly template: Template,
    private readonly names: readonly string[],
  ) {
    if (plan.parts === 0) this.open = plan.section;
  }

  section(key: string): OutlineSection {
    const known = this.sections.get(key);
    if (known) return known;
    const made = { key, headings: [], preamble: [], items: [] };
    this.sections.set(key, made);
    return made;
  }

  /** Where words go that are in no item that is open. */
  private words(): RichNode[] {
    const item = this.path.at(-1)?.item;
    if (item) return item.body;
    return this.open === '' ? this.front : this.section(this.open).preamble;
  }

  text(nodes: readonly RichNode[]): void {
    this.words().push(...nodes);
  }

  heading({ level, heading }: SourceHeading): void {
    if (this.plan.parts > 0 && level <= this.plan.parts) this.openPart(level, heading);
    else this.inPart(level, heading);
  }

  private openPart(level: number, heading: string): void {
    this.path = [];
    const key = level === this.plan.parts ? (this.plan.sections[this.part++] ?? AS_TEXT) : AS_TEXT;
    if (key === AS_TEXT) {
      // What belongs to no section stays with the one before it, or stands before the first.
      this.text([asText(heading)]);
      this.closed = true;
      return;
    }
    this.open = key;
    this.closed = false;
    this.section(key).headings.push(heading);
  }

  /** In a part that opens no section no heading makes an item. */
  private closed = false;

  private inPart(level: number, heading: string): void {
    while (this.path.length > 0 && (this.path.at(-1)?.level ?? 0) >= level) this.path.pop();
    const kind = this.closed ? AS_TEXT : (this.plan.kinds[this.open]?.[level] ?? AS_TEXT);
    if (this.open === '' || kind === AS_TEXT || heading.length > LONGEST_TITLE) {
      this.text([asText(heading)]);
      return;
    }
    const parent = this.path.at(-1)?.item;
    const split = splitHeading(heading, this.names);
    const { number, words } = this.plan.numbers ? split : { number: '', words: heading };
    const item: OutlineItem = {
      kind,
      title: words,
      number: number.trim(),
      body: [],
      children: [],
      fits: fits(this.template, this.open, parent?.kind ?? '', kind),
    };
    (parent?.children ?? this.section(this.open).items).push(item);
    this.path.push({ level, item });
  }

  done(title: string): Outline {
    if (this.front.length > 0) {
      const first = [...this.sections.keys()][0] ?? this.plan.section;
      this.section(first).preamble.unshift(...this.front);
    }
    return { title, sections: [...this.sections.values()] };
  }
}

/**
 * Makes items of a file's headings. Words before the first item of a section are its preamble, those
 * before the first section the preamble of that one; a heading that becomes no item is a paragraph in
 * bold. Total: any plan gives some outline, with every word of the file.
 */
export function arrange(
  source: SourceDocument,
  plan: ImportPlan,
  template: Template,
  names: FieldNames,
): Outline {
  const arranging = new Arranging(plan, template, kindNames(template, names));
  const titleAt = plan.title ? titleHeading(source) : -1;
  let title = source.title;
  for (const [at, block] of source.blocks.entries()) {
    if (!isHeading(block)) arranging.text(block.nodes);
    else if (at === titleAt) title = block.heading;
    else arranging.heading(block);
  }
  return arranging.done(title);
}
