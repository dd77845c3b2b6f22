// What the database can say about its own state, for `verify` and for the health of the server.

import { frozenProblems } from './frozen.ts';
import type { Database } from './open.ts';

export interface Integrity {
  /** One line for each thing wrong with the file, its foreign keys or its triggers; empty when all is well. */
  problems(): Promise<readonly string[]>;
  /** Resolves when the store can be read and written now, without changing anything; throws why not. */
  probe(): Promise<void>;
}

export function createIntegrity({ driver, write }: Database): Integrity {
  return {
    async problems() {
      const file = driver
        .prepare<[], { integrity_check: string }>('PRAGMA integrity_check')
        .all()
        .map((row) => row.integrity_check)
        .filter((line) => line !== 'ok');
      const keys = driver
        .prepare<[], { table: string; rowid: number | null; parent: string }>(
          'PRAGMA foreign_key_check',
        )
        .all()
        .map((row) => `row ${row.rowid} of ${row.table} hangs on nothing in ${row.parent}`);
      return [...file, ...keys, ...frozenProblems(driver)];
    },
    probe: () =>
      write(() => {
        // A header write that changes nothing still has to reach the disk: a full or read-only one says so.
        const { user_version } = driver
          .prepare<[], { user_version: number }>('PRAGMA user_version')
          .get() ?? { user_version: 0 };
        driver.pragma(`user_version = ${user_version}`);
      }),
  };
}
