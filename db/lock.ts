// The lock of a data folder: an SQLite file held exclusively, which the system frees when the process dies.
import Database from 'better-sqlite3';

export interface FolderLock {
  release(): void;
}

/**
 * Tries once to take the lock at `path` (made where it misses). Null where another process holds it;
 * throws where the file cannot be made or is no lock.
 */
export function tryLock(path: string): FolderLock | null {
  const connection = new Database(path, { timeout: 0 });
  try {
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return {
    release() {
      if (connection.open) connection.close();
    },
  };
}
