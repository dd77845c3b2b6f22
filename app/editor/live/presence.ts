// Who is in the room and in which item, from the awareness states that the server vouches for.
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { cursorOf } from '../cursor.ts';
import { type PersonHere, personOf } from '../people.ts';
import { Signal } from './signal.ts';
import { holderOf } from './touched.ts';

function itemAt(doc: Y.Doc, id: Y.ID): Y.Item | null {
  if (Y.getState(doc.store, id.client) <= id.clock) return null;
  const found = Y.getItem(doc.store, id);
  return found instanceof Y.Item ? found : null;
}

/** Id of the item (or name of the preamble) where a published caret stands; null where that is unknown here. */
export function whereIs(doc: Y.Doc, cursor: unknown): string | null {
  const position = cursorOf(doc, cursor)?.head;
  if (!position) return null;
  if (position.item) {
    const parent = itemAt(doc, position.item)?.parent;
    return parent instanceof Y.AbstractType ? holderOf(parent) : null;
  }
  if (position.type) {
    const content = itemAt(doc, position.type)?.content;
    return content instanceof Y.ContentType ? holderOf(content.type) : null;
  }
  return position.tname;
}

/** The people in the room, oneself first, then by name; a person with two tabs is one. */
export function peopleHere(doc: Y.Doc, awareness: Awareness): PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const [client, state] of awareness.getStates()) {
    const person = personOf(state.user);
    if (person.name === '') continue;
    const self = client === awareness.clientID;
    const item = whereIs(doc, state.cursor);
    const known = people.get(person.key);
    const writing = [...(known?.writing ?? []), ...(item === null ? [] : [item])];
    people.set(person.key, {
      ...person,
      self: self || (known?.self ?? false),
      writing: [...new Set(writing)],
      reading: typeof state.item === 'string' ? state.item : (known?.reading ?? ''),
    });
  }
  return [...people.values()].sort((a, b) => {
    if (a.self !== b.self) return a.self ? -1 : 1;
    return a.name.localeCompare(b.name) || (a.key < b.key ? -1 : 1);
  });
}

/** Follows the people in a room; the list keeps its identity while it says the same. */
export class Presence {
  readonly people = new Signal<readonly PersonHere[]>([]);
  readonly #doc: Y.Doc;
  readonly #awareness: Awareness;

  constructor(doc: Y.Doc, awareness: Awareness) {
    this.#doc = doc;
    this.#awareness = awareness;
    awareness.on('change', this.#changed);
    // A caret may arrive before the words it stands in.
    doc.on('afterTransaction', this.#arrived);
  }

  destroy(): void {
    this.#awareness.off('change', this.#changed);
    this.#doc.off('afterTransaction', this.#arrived);
  }

  readonly #arrived = ({ local }: Y.Transaction) => {
    if (!local && this.people.value.some(({ writing }) => writing.length === 0)) this.#changed();
  };

  readonly #changed = () => {
    const people = peopleHere(this.#doc, this.#awareness);
    if (JSON.stringify(people) !== JSON.stringify(this.people.value)) this.people.set(people);
  };
}
