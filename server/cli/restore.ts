// Restore: a backup becomes a data folder, all or nothing, whenever it is broken off.
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { backupProblem, unpack } from '#db/backup.ts';
import { openDatabase } from '#db/open.ts';
import { DatabaseRefused } from '#db/refused.ts';
import { createStore } from '#db/store.ts';
import { translator } from '#locales/catalogue.ts';
import { type VerifyProblem, verify } from '../commands/verify.ts';
import {
  ALONG,
  databaseFile,
  isRestoreUnfinished,
  restoringFolder,
  syncFolder,
} from '../data-folder.ts';
import type { Env } from '../env.ts';
import { lockFolder } from '../lock.ts';
import type { Outcome } from './acts.ts';
import { reasonOf, said } from './said.ts';

/** Puts a backup into an empty (or absent) data folder, or one that holds no more than a restore that was killed left. */
export async function restore(env: Env, file: string): Promise<Outcome> {
  const t = translator(env.language);
  const folder = env.dataDir;
  if (!existsSync(file)) {
    return said(t('terminal.cli.file-unreadable', { file, reason: 'ENOENT' }), 1);
  }
  const notEmpty = () => said(t('terminal.cli.not-empty', { folder }), 1);
  if (!isFree(folder)) return notEmpty();
  const problem = backupProblem(file);
  if (problem !== null) return said(t('terminal.cli.backup-damaged', { file, reason: problem }), 1);
  const lock = await lockFolder(folder, 0);
  if (lock === null) return said(t('terminal.locked', { folder }), 1);
  try {
    // Once more: a server may have begun there before the lock was ours.
    if (!isFree(folder)) return notEmpty();
    removeLeft(folder);
    const problems = await prepare(folder, file);
    moveIn(folder);
    const restored = t('terminal.cli.restored', { folder });
    if (problems.length === 0) return said(restored);
    const wrong = problems.map(({ key, values }) => t(key, values));
    return said([restored, t('terminal.cli.restored-damaged'), ...wrong].join('\n'), 1);
  } catch (error) {
    removeLeft(folder);
    if (error instanceof DatabaseRefused) throw error;
    return said(t('terminal.cli.not-restored', { folder, reason: reasonOf(error) }), 1);
  } finally {
    lock.release();
  }
}

/** Whether nothing is there that anybody could miss. */
function isFree(folder: string): boolean {
  if (!existsSync(folder)) return true;
  const left = new Set<string>(['lock.db', 'lock.db-journal']);
  if (isRestoreUnfinished(folder)) {
    for (const name of [basename(restoringFolder(folder)), ...ALONG]) left.add(name);
  }
  return readdirSync(folder).every((name) => left.has(name));
}

/** What a restore has made so far, where the database is not in its place yet. */
function removeLeft(folder: string): void {
  if (!isRestoreUnfinished(folder)) return;
  for (const name of ALONG) rmSync(join(folder, name), { force: true });
  rmSync(restoringFolder(folder), { recursive: true, force: true });
}

/** Makes everything ready beside its place: unpacked, brought to the present schema, checked, and on disk. */
async function prepare(folder: string, file: string): Promise<readonly VerifyProblem[]> {
  const restoring = restoringFolder(folder);
  mkdirSync(restoring, { mode: 0o700 });
  const database = databaseFile(restoring);
  copyFileSync(file, database);
  for (const { name, bytes } of unpack(database)) {
    writeFileSync(join(restoring, basename(name)), bytes, { mode: 0o600 });
  }
  const open = openDatabase(database);
  let problems: readonly VerifyProblem[];
  try {
    const store = createStore(open);
    problems = await verify(store);
    await store.log.noteRestored();
  } finally {
    open.close();
  }
  for (const name of readdirSync(restoring)) syncFile(join(restoring, name));
  syncFolder(restoring);
  return problems;
}

/** The database comes last: where it is, all is. */
function moveIn(folder: string): void {
  const restoring = restoringFolder(folder);
  for (const name of ALONG) {
    if (existsSync(join(restoring, name))) renameSync(join(restoring, name), join(folder, name));
  }
  syncFolder(folder);
  renameSync(databaseFile(restoring), databaseFile(folder));
  rmSync(restoring, { recursive: true, force: true });
  syncFolder(folder);
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
