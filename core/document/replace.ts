// Bringing a room to what a document says, as the fewest edits: live editors see only what changes.
import * as Y from 'yjs';
import { canonicalJson, withoutEmpty } from '../framework/canonical.ts';
import type {
  DocumentItem,
  DocumentSection,
  Reference,
  RichNode,
} from '../framework/interchange.ts';
import { keysInOrder } from '../framework/order.ts';
import { referenceKey } from '../framework/references.ts';
import { placeOf } from '../framework/tree.ts';
import { walkItems } from '../framework/walk.ts';
import {
  bodyNodes,
  bodyText,
  nodesOfText,
  preambleText,
  sourceToKeep,
  type WrittenText,
} from './bodies.ts';
import { mapIn } from './edits/items.ts';
import { makePlace, placeAt, siblingsAt } from './edits/placing.ts';
import { type EditableRoom, locate, treesOf } from './edits/room.ts';
import { titleAndBody } from './plain.ts';
import { readFragment, sameNodes } from './rich.ts';
import { itemOf, itemsOf, kindOf, preambleOf } from './room.ts';
import { noteSectionOrder } from './section-order.ts';
import { ITEM_KEY, preambleName, SOURCES, sourceKey } from './wire.ts';
import { writeFragment } from './write.ts';

/** Sets a member of a map where it is not that already. */
function put(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (canonicalJson(map.get(key)) !== canonicalJson(value) || !map.has(key)) map.set(key, value);
}

function writeSource(room: EditableRoom, key: string, text: WrittenText): void {
  const sources = room.doc.getMap<unknown>(SOURCES);
  const source = sourceToKeep(text);
  if (source) put(sources, key, withoutEmpty(source));
  else if (sources.has(key)) sources.delete(key);
}

/** A title as one line of the text; its line breaks are hard breaks. */
export function titleNode(title: string): RichNode {
  const content = title
    .split('\n')
    .flatMap((line, index): RichNode[] => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line }]),
    ]);
  return { type: 'itemTitle', ...(content.length > 0 ? { content } : {}) };
}

function writeText(room: EditableRoom, item: Y.Map<unknown>, wanted: DocumentItem): void {
  let text = item.get(ITEM_KEY.text);
  if (!(text instanceof Y.XmlFragment)) {
    text = new Y.XmlFragment();
    item.set(ITEM_KEY.text, text);
  }
  const fragment = text as Y.XmlFragment;
  const title = wanted.title ?? '';
  const body = nodesOfText(bodyText(wanted));
  const now = titleAndBody(readFragment(fragment));
  const same = now.title === title && sameNodes(bodyNodes(now.body), bodyNodes(body));
  if (!same || fragment.length === 0) writeFragment(fragment, [titleNode(title), ...body]);
  writeSource(room, sourceKey({ item: wanted.id }), bodyText(wanted));
}

