// The styles of a Word file: what a paragraph is by its style, or by the one that its style is based on.
import { child, childrenNamed, type XmlElement } from '../xml.ts';

/** Form that a style or a stretch of text may set, or leave to what it is based on. */
export const MARKS = ['bold', 'italic', 'strike', 'hidden'] as const;
export type Mark = (typeof MARKS)[number];
export type Form = Readonly<Partial<Record<Mark, boolean>>>;

export interface NumberPlace {
  readonly id: string;
  readonly level: number;
}

export interface ParagraphStyle {
  /** 1 to 9 for headings, 0 for others. */
  readonly heading: number;
  readonly role: 'title' | 'contents' | 'quote' | '';
  readonly numbered: NumberPlace | null;
  readonly form: Form;
}

export interface Styles {
  /** What the style of that id says; '' is the style of paragraphs that name none. */
  paragraph(id: string): ParagraphStyle;
  /** The form that a character style sets. */
  form(id: string): Form;
}

const MARK_NAMES: Readonly<Record<Mark, readonly string[]>> = {
  bold: ['w:b'],
  italic: ['w:i'],
  strike: ['w:strike', 'w:dstrike'],
  hidden: ['w:vanish'],
};

/** Whether an element that switches something is there and switches it on; undefined where it is not there. */
export function switched(properties: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(properties, name);
  if (!found) return undefined;
  return !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? 'true');
}

export function settingOf(properties: XmlElement | undefined, name: string): string | undefined {
  return child(properties, name)?.attributes['w:val'];
}

/** What properties of a run (`w:rPr`) say of the form. */
export function formOf(properties: XmlElement | undefined): Form {
  const form: Partial<Record<Mark, boolean>> = {};
  for (const mark of MARKS) {
    for (const name of MARK_NAMES[mark]) {
      const on = switched(properties, name);
      if (on !== undefined) form[mark] = on || form[mark] === true;
    }
  }
  return form;
}

/** The outline level that properties of a paragraph say: 1 to 9, 0 for plain text; undefined where they are silent. */
export function outlineOf(properties: XmlElement | undefined): number | undefined {
  const value = settingOf(properties, 'w:outlineLvl');
  if (value === undefined) return undefined;
  const level = Number(value);
  return level >= 0 && level <= 8 ? level + 1 : 0;
}

/** The list that properties of a paragraph name; null where they take it out of one. */
export function numberedOf(properties: XmlElement | undefined): Partial<NumberPlace> | undefined {
  const found = child(properties, 'w:numPr');
  if (!found) return undefined;
  const id = settingOf(found, 'w:numId');
  const level = settingOf(found, 'w:ilvl');
  return {
    ...(id === undefined ? {} : { id }),
    ...(level === undefined ? {} : { level: Number(level) || 0 }),
  };
}

/** Names are English in every file of Word; other programs write them as they show them. */
const HEADING_NAME = /^(?:heading|titre|überschrift|título|titolo)\s*([1-9])$/i;
const ROLES: readonly [RegExp, ParagraphStyle['role']][] = [
  [/^(?:title|titre|titre principal)$/i, 'title'],
  [/^(?:toc|tm|table des matières|contents)\b/i, 'contents'],
  [/^(?:quote|intense quote|citation|citation intense|quotations)$/i, 'quote'],
];

const PLAIN: ParagraphStyle = { heading: 0, role: '', numbered: null, form: {} };
/** Styles based on each other in a circle, or in longer rows than anybody makes. */
const MOST_BASES = 30;

export function readStyles(root: XmlElement | undefined): Styles {
  const all = childrenNamed(root, 'w:style');
  const byId = new Map(all.map((style) => [style.attributes['w:styleId'] ?? '', style]));
  const usual = all.find(
    ({ attributes }) =>
      attributes['w:type'] === 'paragraph' && ['1', 'true'].includes(attributes['w:default'] ?? ''),
  );
  const paragraphs = new Map<string, ParagraphStyle>();
  const forms = new Map<string, Form>();

  const paragraphOf = (style: XmlElement | undefined, bases: number): ParagraphStyle => {
    if (!style || bases > MOST_BASES) return PLAIN;
    const base = paragraphOf(byId.get(settingOf(style, 'w:basedOn') ?? ''), bases + 1);
    const properties = child(style, 'w:pPr');
    const name = settingOf(style, 'w:name') ?? '';
    const called = HEADING_NAME.exec(name)?.[1];
    const role = ROLES.find(([pattern]) => pattern.test(name))?.[1] ?? base.role;
    const own = numberedOf(properties);
    const numbered = {
      id: own?.id ?? base.numbered?.id ?? '',
      level: own?.level ?? base.numbered?.level ?? 0,
    };
    return {
      heading: called ? Number(called) : (outlineOf(properties) ?? base.heading),
      role,
      numbered: ['', '0'].includes(numbered.id) ? null : numbered,
      form: { ...base.form, ...formOf(child(style, 'w:rPr')) },
    };
  };
  const formOfStyle = (style: XmlElement | undefined, bases: number): Form => {
    if (!style || bases > MOST_BASES) return {};
    const base = formOfStyle(byId.get(settingOf(style, 'w:basedOn') ?? ''), bases + 1);
    return { ...base, ...formOf(child(style, 'w:rPr')) };
  };
  return {
    paragraph(id) {
      const known = paragraphs.get(id);
      if (known) return known;
      const made = paragraphOf(byId.get(id) ?? usual, 0);
      paragraphs.set(id, made);
      return made;
    },
    form(id) {
      const known = forms.get(id);
      if (known) return known;
      const made = formOfStyle(byId.get(id), 0);
      forms.set(id, made);
      return made;
    },
  };
}
