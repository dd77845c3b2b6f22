// XML as a tree with names of our own choosing. No document type, so no entity that could grow or reach out, is let in.
import { SaxesParser } from 'saxes';
import { FileRefused } from './refused.ts';

export interface XmlElement {
  /** With the prefix that `prefixes` gives its namespace; of another namespace, after `?:`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

interface Growing extends XmlElement {
  readonly children: XmlNode[];
}

/** A page nests some thirty deep; what walks the tree recurses. */
const MOST_NESTING = 400;
/** A book of a thousand pages has a million. */
const MOST_ELEMENTS = 3_000_000;

function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : null;
  const label = first === 0xfe && second === 0xff ? 'utf-16be' : (wide ?? 'utf-8');
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused('broken');
  }
}

/** Reads a part. `prefixes` gives short names to addresses of namespaces. Throws FileRefused where it is not well made. */
export function readXml(bytes: Uint8Array, prefixes: Readonly<Record<string, string>>): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: Growing = { name: '', attributes: {}, children: [] };
  const open: Growing[] = [root];
  let elements = 0;
  const named = (uri: string, local: string) => {
    if (uri === '') return local;
    return `${Object.hasOwn(prefixes, uri) ? prefixes[uri] : '?'}:${local}`;
  };
  parser.on('doctype', () => {
    throw new FileRefused('broken');
  });
  parser.on('error', () => {
    throw new FileRefused('broken');
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    if (open.length > MOST_NESTING || elements > MOST_ELEMENTS) throw new FileRefused('too-much');
    const attributes = Object.values(tag.attributes)
      .filter(({ prefix, local }) => prefix !== 'xmlns' && local !== 'xmlns')
      .map(({ uri, local, value }): [string, string] => [named(uri, local), value]);
    const element: Growing = {
      name: named(tag.uri, tag.local),
      attributes: Object.fromEntries(attributes),
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const words = (text: string) => open.at(-1)?.children.push(text);
  parser.on('text', words);
  parser.on('cdata', words);
  parser.write(textOf(bytes)).close();
  const top = elementsOf(root)[0];
  if (!top) throw new FileRefused('broken');
  return top;
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

export function elementsOf(element: XmlElement | undefined): XmlElement[] {
  return element ? element.children.filter(isElement) : [];
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return elementsOf(element).find((one) => one.name === name);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return elementsOf(element).filter((one) => one.name === name);
}

/** All of that name inside, in order, without looking into those that are found. */
export function inside(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((one) => (one.name === name ? [one] : inside(one, name)));
}

/** All words inside, as they stand. */
export function wordsInside(element: XmlElement): string {
  return element.children.map((one) => (isElement(one) ? wordsInside(one) : one)).join('');
}
