// The shape of a room's shared document, read into plain trees: total whatever its bytes say, and never written.
import * as Y from 'yjs';
import type {
  FieldValue,
  Language,
  Origin,
  Reference,
  RichNode,
} from '../framework/interchange.ts';
import { numberItems } from '../framework/numbers.ts';
import { readOrigin } from '../framework/origin.ts';
import { readReferences } from '../framework/references.ts';
import type { Template } from '../framework/template.ts';
import { type Row, readTree, type SectionTree, type TreeNode } from '../framework/tree.ts';
import { plainText, titleAndBody } from './plain.ts';
import { readFragment } from './rich.ts';
import { ITEM_KEY, ITEMS } from './wire.ts';

/** An item of the living text, read for showing: words in its fragment are read apart, by `textOf`. */
export interface LiveItem {
  readonly id: string;
  readonly kind: string;
  /** Plain text of its first title. */
  readonly title: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly references: readonly Reference[];
  readonly origin: Origin;
  /** Displayed number, '' where its kind has none. */
  readonly number: string;
  readonly depth: number;
  readonly children: readonly LiveItem[];
}

export interface LiveSection {
  readonly key: string;
  readonly items: readonly LiveItem[];
}

/** An item in the bin. */
export interface BinnedItem {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** Plain text of its body. */
  readonly body: string;
}

/** The map of all items, living and removed. */
export function itemsOf(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap<unknown>(ITEMS);
}

/** The words before the first item; `name` from `preambleName` in wire.ts. */
export function preambleOf(doc: Y.Doc, name: string): Y.XmlFragment {
  return doc.getXmlFragment(name);
}

/** One item's map, or null where there is none of that id. */
export function itemOf(doc: Y.Doc, id: string): Y.Map<unknown> | null {
  const item = itemsOf(doc).get(id);
  return item instanceof Y.Map ? (item as Y.Map<unknown>) : null;
}

/** One item's text, or null where the item or its text is missing. */
export function textOf(doc: Y.Doc, id: string): Y.XmlFragment | null {
  const text = itemOf(doc, id)?.get(ITEM_KEY.text);
  return text instanceof Y.XmlFragment ? text : null;
}

/** Keys of the sections that share a room, in the template's order; none for an unknown room. */
export function sectionsOfRoom(template: Template, roomKey: string): readonly string[] {
  return template.rooms.find((room) => room.key === roomKey)?.sections ?? [];
}

/** Every item as a row for `readTree`; what is no item at all counts as removed. */
export function rowsOf(doc: Y.Doc): Row[] {
  const rows: Row[] = [];
  for (const [id, item] of itemsOf(doc).entries()) {
    const map = item instanceof Y.Map ? item : null;
    rows.push({
      id,
      place: map?.get(ITEM_KEY.place),
      removed: map === null || map.get(ITEM_KEY.removed) === true,
    });
  }
  return rows;
}

/** The living items of a room as one tree per section. */
export function readTrees(doc: Y.Doc, sections: readonly string[]): SectionTree[] {
  return readTree(rowsOf(doc), sections);
}

function textOfMap(item: Y.Map<unknown>): RichNode[] {
  const text = item.get(ITEM_KEY.text);
  return text instanceof Y.XmlFragment ? readFragment(text) : [];
}

/** Plain title of an item, '' where it has none. */
export function titleOf(item: Y.Map<unknown>): string {
  const text = item.get(ITEM_KEY.text);
  if (!(text instanceof Y.XmlFragment)) return '';
  const title = text
    .toArray()
    .find((node) => node instanceof Y.XmlElement && node.nodeName === 'itemTitle');
  return title instanceof Y.XmlElement ? plainText(readFragment(title)) : '';
}

export function kindOf(item: Y.Map<unknown>): string {
  const kind = item.get(ITEM_KEY.kind);
  return typeof kind === 'string' ? kind : '';
}

/** Fields that hold a value; anything else that stands there is left alone and not shown. */
export function fieldsOf(item: Y.Map<unknown>): Record<string, FieldValue> {
  const fields = item.get(ITEM_KEY.fields);
  if (!(fields instanceof Y.Map)) return {};
  const known: [string, FieldValue][] = [];
  for (const [key, value] of fields.entries()) {
    if (typeof value === 'string' || typeof value === 'boolean') known.push([key, value]);
    else if (typeof value === 'number' && Number.isFinite(value)) known.push([key, value]);
  }
  return Object.fromEntries(known);
}

export function referencesOf(item: Y.Map<unknown>): Reference[] {
  const references = item.get(ITEM_KEY.references);
  return references instanceof Y.Map ? readReferences(references.entries()) : [];
}

export function originOf(item: Y.Map<unknown>): Origin {
  return readOrigin(item.get(ITEM_KEY.origin));
}

/**
 * The living items of a room, as trees with kinds, titles, fields, references, origins and numbers
 * in the words of `language`. Never throws and never writes, whatever the document holds.
 */
export function readRoom(
  doc: Y.Doc,
  template: Template,
  roomKey: string,
  language: Language,
): LiveSection[] {
  const items = itemsOf(doc);
  const bare = readTrees(doc, sectionsOfRoom(template, roomKey)).map(({ key, nodes }) => ({
    key,
    items: nodes.map((node) => withKind(items, node)),
  }));
  const numbers = numberItems(bare, template, language);
  const live = ({ node, item, kind, children }: Bare): LiveItem => ({
    id: node.id,
    kind,
    title: item ? titleOf(item) : '',
    fields: item ? fieldsOf(item) : {},
    references: item ? referencesOf(item) : [],
    origin: item ? originOf(item) : {},
    number: numbers.get(node.id) ?? '',
    depth: node.depth,
    children: children.map(live),
  });
  return bare.map((section) => ({ key: section.key, items: section.items.map(live) }));
}

interface Bare {
  readonly id: string;
  readonly node: TreeNode;
  readonly item: Y.Map<unknown> | null;
  readonly kind: string;
  readonly children: readonly Bare[];
}

function withKind(items: Y.Map<unknown>, node: TreeNode): Bare {
  const found = items.get(node.id);
  const item = found instanceof Y.Map ? (found as Y.Map<unknown>) : null;
  return {
    id: node.id,
    node,
    item,
    kind: item ? kindOf(item) : '',
    children: node.children.map((child) => withKind(items, child)),
  };
}

/** What is in the bin and holds words, by title; shells that never held any are not shown. */
export function binOf(doc: Y.Doc): BinnedItem[] {
  const binned: BinnedItem[] = [];
  for (const [id, item] of itemsOf(doc).entries()) {
    if (!(item instanceof Y.Map) || item.get(ITEM_KEY.removed) !== true) continue;
    const { title, body } = titleAndBody(textOfMap(item as Y.Map<unknown>));
    const words = plainText(body);
    if (title.trim() === '' && words.trim() === '') continue;
    binned.push({ id, kind: kindOf(item as Y.Map<unknown>), title, body: words });
  }
  return binned.sort((a, b) =>
    a.title < b.title ? -1 : a.title > b.title ? 1 : a.id < b.id ? -1 : 1,
  );
}
