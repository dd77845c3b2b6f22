// The styles of an OpenDocument text: what a paragraph, a stretch of text or a list is by its style.
import { child, childrenNamed, elementsOf, type XmlElement } from '../xml.ts';

export interface TextForm {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly hidden?: boolean;
  /** Underlined or highlighted: a text here has neither. */
  readonly lost?: boolean;
}

export interface OdtStyle {
  /** 1 to 10 for headings by their style, 0 for others. */
  readonly heading: number;
  readonly role: 'title' | 'quote' | '';
  readonly form: TextForm;
}

export interface OdtStyles {
  paragraph(name: string): OdtStyle;
  form(name: string): TextForm;
  /** Whether a list of that style shows numbers at that depth (from 1), and from which it counts; null where it shows nothing. */
  list(name: string, depth: number): { readonly ordered: boolean; readonly start: number };
}

const ROLES: readonly [RegExp, OdtStyle['role']][] = [
  [/^(?:title|titre|titre_20_principal)$/i, 'title'],
  [/^(?:quotations|quote|citation)$/i, 'quote'],
];
const MOST_PARENTS = 30;
const PLAIN: OdtStyle = { heading: 0, role: '', form: {} };

function formOf(style: XmlElement): TextForm {
  const { attributes = {} } = child(style, 'style:text-properties') ?? {};
  const weight = attributes['fo:font-weight'];
  const slope = attributes['fo:font-style'];
  const struck =
    attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
  const underlined = attributes['style:text-underline-style'];
  const ground = attributes['fo:background-color'];
  const display = attributes['text:display'];
  return {
    ...(weight === undefined ? {} : { bold: weight === 'bold' || Number(weight) >= 600 }),
    ...(slope === undefined ? {} : { italic: slope === 'italic' || slope === 'oblique' }),
    ...(struck === undefined ? {} : { strike: struck !== 'none' }),
    ...(display === undefined ? {} : { hidden: display === 'none' }),
    ...(underlined === undefined && ground === undefined
      ? {}
      : { lost: (underlined ?? 'none') !== 'none' || (ground ?? 'transparent') !== 'transparent' }),
  };
}

/** Reads the styles of both parts; automatic ones first, since they have names of their own. */
export function readOdtStyles(roots: readonly XmlElement[]): OdtStyles {
  const groups = roots.flatMap((root) =>
    elementsOf(root).filter(({ name }) =>
      ['office:automatic-styles', 'office:styles'].includes(name),
    ),
  );
  const styles = new Map<string, XmlElement>();
  const lists = new Map<string, XmlElement>();
  for (const group of groups) {
    for (const style of childrenNamed(group, 'style:style')) {
      const { 'style:family': family = '', 'style:name': name = '' } = style.attributes;
      const key = `${family} ${name}`;
      if (!styles.has(key)) styles.set(key, style);
    }
    for (const list of childrenNamed(group, 'text:list-style')) {
      const name = list.attributes['style:name'] ?? '';
      if (!lists.has(name)) lists.set(name, list);
    }
  }
  const known = new Map<string, OdtStyle>();
  const read = (family: string, name: string, parents: number): OdtStyle => {
    const style = styles.get(`${family} ${name}`);
    const role = ROLES.find(([pattern]) => pattern.test(name))?.[1];
    if (!style || parents > MOST_PARENTS) return role === undefined ? PLAIN : { ...PLAIN, role };
    const { attributes } = style;
    const base = read(family, attributes['style:parent-style-name'] ?? '', parents + 1);
    const level = attributes['style:default-outline-level'];
    return {
      heading: level === undefined ? base.heading : Number(level) || 0,
      role: role ?? base.role,
      form: { ...base.form, ...formOf(style) },
    };
  };
  const find = (family: string, name: string): OdtStyle => {
    const key = `${family} ${name}`;
    const made = known.get(key) ?? read(family, name, 0);
    known.set(key, made);
    return made;
  };
  return {
    paragraph: (name) => find('paragraph', name),
    form: (name) => find('text', name).form,
    list(name, depth) {
      const level = elementsOf(lists.get(name)).find(
        ({ attributes }) => attributes['text:level'] === String(depth),
      );
      const format = level?.attributes['style:num-format'] ?? '';
      const ordered = level?.name === 'text:list-level-style-number' && format !== '';
      return { ordered, start: Number(level?.attributes['text:start-value'] ?? 1) || 1 };
    },
  };
}
