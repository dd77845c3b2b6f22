// Backup, restore and verify: on the files themselves, whether a server runs or not.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type BackedUpFile, backUp, backupProblem, unpack } from '#db/backup.ts';
import { openDatabase } from '#db/open.ts';
import { createStore } from '#db/store.ts';
import { translator } from '#locales/catalogue.ts';
import { formatMoment } from '#locales/format.ts';
import { setAside, verify } from '../commands/verify.ts';
import type { Env } from '../env.ts';
import { databaseFile } from '../house.ts';
import { lockFolder } from '../lock.ts';
import { sourceName } from '../texts/source-name.ts';
import type { Outcome } from './acts.ts';

/** Files beside the database that a restored folder needs. */
const ALONG = ['secret'];

function said(err: string, code: 0 | 1 = 0, out = ''): Outcome {
  return { code, out, err: err === '' ? '' : `${err}\n` };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Writes a backup beside a name of its own first, so that a name that is there means a backup that is whole. */
export async function backup(env: Env, file: string): Promise<Outcome> {
  const t = translator(env.language);
  const database = databaseFile(env.dataDir);
  if (!existsSync(database)) return said(t('terminal.cli.no-database', { folder: env.dataDir }), 1);
  if (existsSync(file)) return said(t('terminal.cli.file-exists', { file }), 1);
  const part = `${file}.part`;
  const files: BackedUpFile[] = ALONG.filter((name) => existsSync(join(env.dataDir, name))).map(
    (name) => ({ name, bytes: new Uint8Array(readFileSync(join(env.dataDir, name))) }),
  );
  try {
    rmSync(part, { force: true });
    await backUp(database, part, files);
    renameSync(part, file);
  } catch (error) {
    for (const left of [part, `${part}-journal`]) rmSync(left, { force: true });
    return said(t('terminal.cli.file-unwritable', { file, reason: reasonOf(error) }), 1);
  }
  return said(t('terminal.cli.backed-up', { file: resolve(file) }));
}

/** Puts a backup into an empty (or absent) data folder. */
export async function restore(env: Env, file: string): Promise<Outcome> {
  const t = translator(env.language);
  const folder = env.dataDir;
  if (!existsSync(file)) {
    return said(t('terminal.cli.file-unreadable', { file, reason: 'ENOENT' }), 1);
  }
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    return said(t('terminal.cli.not-empty', { folder }), 1);
  }
  const problem = backupProblem(file);
  if (problem !== null) return said(t('terminal.cli.backup-damaged', { file, reason: problem }), 1);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder, 0);
  if (lock === null) return said(t('terminal.locked', { folder }), 1);
  const part = join(folder, 'triptyque.db.part');
  try {
    copyFileSync(file, part);
    for (const { name, bytes } of unpack(part)) {
      writeFileSync(join(folder, basename(name)), bytes, { mode: 0o600 });
    }
    renameSync(part, databaseFile(folder));
  } finally {
    lock.release();
  }
  const verified = await verifyFolder(env);
  if (verified.code !== 0) return verified;
  await noteRestored(folder);
  return said(t('terminal.cli.restored', { folder }));
}

async function noteRestored(folder: string): Promise<void> {
  const database = openDatabase(databaseFile(folder));
  try {
    await createStore(database).log.noteRestored();
  } finally {
    database.close();
  }
}

/** Prints `ok`, or all that is wrong. */
export async function verifyFolder(env: Env): Promise<Outcome> {
  const t = translator(env.language);
  const file = databaseFile(env.dataDir);
  if (!existsSync(file)) return said(t('terminal.cli.no-database', { folder: env.dataDir }), 1);
  const database = openDatabase(file);
  try {
    const store = createStore(database);
    const problems = await verify(store);
    const notes = (await setAside(store)).map(({ key, values, at, replacedBy }) =>
      t(key, {
        ...values,
        at: formatMoment(env.language, at.toISOString()),
        from: sourceName(t, replacedBy),
      }),
    );
    if (problems.length === 0) return said(notes.join('\n'), 0, 'ok\n');
    const lines = problems.map(({ key, values }) => t(key, values));
    return said([...lines, ...notes].join('\n'), 1);
  } finally {
    database.close();
  }
}
