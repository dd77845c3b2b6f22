// Two to four people at once on the same items, with cuts between: all end equal, every word is there, nothing twice.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  addItem,
  levelItem,
  moveItem,
  putBack,
  removeItem,
  setField,
  setKind,
  shiftItem,
} from '#core/document/edits/items.ts';
import { addReference, removeReference } from '#core/document/edits/references.ts';
import type { EditableRoom } from '#core/document/edits/room.ts';
import { readSections } from '#core/document/interchange.ts';
import { plainText } from '#core/document/plain.ts';
import { readFragment } from '#core/document/rich.ts';
import { itemOf, itemsOf, readRoom, rowsOf, textOf } from '#core/document/room.ts';
import { roomUndo } from '#core/document/undo.ts';
import { preambleName } from '#core/document/wire.ts';
import { jcs } from '#core/framework/canonical.ts';
import { chance } from './chance.ts';
import { copyOf, emptyRoom, meet, plant } from './rooms.ts';

const ROOMS = [
  {
    template: 'job-reference',
    room: 'missions',
    items: [
      'a:mission',
      'b:mission',
      'c:mission',
      'a/a1:activity',
      'a/a2:activity',
      'b/b1:activity',
      'a1/k:criterion',
    ],
  },
  {
    template: 'ideal-system',
    room: 'canvas',
    items: ['a:cause', 'b:cause', 'c:cause', 'd:cause', 'e:cause'],
  },
] as const;

/** What happened, for checking that nothing of it is lost. */
interface Account {
  readonly typed: { readonly id: string; readonly word: string }[];
  readonly added: Set<string>;
}

function act(
  room: EditableRoom,
  undo: Y.UndoManager,
  name: string,
  random: () => number,
  account: Account,
): void {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const ids = [...itemsOf(room.doc).keys()];
  const id = pick(ids) ?? '';
  const other = pick(ids) ?? '';
  const section = pick(room.sections) ?? '';
  const target = random() < 0.3 ? { section, parent: '' } : { section, parent: other };
  const beside = pick([{}, { before: pick(ids) ?? '' }, { after: pick(ids) ?? '' }]) ?? {};
  const kind = random();
  if (kind < 0.4) typeWord(room, id, name, random, account);
  else if (kind < 0.55) moveItem(room, id, { ...target, ...beside });
  else if (kind < 0.62) levelItem(room, id, random() < 0.5 ? 'up' : 'down');
  else if (kind < 0.7) shiftItem(room, id, random() < 0.5 ? 'earlier' : 'later');
  else if (kind < 0.78) removeItem(room, id, random() < 0.3);
  else if (kind < 0.84) putBack(room, id);
  else if (kind < 0.9) {
    const made = `${name}${account.added.size}`;
    if (addItem(room, { id: made, kind: 'mission' }, { ...target, ...beside }))
      account.added.add(made);
  } else if (kind < 0.93) setKind(room, id, pick(['mission', 'activity', 'lever']) ?? '');
  else if (kind < 0.96) setField(room, id, 'assessment', `${random()}`);
  else if (kind < 0.975) undo[random() < 0.6 ? 'undo' : 'redo']();
  else if (random() < 0.7) addReference(room, id, { item: other, level: 1 });
  else removeReference(room, id, { item: other });
}

function typeWord(
  room: EditableRoom,
  id: string,
  name: string,
  random: () => number,
  account: Account,
): void {
  const fragment = textOf(room.doc, id);
  const block = fragment?.get(Math.floor(random() * (fragment.length || 1)));
  if (!(block instanceof Y.XmlElement)) return;
  const word = `⟨${name}${account.typed.length}⟩`;
  account.typed.push({ id, word });
  room.doc.transact(() => {
    let line = block.get(0);
    if (!(line instanceof Y.XmlText)) {
      line = new Y.XmlText();
      block.insert(0, [line]);
    }
    // A keyboard gives one character after the other.
    const text = line as Y.XmlText;
    const at = wordEdge(text, Math.floor(random() * (text.length + 1)));
    for (const [offset, character] of [...word].entries()) text.insert(at + offset, character);
  }, 'binding');
}

/** A spot that is in nobody's word, so that each word can be looked for whole. */
function wordEdge(text: Y.XmlText, at: number): number {
  const words = text.toString();
  const open = words.lastIndexOf('⟨', at - 1);
  const close = words.indexOf('⟩', open);
  return open >= 0 && close >= at ? close + 1 : at;
}

function shown(room: EditableRoom, key: string): string[] {
  const ids: string[] = [];
  const visit = (items: readonly { id: string; children: readonly never[] }[]) => {
    for (const item of items) {
      ids.push(item.id);
      visit(item.children);
    }
  };
  for (const section of readRoom(room.doc, room.template, key, 'fr')) {
    visit(section.items as readonly never[]);
  }
  return ids;
}

test.each(ROOMS)(
  'rooms of $template: all end equal, every word is in its item or in the bin',
  ({ template, room: key, items }) => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = chance(seed * 1009);
      const first = emptyRoom(template, key, seed);
      first.doc.clientID = 1;
      plant(first, first.sections[0] ?? '', ...items);
      const people = 2 + Math.floor(random() * 3);
      const rooms = [
        first,
        ...Array.from({ length: people - 1 }, (_, index) =>
          copyOf(first, seed + index + 1, index + 2),
        ),
      ];
      const undos = rooms.map((room) => roomUndo(room.doc, room.sections, []));
      const account: Account = { typed: [], added: new Set() };
      for (let step = 0; step < 120; step++) {
        const who = Math.floor(random() * people);
        const room = rooms[who];
        const undo = undos[who];
        if (room && undo) act(room, undo, 'nopq'.charAt(who), random, account);
        undo?.stopCapturing();
        // A cut lasts until two of them meet again, by chance.
        if (random() < 0.06) {
          const pair = [rooms[who], rooms[Math.floor(random() * people)]];
          meet(...pair.filter((one) => one !== undefined));
        }
      }
      meet(...rooms);
      const where = `seed ${seed}`;
      const states = rooms.map((room) =>
        JSON.stringify(readSections(room.doc, room.template, key)),
      );
      const texts = rooms.map((room) =>
        jcs([...itemsOf(room.doc).keys()].sort().map((id) => [id, itemOf(room.doc, id)?.toJSON()])),
      );
      for (const state of states) expect(state, where).toBe(states[0]);
      for (const text of texts) expect(text, where).toBe(texts[0]);

      const ids = shown(first, key);
      expect(new Set(ids).size, where).toBe(ids.length);
      const living = rowsOf(first.doc)
        .filter((row) => row.removed !== true)
        .map((row) => row.id);
      expect(ids.sort(), where).toEqual(living.sort());
      const all = [...items.map((one) => one.replace(/^.*\/|:.*$/g, '')), ...account.added].sort();
      expect([...itemsOf(first.doc).keys()].sort(), where).toEqual(all);

      for (const { id, word } of account.typed) {
        const fragment = textOf(first.doc, id);
        const words = fragment ? plainText(readFragment(fragment)) : '';
        expect(words.split(word).length - 1, `${where}: ${word} in ${id}: ${words}`).toBe(1);
      }
      for (const section of first.sections) {
        expect(
          first.doc.getXmlFragment(preambleName(section, first.sections.length)).length,
          where,
        ).toBe(0);
      }
    }
  },
  30_000,
);
