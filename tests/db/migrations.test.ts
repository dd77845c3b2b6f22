// The committed migrations are what db/schema says, and a database of another program is refused.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { expect, it } from 'vitest';
import { migrationsFolder, openDatabase } from '#db/open.ts';
import { temporaryDatabase, temporaryFile } from '../temporary-database.ts';

async function schema(): Promise<Record<string, unknown>> {
  const folder = join(migrationsFolder(), '..', 'schema');
  const modules = await Promise.all(
    readdirSync(folder).map((name) => import(/* @vite-ignore */ join(folder, name))),
  );
  return Object.assign({}, ...modules);
}

it('the migrations and the schema say the same: else run `npm run -s db:generate NAME`', async () => {
  const meta = join(migrationsFolder(), 'meta');
  const last = readdirSync(meta)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1);
  const migrated = JSON.parse(readFileSync(join(meta, last ?? ''), 'utf8'));
  const present = await generateSQLiteDrizzleJson(await schema());
  expect(await generateSQLiteMigration(migrated, present)).toEqual([]);
});

it('a database made by another program is refused in one line, and left as it is', () => {
  const file = temporaryFile();
  const database = temporaryDatabase(file);
  database.driver.exec(`UPDATE __drizzle_migrations SET hash = 'other'`);
  expect(() => openDatabase(file)).toThrow(/other-version/);
});

it('a file that is no database is refused in one line', () => {
  const file = temporaryFile();
  writeFileSync(file, 'not a database at all, only words '.repeat(100));
  expect(() => openDatabase(file)).toThrow(/not-a-database/);
  expect(() => openDatabase(join(file, 'nowhere.db'))).toThrow(/cannot-open/);
});

it('makes a file that only its owner can read', () => {
  const file = `${temporaryFile()}-new`;
  temporaryDatabase(file);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('opens with the settings that keep texts safe', () => {
  const { driver } = temporaryDatabase();
  const pragma = (name: string) => driver.pragma(name, { simple: true });
  expect([
    pragma('journal_mode'),
    pragma('synchronous'),
    pragma('foreign_keys'),
    pragma('recursive_triggers'),
  ]).toEqual(['wal', 2, 1, 1]);
});
