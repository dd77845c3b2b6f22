// Backup: one file, made while the server runs; its name is there only once it is whole and on disk.
import { createHash } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type BackedUpFile, backUp } from '#db/backup.ts';
import { tryLock } from '#db/lock.ts';
import { translator } from '#locales/catalogue.ts';
import { ALONG, databaseFile, syncFolder } from '../data-folder.ts';
import type { Env } from '../env.ts';
import type { Outcome } from './acts.ts';
import { reasonOf, said } from './said.ts';

/** Taken while a backup of this data folder is made, and freed by the system when its process dies. */
const LOCK = 'backup.lock.db';

/**
 * Writes a backup under another name first. That name is the same for all backups of a data folder that go to the
 * same place, and only one is made at a time: so a part that is found was left by one that was killed, and goes.
 */
export async function backup(env: Env, file: string): Promise<Outcome> {
  const t = translator(env.language);
  const database = databaseFile(env.dataDir);
  if (!existsSync(database)) return said(t('terminal.cli.no-database', { folder: env.dataDir }), 1);
  const taken = () => said(t('terminal.cli.file-exists', { file }), 1);
  if (existsSync(file)) return taken();
  const lock = tryLock(join(env.dataDir, LOCK));
  if (lock === null) return said(t('terminal.cli.backup-runs', { folder: env.dataDir }), 1);
  const part = partIn(dirname(resolve(file)), env.dataDir);
  try {
    removePart(part);
    await backUp(database, part, filesAlong(env.dataDir));
    if (!giveName(part, file)) return taken();
    syncFolder(dirname(resolve(file)));
  } catch (error) {
    return said(t('terminal.cli.file-unwritable', { file, reason: reasonOf(error) }), 1);
  } finally {
    removePart(part);
    lock.release();
  }
  return said(t('terminal.cli.backed-up', { file: resolve(file) }));
}

function partIn(folder: string, dataDir: string): string {
  const whose = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  return join(folder, `.triptyque-${whose}.part`);
}

/** SQLite keeps files of its own beside one that it writes. */
function removePart(part: string): void {
  for (const left of [part, `${part}-journal`, `${part}-wal`, `${part}-shm`]) {
    rmSync(left, { force: true });
  }
}

function filesAlong(dataDir: string): BackedUpFile[] {
  return ALONG.filter((name) => existsSync(join(dataDir, name))).map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(join(dataDir, name))),
  }));
}

/** False where somebody else took the name meanwhile: a second name is refused then, where a rename would replace. */
function giveName(part: string, file: string): boolean {
  try {
    linkSync(part, file);
    return true;
  } catch {
    // No links on this file system (a memory card, some networks), or the name is taken.
    if (existsSync(file)) return false;
    renameSync(part, file);
    return true;
  }
}
