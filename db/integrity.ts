// What the database can say about its own state, for `verify` and for the health of the server.

import { frozenProblems, type TriggerProblem } from './frozen.ts';
import type { Database } from './open.ts';
import { patiently } from './trouble.ts';

export type DatabaseProblem =
  | { readonly code: 'file'; readonly detail: string }
  | { readonly code: 'foreign-keys'; readonly table: string; readonly parent: string }
  | TriggerProblem;

export interface Integrity {
  /** What is wrong with the file, its foreign keys or its triggers; empty when all is well. */
  problems(): Promise<readonly DatabaseProblem[]>;
  /** Resolves when the store can be read and written now, without changing anything; throws StoreUnavailable within a second. */
  probe(): Promise<void>;
}

/** Another process that just writes lets go of the lock sooner. */
const PROBE_WAIT_MS = 1_000;

export function createIntegrity({ driver }: Database): Integrity {
  return {
    async problems() {
      const file = driver
        .prepare<[], { integrity_check: string }>('PRAGMA integrity_check')
        .all()
        .filter((row) => row.integrity_check !== 'ok')
        .map((row): DatabaseProblem => ({ code: 'file', detail: row.integrity_check }));
      const keys = driver
        .prepare<[], { table: string; parent: string }>(
          'SELECT DISTINCT "table", parent FROM pragma_foreign_key_check',
        )
        .all()
        .map((row): DatabaseProblem => ({ code: 'foreign-keys', ...row }));
      return [...file, ...keys, ...frozenProblems(driver)];
    },
    probe() {
      // A header write that changes nothing still has to reach the disk: a full or read-only one says so.
      const touch = driver.transaction(() => {
        const { user_version } = driver
          .prepare<[], { user_version: number }>('PRAGMA user_version')
          .get() ?? { user_version: 0 };
        driver.pragma(`user_version = ${user_version}`);
      });
      return patiently(async () => touch.immediate(), PROBE_WAIT_MS);
    },
  };
}
