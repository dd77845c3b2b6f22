// What waits on this device, put in order to be sent and to be shown: by room, then by item.
import type { KeptUpdate, KeptWords, Place, StoredUpdate } from './database.ts';
import type { Waiting } from './store.ts';

/** An update that waits; `key` is null where it is in the open page and not on the device. */
export interface WaitingUpdate extends KeptUpdate {
  readonly key: number | null;
}

/** Everything of one person that waits for one room. */
export interface WaitingRoom {
  /** `roomName` of the place. */
  readonly room: string;
  readonly place: Place;
  readonly updates: readonly WaitingUpdate[];
  /** Oldest page first, then by item as they were written. */
  readonly words: readonly KeptWords[];
}

/** The rooms for which something waits, in the order in which they were first written in. */
export function waitingRooms({ updates, words }: Waiting): WaitingRoom[] {
  const rooms = new Map<string, StoredUpdate[]>();
  for (const update of updates) {
    const known = rooms.get(update.room);
    if (known) known.push(update);
    else rooms.set(update.room, [update]);
  }
  return [...rooms].flatMap(([room, all]) => {
    const [first] = all;
    if (!first) return [];
    const pages = [...new Set(all.map(({ page }) => page))];
    const said = words
      .filter((one) => one.room === room && pages.includes(one.page))
      .sort((a, b) => pages.indexOf(a.page) - pages.indexOf(b.page));
    return [{ room, place: first.place, updates: all, words: said }];
  });
}

/** Whether the text itself was changed, and not only where it stands or what its fields say. */
export function isReworded({ before, after }: Pick<KeptWords, 'before' | 'after'>): boolean {
  return before !== after;
}
