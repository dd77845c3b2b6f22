// Whether this device holds words that wait: the only part of it that every page loads, so it reads no record and makes no database.
import { Signal } from '../editor/live/signal.ts';

/** As in database.ts, which pages that only ask do not load. */
const DATABASE = 'triptyque-device';
const UPDATES = 'updates';

export interface Waits {
  /** Of whoever is signed in. */
  readonly mine: boolean;
  /** Of anybody else who writes with this browser. */
  readonly others: boolean;
}

export const NOTHING: Waits = { mine: false, others: false };

/** What is known of it in this page. */
export const deviceWaits = new Signal<Waits>(NOTHING);

/** Asks the device; where it keeps nothing, or cannot be asked, nothing waits. */
export function askDevice(person: string): Promise<Waits> {
  return new Promise((resolve) => {
    const nothing = () => resolve(NOTHING);
    try {
      const opening = indexedDB.open(DATABASE);
      // It was not there: it is not made by asking.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onerror = (event) => {
        event.preventDefault();
        nothing();
      };
      opening.onsuccess = () => {
        const { result } = opening;
        if (!result.objectStoreNames.contains(UPDATES)) {
          result.close();
          nothing();
          return;
        }
        const transaction = result.transaction(UPDATES);
        const records = transaction.objectStore(UPDATES);
        const mine = records.index('person').count(person);
        const all = records.count();
        transaction.onabort = nothing;
        transaction.oncomplete = () => {
          result.close();
          resolve({ mine: mine.result > 0, others: all.result > mine.result });
        };
      };
    } catch {
      nothing();
    }
  });
}