function writeReferences(
  room: EditableRoom,
  item: Y.Map<unknown>,
  wanted: readonly Reference[],
): void {
  const stored = mapIn(item, ITEM_KEY.references);
  const seen = new Map<string, number>();
  const keys = wanted.map((reference) => {
    const key = referenceKey(reference);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
  for (const key of [...stored.keys()]) if (!keys.includes(key)) stored.delete(key);
  const current = keys.map((key) => {
    const { order } = (stored.get(key) ?? {}) as { order?: unknown };
    return typeof order === 'string' ? order : null;
  });
  const orders = keysInOrder(current, room.random);
  for (const [index, key] of keys.entries()) {
    const level = wanted[index]?.level;
    put(stored, key, { order: orders[index] ?? '', ...(level === undefined ? {} : { level }) });
  }
}

/** Everything of an item but its place. */
function writeItem(room: EditableRoom, wanted: DocumentItem): void {
  let item = itemOf(room.doc, wanted.id);
  if (!item) {
    item = new Y.Map<unknown>();
    itemsOf(room.doc).set(wanted.id, item);
  }
  if (kindOf(item) !== wanted.kind) item.set(ITEM_KEY.kind, wanted.kind);
  put(item, ITEM_KEY.removed, false);
  const fields = mapIn(item, ITEM_KEY.fields);
  const values = Object.entries(wanted.fields ?? {}).filter(([, value]) => value !== '');
  const names = new Set(values.map(([name]) => name));
  for (const name of [...fields.keys()]) if (!names.has(name)) fields.delete(name);
  for (const [name, value] of values) put(fields, name, value);
  writeReferences(room, item, wanted.references ?? []);
  const origin = withoutEmpty(wanted.origin ?? {});
  if (canonicalJson(origin) !== '{}') put(item, ITEM_KEY.origin, origin);
  else if (item.has(ITEM_KEY.origin)) item.delete(ITEM_KEY.origin);
  writeText(room, item, wanted);
}

/** Gives the children of one parent places in this order, changing as few as can be. */
function writeOrder(
  room: EditableRoom,
  section: string,
  parent: string,
  ids: readonly string[],
): void {
  const many = room.sections.length > 1;
  const current = ids.map((id) => {
    const place = placeOf(itemOf(room.doc, id)?.get(ITEM_KEY.place));
    const stays = place.parent === parent && (!many || place.section === section);
    return stays ? place.order : null;
  });
  const orders = keysInOrder(current, room.random);
  for (const [index, id] of ids.entries()) {
    const place = placeAt(room, section, parent, orders[index] ?? '');
    const item = itemOf(room.doc, id);
    if (item) put(item, ITEM_KEY.place, place);
  }
}

function writePreamble(room: EditableRoom, key: string, section: DocumentSection): void {
  const fragment = preambleOf(room.doc, preambleName(key, room.sections.length));
  const text = preambleText(section);
  const nodes = nodesOfText(text);
  const same = sameNodes(bodyNodes(readFragment(fragment)), bodyNodes(nodes));
  if (!same) writeFragment(fragment, nodes);
  writeSource(room, sourceKey({ preamble: key }), text);
}

/**
 * Makes the room hold these sections, in one transaction and as the fewest edits: what is equal is
 * not touched, items missing from them go into the bin, known ids come out of it. A section of the
 * room that is not among them counts as empty; sections of other rooms are left out, and of items
 * with the same id the first counts.
 */
export function replaceSections(room: EditableRoom, sections: readonly DocumentSection[]): void {
  const own = room.sections.map(
    (key): DocumentSection => sections.find((section) => section.key === key) ?? { key },
  );
  room.doc.transact(() => {
    const wanted = new Set<string>();
    const rows = new Map<string, { section: string; parent: string; ids: string[] }>();
    for (const { item, section, parent } of walkItems<DocumentItem>(own)) {
      if (wanted.has(item.id)) continue;
      wanted.add(item.id);
      writeItem(room, item);
      const above = parent?.id ?? '';
      const key = JSON.stringify([above === '' ? section : '', above]);
      const row = rows.get(key) ?? { section, parent: above, ids: [] };
      row.ids.push(item.id);
      rows.set(key, row);
    }
    for (const { section, parent, ids } of rows.values()) writeOrder(room, section, parent, ids);
    for (const [id, item] of itemsOf(room.doc).entries()) {
      if (item instanceof Y.Map && !wanted.has(id)) put(item, ITEM_KEY.removed, true);
    }
    for (const section of own) writePreamble(room, section.key, section);
    const listed = new Set(sections.map((section) => section.key));
    for (const key of room.sections) writeLeftOut(room, key, !listed.has(key));
    noteSectionOrder(room, [...listed]);
  }, room.origin);
}

/** Remembers that a document had no such section, so that it is exported without it as long as it is empty. */
function writeLeftOut(room: EditableRoom, key: string, leftOut: boolean): void {
  const sources = room.doc.getMap<unknown>(SOURCES);
  const note = sourceKey({ leftOut: key });
  if (leftOut) put(sources, note, true);
  else if (sources.has(note)) sources.delete(note);
}

/**
 * Puts chosen items back as a document has them: wording, kind, fields, references, origin, and out
 * of the bin. One that is living under the same parent stays where it stands; any other goes back
 * under its parent of then, where that is living, after the nearest sibling of then. Items under
 * them are not touched. Returns the ids that were put back; those the document lacks are left out.
 */
export function restoreItems(
  room: EditableRoom,
  sections: readonly DocumentSection[],
  ids: readonly string[],
): string[] {
  const wanted = new Set(ids);
  const restored: string[] = [];
  const own = sections.filter((section) => room.sections.includes(section.key));
  room.doc.transact(() => {
    for (const { item, section, parent, index } of walkItems<DocumentItem>(own)) {
      if (!wanted.has(item.id) || restored.includes(item.id)) continue;
      const siblings = parent?.children ?? own.find((one) => one.key === section)?.items ?? [];
      const before = siblings.slice(0, index).map((one) => one.id);
      restoreOne(room, item, section, parent?.id ?? '', before);
      restored.push(item.id);
    }
  }, room.origin);
  return restored;
}

function restoreOne(
  room: EditableRoom,
  item: DocumentItem,
  section: string,
  parent: string,
  before: readonly string[],
): void {
  const trees = treesOf(room);
  const here = locate(trees, item.id);
  const above = parent === '' ? null : locate(trees, parent);
  const home = above && !above.path.includes(item.id) ? parent : '';
  writeItem(room, item);
  if (here && (here.parent?.id ?? '') === home && (home !== '' || here.section === section)) return;
  const target = { section, parent: home };
  const row = siblingsAt(trees, target) ?? [];
  const nearest = [...before].reverse().find((id) => row.some((one) => one.id === id));
  const first = row.find((one) => one.id !== item.id)?.id;
  const beside =
    nearest !== undefined ? { after: nearest } : first !== undefined ? { before: first } : {};
  const place = makePlace(room, trees, item.id, { ...target, ...beside });
  if (place) itemOf(room.doc, item.id)?.set(ITEM_KEY.place, place);
}
