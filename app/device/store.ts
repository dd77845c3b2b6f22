// Reading and writing what this device keeps. One change is one transaction; it resolves once that is committed.
import {
  type KeptUpdate,
  type KeptWords,
  openDatabase,
  type StoredUpdate,
  UPDATES,
  WORDS,
} from './database.ts';

/** One opening of a room's page by a person: what a page's records are found by. */
export interface PageName {
  readonly person: string;
  readonly room: string;
  readonly page: string;
}

export interface DeviceChange {
  readonly updates?: readonly KeptUpdate[];
  readonly words?: readonly KeptWords[];
  /** Keys of updates that are on the server's disk, or thrown away by the person. */
  readonly forget?: readonly number[];
  readonly forgetWords?: readonly (PageName & { readonly item: string })[];
  /** Their words go too, unless an update of theirs still waits. */
  readonly forgetPages?: readonly PageName[];
}

export interface Waiting {
  readonly updates: readonly StoredUpdate[];
  readonly words: readonly KeptWords[];
}

/** Where a page keeps what is not on the server's disk; every promise rejects where the device cannot. */
export interface DeviceStore {
  /** Resolves once committed, with the keys of `updates`. */
  write(change: DeviceChange): Promise<readonly number[]>;
  ofRoom(person: string, room: string): Promise<Waiting>;
  ofPerson(person: string): Promise<Waiting>;
  /**
   * Everything of a person goes, and it resolves to true; but where an update waits that is not among `known`,
   * nothing does, and it resolves to false: nobody has decided about that one.
   */
  clear(person: string, known: ReadonlySet<number>): Promise<boolean>;
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('given up'));
  });
}

/** The store of this browser; opens the database at the first use, and again where that failed. */
export function deviceStore(open: () => Promise<IDBDatabase> = openDatabase): DeviceStore {
  let opening: Promise<IDBDatabase> | null = null;

  function database(): Promise<IDBDatabase> {
    opening ??= open().then(
      (found) => {
        found.onclose = () => {
          opening = null;
        };
        return found;
      },
      (error: unknown) => {
        opening = null;
        throw error;
      },
    );
    return opening;
  }

  async function begin(mode: 'readonly' | 'readwrite'): Promise<IDBTransaction> {
    const found = await database();
    try {
      // Strict: a battery that dies takes nothing that was said to be kept.
      return found.transaction([UPDATES, WORDS], mode, { durability: 'strict' });
    } catch (error) {
      // The browser closed it under us (its data was cleared): the next time opens it anew.
      opening = null;
      throw error;
    }
  }

  async function read(index: 'person' | 'room', key: IDBValidKey): Promise<Waiting> {
    const transaction = await begin('readonly');
    const done = committed(transaction);
    const found = transaction.objectStore(UPDATES).index(index);
    const updates: StoredUpdate[] = [];
    const words = transaction.objectStore(WORDS).index('person');
    const asked = found.openCursor(key);
    asked.onsuccess = () => {
      const { result } = asked;
      if (!result) return;
      updates.push({ ...(result.value as KeptUpdate), key: Number(result.primaryKey) });
      result.continue();
    };
    const person = Array.isArray(key) ? key[0] : key;
    const asking = words.getAll(person);
    await done;
    const all = asking.result as KeptWords[];
    updates.sort((a, b) => a.key - b.key);
    return {
      updates,
      words: all.filter(({ room }) => !Array.isArray(key) || room === key[1]),
    };
  }

  return {
    async write({ updates = [], words = [], forget = [], forgetWords = [], forgetPages = [] }) {
      const transaction = await begin('readwrite');
      const done = committed(transaction);
      const kept = transaction.objectStore(UPDATES);
      const said = transaction.objectStore(WORDS);
      const keys: number[] = updates.map(() => -1);
      updates.forEach((one, at) => {
        const added = kept.add(one);
        added.onsuccess = () => {
          keys[at] = Number(added.result);
        };
      });
      for (const key of forget) kept.delete(key);
      for (const { person, room, page, item } of forgetWords)
        said.delete([person, room, page, item]);
      for (const one of words) said.put(one);
      for (const { person, room, page } of forgetPages) {
        const left = kept.index('page').count([person, room, page]);
        left.onsuccess = () => {
          if (left.result > 0) return;
          const found = said.index('page').openKeyCursor([person, room, page]);
          found.onsuccess = () => {
            if (!found.result) return;
            said.delete(found.result.primaryKey);
            found.result.continue();
          };
        };
      }
      // Said aloud, so that a page that is going away leaves nothing half done. With answers still to come it waits.
      if (forgetPages.length === 0) transaction.commit();
      await done;
      return keys;
    },
    ofRoom: (person, room) => read('room', [person, room]),
    ofPerson: (person) => read('person', person),
    async clear(person, known) {
      const transaction = await begin('readwrite');
      const done = committed(transaction);
      let decided = true;
      const asked = transaction.objectStore(UPDATES).index('person').getAllKeys(person);
      asked.onsuccess = () => {
        decided = asked.result.every((key) => known.has(Number(key)));
        if (!decided) return;
        for (const name of [UPDATES, WORDS]) {
          const found = transaction.objectStore(name).index('person').openKeyCursor(person);
          found.onsuccess = () => {
            if (!found.result) return;
            transaction.objectStore(name).delete(found.result.primaryKey);
            found.result.continue();
          };
        }
      };
      await done;
      return decided;
    },
  };
}

/** In place of a device that cannot be asked: nothing is there, and nothing can be forgotten. */
export const noDevice: DeviceStore = {
  write: async ({ updates = [] }) => updates.map(() => -1),
  ofRoom: async () => ({ updates: [], words: [] }),
  ofPerson: async () => ({ updates: [], words: [] }),
  clear: async () => true,
};
