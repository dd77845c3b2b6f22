// A migrated database of its own for each test: made once per file of tests, copied per test, removed at the end.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type Database, openDatabase } from '#db/open.ts';

const folder = mkdtempSync(join(tmpdir(), 'triptyque-db-'));
const base = join(folder, 'base.db');
let made = 0;
const open = new Set<Database>();

afterAll(() => {
  for (const database of open) database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The path of a fresh migrated database, not open yet. */
export function temporaryFile(): string {
  if (made === 0) openDatabase(base).close();
  made += 1;
  const file = join(folder, `${made}.db`);
  copyFileSync(base, file);
  return file;
}

/** Opens `file` (a fresh one where none is named); it is closed at the end of the file. */
export function temporaryDatabase(file: string = temporaryFile()): Database {
  const database = openDatabase(file);
  open.add(database);
  return database;
}
