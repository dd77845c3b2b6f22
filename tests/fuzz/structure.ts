// What people do with items as wholes while others write in them: add, move, level, bin, split, merge, references, fields.
import {
  addItem,
  levelItem,
  moveItem,
  putBack,
  removeItem,
  setField,
  shiftItem,
} from '#core/document/edits/items.ts';
import {
  addReference,
  removeReference,
  setReferenceLevel,
} from '#core/document/edits/references.ts';
import { locate, treesOf } from '#core/document/edits/room.ts';
import { mergeItem, splitItem } from '#core/document/edits/text.ts';
import { itemOf, itemsOf, referencesOf } from '#core/document/room.ts';
import { pick } from './acts.ts';
import type { Person } from './person.ts';

/** Does one thing to the item `id`. */
export type StructuralAct = (person: Person, id: string) => void;

/** A living item of the room, often one of the first two: people meet. */
export function anyItem(person: Person): string {
  const trees = treesOf(person.room);
  const ids = [...itemsOf(person.doc).keys()].filter((id) => locate(trees, id)).sort();
  return pick(person.random, person.random() < 0.7 ? ids.slice(0, 2) : ids) ?? '';
}

function sectionOf({ room }: Person): string {
  return room.sections[0] ?? '';
}

function kindOf(person: Person): string {
  const { template } = person.room;
  const section = template.sections.find((one) => one.key === sectionOf(person));
  return section?.kinds[0]?.key ?? '';
}

const half = (person: Person) => person.random() < 0.5;

export const referenceActs: readonly StructuralAct[] = [
  (person, id) => addReference(person.room, id, { item: anyItem(person), level: 2 }),
  (person, id) => addReference(person.room, id, { item: 'elsewhere', framework: 'autre' }),
  (person, id) => {
    const item = itemOf(person.doc, id);
    const reference = item && pick(person.random, referencesOf(item));
    if (!reference) return;
    if (half(person)) removeReference(person.room, id, reference);
    else setReferenceLevel(person.room, id, reference, 3);
  },
  (person, id) => setField(person.room, id, 'assessment', half(person) ? person.name : null),
];

export const structuralActs: readonly StructuralAct[] = [
  (person, id) => {
    const target = { section: sectionOf(person), parent: half(person) ? id : '' };
    addItem(person.room, { id: person.newId(), kind: kindOf(person) }, target);
  },
  (person, id) => {
    const parent = half(person) ? anyItem(person) : '';
    moveItem(person.room, id, { section: sectionOf(person), parent, after: anyItem(person) });
  },
  (person, id) => levelItem(person.room, id, half(person) ? 'up' : 'down'),
  (person, id) => shiftItem(person.room, id, half(person) ? 'earlier' : 'later'),
  (person, id) => removeItem(person.room, id, person.random() < 0.3),
  (person) => putBack(person.room, pick(person.random, [...itemsOf(person.doc).keys()]) ?? ''),
  (person, id) => {
    const position = person.at === id ? person.mounted?.position() : undefined;
    splitItem(person.room, id, position ?? { path: [1], offset: 4 }, person.newId());
  },
  (person, id) => mergeItem(person.room, id, anyItem(person)),
];
