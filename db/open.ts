// Opens the database file: how it is kept safe, how a write waits for its turn.
import { closeSync, openSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Driver, Orm } from './driver.ts';
import { programFolder } from './files.ts';
import { migrate } from './migrate.ts';
import { DatabaseRefused } from './refused.ts';
import { patiently } from './trouble.ts';

export interface Database {
  /** For the queries of db/ (and the sign-in library's adapter). */
  readonly orm: Orm;
  readonly driver: Driver;
  /**
   * Runs `fn` in one transaction, all or nothing, and resolves to what it returns once that is on disk.
   * Where another process holds the write lock, waits without holding up anything else in this one, for
   * 20 s at most; then, or where the disk is full or fails, throws StoreUnavailable (db/trouble.ts) and nothing was
   * written.
   * `fn` is synchronous, may be run again, and reads what it decides on.
   */
  write<T>(fn: (orm: Orm) => T): Promise<T>;
  close(): void;
}

const LOG_LIMIT_BYTES = 16 * 2 ** 20;
/** While it opens, when nothing else runs in this process yet. */
const OPEN_TIMEOUT_MS = 5_000;

/** The folder of the committed migrations. */
export function migrationsFolder(): string {
  return programFolder('migrations');
}

/**
 * Opens (or makes) the database at `file`, migrates it and checks its triggers.
 * Throws DatabaseRefused, which says why, where it must not be used as it is.
 */
export function openDatabase(file: string, migrations: string = migrationsFolder()): Database {
  const driver = openFile(file);
  try {
    // Counts for a file that is made now: what it no longer needs can be given back piece by piece (db/log-file.ts).
    driver.pragma('auto_vacuum = INCREMENTAL');
    driver.pragma('journal_mode = WAL');
    driver.pragma('synchronous = FULL');
    // A reader left open lets the log of writes grow; once it is gone, the file is cut back to this.
    driver.pragma(`journal_size_limit = ${LOG_LIMIT_BYTES}`);
    driver.pragma('foreign_keys = ON');
    // INSERT OR REPLACE fires delete triggers only with this; db/frozen.ts holds without it too.
    driver.pragma('recursive_triggers = ON');
    migrate(driver, migrations);
    // From here on nobody sleeps in the driver, which would hold up everybody: whoever must wait waits outside.
    driver.pragma('busy_timeout = 0');
  } catch (error) {
    driver.close();
    throw error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_NOTADB')
      ? new DatabaseRefused({ code: 'not-a-database', file })
      : error;
  }
  const orm = drizzle(driver);
  return {
    orm,
    driver,
    write: (fn) => patiently(async () => driver.transaction(() => fn(orm)).immediate()),
    close: () => driver.close(),
  };
}

function openFile(file: string): Driver {
  try {
    // Made by us, for us alone: it holds people's addresses, and SQLite's other files take its mode.
    if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
    return new Sqlite(file, { timeout: OPEN_TIMEOUT_MS });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DatabaseRefused({ code: 'cannot-open', file, why });
  }
}
