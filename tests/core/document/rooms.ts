// Rooms for tests: a template's room with items, and copies of it that go their own way until they meet.
import * as Y from 'yjs';
import { addItem } from '#core/document/edits/items.ts';
import { type EditableRoom, editableRoom } from '#core/document/edits/room.ts';
import { readRoom, textOf } from '#core/document/room.ts';
import type { RichNode } from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';
import { templateOf } from '#core/framework/templates.ts';
import { chance } from './chance.ts';

export function known(key: string): Template {
  const template = templateOf(key);
  if (!template) throw new Error(`no template ${key}`);
  return template;
}

export function emptyRoom(templateKey: string, roomKey: string, seed = 1): EditableRoom {
  return editableRoom(new Y.Doc(), known(templateKey), roomKey, chance(seed));
}

export const paragraph = (words: string): RichNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words }],
});

export const titled = (title: string, ...body: RichNode[]): RichNode[] => [
  { type: 'itemTitle', content: [{ type: 'text', text: title }] },
  ...body,
];

/** Adds items written as `id:kind` or, under a parent, `parent/id:kind`, each titled by its id. */
export function plant(room: EditableRoom, section: string, ...items: string[]): void {
  for (const one of items) {
    const [, parent = '', id = '', kind = ''] = /^(?:(.*)\/)?(.*):(.*)$/.exec(one) ?? [];
    addItem(room, { id, kind, text: titled(id, paragraph(`corps de ${id}`)) }, { section, parent });
  }
}

/** A room of the same template on another document. */
export function copyOf(room: EditableRoom, seed: number, clientId?: number): EditableRoom {
  const doc = new Y.Doc();
  if (clientId !== undefined) doc.clientID = clientId;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc));
  return { ...room, doc, random: chance(seed) };
}

export function meet(...rooms: EditableRoom[]): void {
  for (let round = 0; round < 2; round++) {
    for (const from of rooms) {
      for (const to of rooms) {
        if (from === to) continue;
        const missing = Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc));
        Y.applyUpdate(to.doc, missing, 'remote');
      }
    }
  }
}

type Shown = { id: string; children: readonly Shown[] };

/** The living items as `a(b c) d`, sections parted by ` | `. */
export function outline(room: EditableRoom): string {
  const key = room.template.rooms.find((one) => one.sections.includes(room.sections[0] ?? ''))?.key;
  const shape = (items: readonly Shown[]): string =>
    items
      .map((item) => (item.children.length > 0 ? `${item.id}(${shape(item.children)})` : item.id))
      .join(' ');
  return readRoom(room.doc, room.template, key ?? '', 'fr')
    .map((section) => shape(section.items))
    .join(' | ');
}

/** Types words at the start of the n-th block of an item, as an editor does. */
export function type(
  room: EditableRoom,
  id: string,
  block: number,
  at: number,
  words: string,
): void {
  const element = textOf(room.doc, id)?.get(block);
  if (!(element instanceof Y.XmlElement)) throw new Error(`no block ${block} in ${id}`);
  let line = element.get(0);
  if (!(line instanceof Y.XmlText)) {
    line = new Y.XmlText();
    element.insert(0, [line]);
  }
  (line as Y.XmlText).insert(Math.min(at, (line as Y.XmlText).length), words);
}
