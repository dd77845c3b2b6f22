// A room as sections of the interchange document, without loss: reading them out, and what was never edited as it came.
import * as Y from 'yjs';
import type { DocumentItem, DocumentSection } from '../framework/interchange.ts';
import { fittingKind } from '../framework/kinds.ts';
import type { Random } from '../framework/order.ts';
import type { Template } from '../framework/template.ts';
import type { TreeNode } from '../framework/tree.ts';
import { exportedText, type WrittenText } from './bodies.ts';
import { editableRoom } from './edits/room.ts';
import { titleAndBody } from './plain.ts';
import { replaceSections } from './replace.ts';
import { readFragment } from './rich.ts';
import {
  fieldsOf,
  itemOf,
  kindOf,
  originOf,
  preambleOf,
  readTrees,
  referencesOf,
  sectionsOfRoom,
  textOf,
} from './room.ts';
import { preambleName, SOURCES, sourceKey } from './wire.ts';

/** Origin of what a document brought in. */
export const IMPORT = 'import';

/**
 * Fills a new room from the sections of a document. Only once, on the server: two clients that seed
 * the same start double it. `random` gives numbers in [0, 1) for order keys.
 */
export function seedRoom(
  doc: Y.Doc,
  template: Template,
  roomKey: string,
  sections: readonly DocumentSection[],
  random: Random,
): void {
  replaceSections(editableRoom(doc, template, roomKey, random, IMPORT), sections);
}

function sourceOf(doc: Y.Doc, key: string): WrittenText | null {
  const source = doc.getMap<unknown>(SOURCES).get(key);
  if (typeof source !== 'object' || source === null || source instanceof Y.AbstractType)
    return null;
  return source as WrittenText;
}

/**
 * The room's sections as they stand in a document, in the template's order, without empty members.
 * Items in the bin are not in it, nor is an empty section that the imported document left out.
 * Never throws and never writes.
 */
export function readSections(doc: Y.Doc, template: Template, roomKey: string): DocumentSection[] {
  const keys = sectionsOfRoom(template, roomKey);
  const sections = readTrees(doc, keys).map(({ key, nodes }): DocumentSection => {
    const items = nodes.map((node) => readItem(doc, template, key, '', node));
    const fragment = preambleOf(doc, preambleName(key, keys.length));
    const source = sourceOf(doc, sourceKey({ preamble: key }));
    const preamble = exportedText(readFragment(fragment), source);
    return {
      key,
      ...(preamble.markdown ? { preamble: preamble.markdown } : {}),
      ...(preamble.doc ? { preambleDoc: preamble.doc } : {}),
      ...(items.length > 0 ? { items } : {}),
    };
  });
  const leftOut = (key: string) =>
    doc.getMap<unknown>(SOURCES).get(sourceKey({ leftOut: key })) === true;
  return sections.filter((section) => Object.keys(section).length > 1 || !leftOut(section.key));
}

function readItem(
  doc: Y.Doc,
  template: Template,
  section: string,
  parentKind: string,
  node: TreeNode,
): DocumentItem {
  const item = itemOf(doc, node.id) ?? new Y.Map<unknown>();
  const fragment = textOf(doc, node.id);
  const kind = kindOf(item) || fittingKind(template, section, parentKind, '');
  const { title, body } = titleAndBody(fragment ? readFragment(fragment) : []);
  const text = exportedText(body, sourceOf(doc, sourceKey({ item: node.id })));
  const fields = Object.entries(fieldsOf(item)).filter(([, value]) => value !== '');
  const references = referencesOf(item);
  const origin = originOf(item);
  const children = node.children.map((child) => readItem(doc, template, section, kind, child));
  return {
    id: node.id,
    kind,
    ...(title === '' ? {} : { title }),
    ...(text.markdown ? { body: text.markdown } : {}),
    ...(text.doc ? { bodyDoc: text.doc } : {}),
    ...(fields.length > 0 ? { fields: Object.fromEntries(fields) } : {}),
    ...(references.length > 0 ? { references } : {}),
    ...(Object.keys(origin).length > 0 ? { origin } : {}),
    ...(children.length > 0 ? { children } : {}),
  };
}
