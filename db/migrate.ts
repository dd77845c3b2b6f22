// Brings a database to the present schema, and puts the freezing triggers in place in the same transaction.
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Driver } from './driver.ts';
import { frozenProblems, installFrozen } from './frozen.ts';
import { DatabaseRefused } from './refused.ts';

/** drizzle's own table, so that its tools can read it. */
const APPLIED = '__drizzle_migrations';

/**
 * Applies the migrations of `folder` that are not applied yet, all or none. Refuses (DatabaseRefused) a
 * database made by another or newer program, one whose triggers are missing or altered while there is
 * nothing to migrate, and one whose foreign keys a migration would break.
 *
 * drizzle's own migrator is not used: it leaves a moment between migrating and installing triggers, and runs
 * with foreign keys on, where rebuilding a table empties those that hang on it.
 */
export function migrate(driver: Driver, folder: string): void {
  const known = readMigrationFiles({ migrationsFolder: folder });
  driver.exec(
    `CREATE TABLE IF NOT EXISTS ${APPLIED} (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
  );
  const applied = driver
    .prepare<[], { hash: string }>(`SELECT hash FROM ${APPLIED} ORDER BY created_at, rowid`)
    .all();
  const foreign = applied.some((row, index) => known[index]?.hash !== row.hash);
  if (foreign) {
    throw new DatabaseRefused({ code: 'other-version' });
  }
  const pending = known.slice(applied.length);
  if (pending.length === 0) {
    const [problem] = frozenProblems(driver);
    if (problem) throw new DatabaseRefused(problem);
    return;
  }
  driver.pragma('foreign_keys = OFF');
  driver
    .transaction(() => {
      for (const migration of pending) {
        for (const statement of migration.sql) driver.exec(statement);
        driver
          .prepare(`INSERT INTO ${APPLIED} (hash, created_at) VALUES (?, ?)`)
          .run(migration.hash, migration.folderMillis);
      }
      installFrozen(driver);
      const broken = driver.prepare<[], { table: string }>('PRAGMA foreign_key_check').get();
      if (broken) throw new DatabaseRefused({ code: 'foreign-keys', table: broken.table });
    })
    .immediate();
  driver.pragma('foreign_keys = ON');
}
