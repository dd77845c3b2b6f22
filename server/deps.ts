// What queries and commands are made with: the store, the live rooms, the readers of texts, the time, new ids, chance.
import type { Store } from '#db/store.ts';
import type { Comparer } from './comparing/comparer.ts';
import type { FileReader } from './exchange/file-reader.ts';
import type { LiveRooms } from './sync/ports.ts';
import { createFrozenTexts, type FrozenTexts } from './texts/frozen-text.ts';
import { createWorkingTexts, type WorkingTexts } from './texts/working-text.ts';

export interface Deps {
  readonly store: Store;
  readonly rooms: LiveRooms;
  readonly working: WorkingTexts;
  readonly frozen: FrozenTexts;
  readonly comparer: Comparer;
  readonly files: FileReader;
  readonly clock: () => Date;
  /** A new id, never given before: printable, without spaces or slashes. */
  readonly makeId: () => string;
  /** Numbers in [0, 1) for the order keys of items. */
  readonly random: () => number;
}

/** One set of these for queries and commands alike: the readers of texts keep what they read. */
export function createDeps(
  given: Pick<Deps, 'store' | 'rooms' | 'comparer' | 'files' | 'clock' | 'makeId' | 'random'>,
): Deps {
  const { store, rooms } = given;
  return {
    ...given,
    working: createWorkingTexts(store.log, rooms),
    frozen: createFrozenTexts(store.revisions),
  };
}
