// When the store takes nothing: why, for how long a write waits, and what that is called outside of db/.
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';

/** `locked`: another process writes, or reads it alone. `full`: no room on the disk. `failing`: the disk or the file is bad. */
export type StoreTrouble = 'locked' | 'full' | 'read-only' | 'failing';

/** The store cannot be read or written now. Its message says why, in English, for whoever runs the server. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  constructor(
    readonly why: StoreTrouble,
    cause: unknown,
  ) {
    super(`${SAID[why]}${cause instanceof Sqlite.SqliteError ? ` (${cause.code})` : ''}`, {
      cause,
    });
  }
}

const SAID: Record<StoreTrouble, string> = {
  locked: 'the database is locked by another process',
  full: 'the disk is full',
  'read-only': 'the database cannot be written: it is read-only',
  failing: 'the disk or the database file fails',
};

/** How SQLite's codes begin; anything else that it says is a bug of ours. */
const CODES: readonly (readonly [string, StoreTrouble])[] = [
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_PROTOCOL', 'locked'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_IOERR', 'failing'],
  ['SQLITE_CANTOPEN', 'failing'],
  ['SQLITE_CORRUPT', 'failing'],
  ['SQLITE_NOTADB', 'failing'],
];

/** What an error says of the store, or null where it says nothing of it. Looks at its causes too. */
export function storeTrouble(error: unknown): StoreUnavailable | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof StoreUnavailable) return at;
    if (!(at instanceof Sqlite.SqliteError)) continue;
    const { code } = at;
    const found = CODES.find(([start]) => code.startsWith(start));
    if (found) return new StoreUnavailable(found[1], at);
  }
  return null;
}

const WAIT_LIMIT_MS = 20_000;
const WAIT_STEP_MS = 20;

/**
 * Runs `act`, again and again while another process holds the lock, for `waitMs` at most; everything else in this
 * process goes on meanwhile. `act` is one statement or one transaction, so that nothing is half done when it is
 * run again. Throws StoreUnavailable where the store takes nothing; what else `act` throws goes through.
 */
export async function patiently<T>(
  act: () => Promise<T>,
  waitMs: number = WAIT_LIMIT_MS,
): Promise<T> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      const trouble = storeTrouble(error);
      if (!trouble) throw error;
      if (trouble.why !== 'locked' || performance.now() >= deadline) throw trouble;
    }
    await sleep(WAIT_STEP_MS);
  }
}
