// What lies where in the data folder, and how a file or a folder is known to be on disk.
import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';

/** Files beside the database that a restored folder needs. */
export const ALONG = ['secret'] as const;

/** The file of the database in a data folder. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'triptyque.db');
}

/** Where a restore makes everything ready, before it moves it to its place; the database comes last. */
export function restoringFolder(dataDir: string): string {
  return join(dataDir, 'restore.part');
}

/** Whether a restore was broken off here: what the folder holds is then neither a backup's content nor nothing. */
export function isRestoreUnfinished(dataDir: string): boolean {
  return existsSync(restoringFolder(dataDir)) && !existsSync(databaseFile(dataDir));
}

/** Resolves once the names in a folder are on disk; without it a power cut may undo a rename. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } catch (error) {
    // Some file systems of networks know no such thing.
    if (!(error instanceof Error && 'code' in error && error.code === 'EINVAL')) throw error;
  } finally {
    closeSync(handle);
  }
}
