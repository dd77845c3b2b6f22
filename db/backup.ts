// A backup is one file: a copy of the database made while it is in use, with the few files that belong to it inside.
import { chmodSync, closeSync, fsyncSync, openSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/** A file of the data folder that goes along, such as the secret that signs sessions. */
export interface BackedUpFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const FILES = 'backup_files';
/** All pages in one step: nobody's write between two steps can make it begin anew for ever. */
const ALL_PAGES = 2 ** 31 - 1;

function sync(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function problemOf(database: Sqlite.Database): string | null {
  const check = database.pragma('integrity_check(1)', { simple: true });
  return check === 'ok' ? null : String(check);
}

/**
 * Copies the database at `from` to `to` (which must not exist), puts `files` in, reads the copy
 * through, and has it on disk when it resolves. Throws where any of this fails, a full disk included.
 */
export async function backUp(
  from: string,
  to: string,
  files: readonly BackedUpFile[],
): Promise<void> {
  const source = new Sqlite(from, { readonly: true, fileMustExist: true });
  try {
    await source.backup(to, { progress: () => ALL_PAGES });
  } finally {
    source.close();
  }
  chmodSync(to, 0o600);
  const copy = new Sqlite(to, { fileMustExist: true });
  try {
    copy.pragma('journal_mode = DELETE');
    copy.exec(`CREATE TABLE ${FILES} (name TEXT PRIMARY KEY, bytes BLOB NOT NULL)`);
    const insert = copy.prepare(`INSERT INTO ${FILES} (name, bytes) VALUES (?, ?)`);
    for (const { name, bytes } of files) insert.run(name, Buffer.from(bytes));
    const problem = problemOf(copy);
    if (problem !== null) throw new Error(problem);
  } finally {
    copy.close();
  }
  sync(to);
}

/** Why the file at `path` is no backup that can be trusted, or null. */
export function backupProblem(path: string): string | null {
  let database: Sqlite.Database | undefined;
  try {
    database = new Sqlite(path, { readonly: true, fileMustExist: true });
    const marked = database
      .prepare(`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?`)
      .get(FILES);
    return marked === undefined ? 'no backup of this program' : problemOf(database);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    database?.close();
  }
}

/** Takes the files out of a backup that was copied to `path`, which is then a plain database again. */
export function unpack(path: string): BackedUpFile[] {
  const database = new Sqlite(path, { fileMustExist: true });
  try {
    const files = database
      .prepare<[], { name: string; bytes: Buffer }>(`SELECT name, bytes FROM ${FILES}`)
      .all();
    database.exec(`DROP TABLE ${FILES}`);
    return files.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) }));
  } finally {
    database.close();
  }
}
