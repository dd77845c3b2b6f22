// What this device keeps until the server says it has it: the shape of the records, and opening the database.
import type { FieldValue, Language } from '#core/framework/interchange.ts';

/** Where words were written, with enough of its names to be shown when the text can no longer be read. */
export interface Place {
  /** Id of the framework. */
  readonly framework: string;
  /** Its slug when the words were written; it may name another framework by now. */
  readonly slug: string;
  readonly title: string;
  readonly roomKey: string;
  readonly language: Language;
}

/** A person's own updates of a room, as they were made; Yjs update format V1. */
export interface KeptUpdate {
  /** Id of the account. */
  readonly person: string;
  /** `roomName` of its place. */
  readonly room: string;
  /** Which opening of the page wrote it. */
  readonly page: string;
  readonly grammar: number;
  readonly update: Uint8Array;
  readonly place: Place;
  /** Milliseconds by this device's clock, which may be wrong: only ever shown. */
  readonly at: number;
}

export interface StoredUpdate extends KeptUpdate {
  /** Key in the database: they grow in the order of writing. */
  readonly key: number;
}

/** What an item (or preamble) said before a person's unsent changes and after them. */
export interface KeptWords {
  readonly person: string;
  readonly room: string;
  readonly page: string;
  /** Id of the item, or name of the preamble. */
  readonly item: string;
  readonly place: Place;
  /** '' for a preamble, and where the item's kind has none. */
  readonly number: string;
  readonly title: string;
  /** Key of the section where it stood; '' where that was not known. */
  readonly section: string;
  readonly before: string;
  readonly after: string;
  /** Fields whose value was changed. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly at: number;
}

export const DATABASE = 'triptyque-device';
export const UPDATES = 'updates';
export const WORDS = 'words';

export function roomName({ framework, roomKey }: Pick<Place, 'framework' | 'roomKey'>): string {
  return `${framework}/${roomKey}`;
}

function build(database: IDBDatabase): void {
  const updates = database.createObjectStore(UPDATES, { autoIncrement: true });
  updates.createIndex('person', 'person');
  updates.createIndex('room', ['person', 'room']);
  updates.createIndex('page', ['person', 'room', 'page']);
  const words = database.createObjectStore(WORDS, {
    keyPath: ['person', 'room', 'page', 'item'],
  });
  words.createIndex('person', 'person');
  words.createIndex('page', ['person', 'room', 'page']);
}

/** Opens the database, making it where it is missing. Rejects where this browser has none or lets us have none. */
export function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    // A browser that blocks it throws right here, or has no `indexedDB` at all.
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => build(asked.result);
    asked.onsuccess = () => {
      // A later page of ours with another shape must not wait for this one.
      asked.result.onversionchange = () => asked.result.close();
      resolve(asked.result);
    };
    asked.onerror = () => reject(asked.error);
    asked.onblocked = () => reject(new Error('another page holds the database'));
  });
}
