// Where threads of comments are in a room's text of now: at which item, and at which words of it.
import type * as Y from 'yjs';
import { type Anchor, locateAnchor, type WordsPlace } from '#core/document/anchor.ts';
import { type FlatWords, flatWords } from '#core/document/flat-words.ts';
import { type LiveItem, preambleOf, readRoom, textOf } from '#core/document/room.ts';
import { preambleName } from '#core/document/wire.ts';
import type { Language } from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';

/** Something that can be commented on: an item, or a preamble (which has no number and no title). */
export interface Spot {
  readonly item: string;
  readonly section: string;
  readonly number: string;
  readonly title: string;
}

export interface RoomSpots {
  /** By item id and preamble name. */
  readonly spots: ReadonlyMap<string, Spot>;
  /** The words of a living item or a preamble; null where it is neither. */
  wordsOf(id: string): FlatWords | null;
  /** Where a thread is; null where what it was about is gone. */
  place(thread: {
    readonly item: string;
    readonly anchor: Anchor | null;
  }): { readonly spot: Spot; readonly words: WordsPlace | null } | null;
}

/** Reads the living items of a room; what it gives holds as long as the document does not change. */
export function roomSpots(
  doc: Y.Doc,
  template: Template,
  roomKey: string,
  language: Language,
): RoomSpots {
  const spots = new Map<string, Spot>();
  const live = readRoom(doc, template, roomKey, language);
  for (const { key: section, items } of live) {
    const preamble = preambleName(section, live.length);
    spots.set(preamble, { item: preamble, section, number: '', title: '' });
    const take = ({ id: item, number, title, children }: LiveItem) => {
      spots.set(item, { item, section, number, title });
      children.forEach(take);
    };
    items.forEach(take);
  }
  const known = new Map<string, FlatWords | null>();
  const read = (id: string): FlatWords | null => {
    if (!spots.has(id)) return null;
    const text = textOf(doc, id) ?? (doc.share.has(id) ? preambleOf(doc, id) : null);
    return text && flatWords(text);
  };
  const wordsOf = (id: string) => {
    const words = known.get(id) ?? read(id);
    known.set(id, words);
    return words;
  };
  return {
    spots,
    wordsOf,
    place({ item, anchor }) {
      const words = anchor && locateAnchor(doc, anchor, item, spots.keys(), wordsOf);
      const spot = spots.get(words?.item ?? item);
      return spot && (anchor === null || words) ? { spot, words } : null;
    },
  };
}
