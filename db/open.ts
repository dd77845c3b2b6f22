// Opens the database file: how it is kept safe, how a write waits for its turn.
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Driver, Orm } from './driver.ts';
import { programFolder } from './files.ts';
import { migrate } from './migrate.ts';
import { DatabaseRefused } from './refused.ts';

export interface Database {
  /** For the queries of db/ (and the sign-in library's adapter). */
  readonly orm: Orm;
  readonly driver: Driver;
  /**
   * Runs `fn` in one transaction, all or nothing, and resolves to what it returns once that is on disk.
   * Where another process holds the write lock, waits without holding up anything else in this one, for
   * 20 s at most; then, or where the disk is full or fails, throws StoreUnavailable and nothing was written.
   * `fn` is synchronous, may be run again, and reads what it decides on.
   */
  write<T>(fn: (orm: Orm) => T): Promise<T>;
  close(): void;
}

/** The store takes nothing now: locked by another process for too long, full, read-only or failing. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

const LOG_LIMIT_BYTES = 16 * 2 ** 20;
const WAIT_LIMIT_MS = 20_000;
const WAIT_STEP_MS = 20;
/** For the few statements that do not pass by `write`. */
const BUSY_TIMEOUT_MS = 5_000;

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
    driver.pragma('journal_mode = WAL');
    driver.pragma('synchronous = FULL');
    // A reader left open lets the log of writes grow; once it is gone, the file is cut back to this.
    driver.pragma(`journal_size_limit = ${LOG_LIMIT_BYTES}`);
    driver.pragma('foreign_keys = ON');
    // INSERT OR REPLACE fires delete triggers only with this; db/frozen.ts holds without it too.
    driver.pragma('recursive_triggers = ON');
    migrate(driver, migrations);
  } catch (error) {
    driver.close();
    throw error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_NOTADB')
      ? new DatabaseRefused({ code: 'not-a-database', file })
      : error;
  }
  const orm = drizzle(driver);
  return { orm, driver, write: (fn) => write(driver, orm, fn), close: () => driver.close() };
}

function openFile(file: string): Driver {
  try {
    // Made by us, for us alone: it holds people's addresses, and SQLite's other files take its mode.
    if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
    return new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DatabaseRefused({ code: 'cannot-open', file, why });
  }
}

async function write<T>(driver: Driver, orm: Orm, fn: (orm: Orm) => T): Promise<T> {
  const deadline = performance.now() + WAIT_LIMIT_MS;
  for (;;) {
    try {
      driver.pragma('busy_timeout = 0');
      return driver.transaction(() => fn(orm)).immediate();
    } catch (error) {
      if (!has(error, ['SQLITE_BUSY'])) {
        if (!has(error, FAILURES)) throw error;
        throw new StoreUnavailable('the database could not be written', { cause: error });
      }
      if (performance.now() >= deadline) {
        throw new StoreUnavailable('the database stayed locked', { cause: error });
      }
    } finally {
      driver.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    }
    await sleep(WAIT_STEP_MS);
  }
}

/** What the disk may do to us; anything else that SQLite says is a bug. */
const FAILURES = ['SQLITE_FULL', 'SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_CANTOPEN'];

function has(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Sqlite.SqliteError && codes.some((code) => error.code.startsWith(code));
}
