// A published version, what it names and its events never change: tried in raw SQL, on any connection.
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '#db/open.ts';
import { openDatabase } from '#db/open.ts';
import { temporaryDatabase, temporaryFile } from '../temporary-database.ts';
import { plantFramework, plantFrozen } from './rows.ts';

const REVISION = `INTO revisions (id, framework_id, number, name, reason, created_at, created_by, document, hash)`;
const VERSION = `INTO versions (id, framework_id, position, label, status, public, published_at, published_by, note, revision_id, previous, hash)`;
const EVENT = `INTO version_events (id, version_id, kind, at, made_by, reason)`;

/** Each way to touch a frozen row, by any of its keys. */
const ATTEMPTS: readonly string[] = [
  `UPDATE revisions SET document = 'x' WHERE id = 1`,
  `UPDATE revisions SET name = 'x' WHERE id = 2`,
  `UPDATE OR REPLACE revisions SET number = 1 WHERE id = 2`,
  `DELETE FROM revisions WHERE id = 1`,
  `DELETE FROM revisions WHERE id = 2`,
  `DELETE FROM revisions`,
  `INSERT OR REPLACE ${REVISION} VALUES (1, 'f1', 9, '', 'manual', 1, '', 'x', 'x')`,
  `INSERT OR REPLACE ${REVISION} VALUES (NULL, 'f1', 1, '', 'manual', 1, '', 'x', 'x')`,
  `REPLACE ${REVISION} VALUES (77, 'f1', 1, '', 'manual', 1, '', 'x', 'x')`,
  `INSERT ${REVISION} VALUES (1, 'f1', 1, '', 'manual', 1, '', 'x', 'x') ON CONFLICT DO UPDATE SET document = 'x'`,
  `INSERT INTO revision_names VALUES (1, 'x', 1, '')`,
  `UPDATE revision_names SET name = 'x'`,
  `DELETE FROM revision_names`,
  `INSERT OR REPLACE INTO revision_names VALUES (3, 'x', 1, '')`,
  `INSERT INTO revision_names VALUES (3, 'x', 1, '') ON CONFLICT DO UPDATE SET name = 'x'`,
  `UPDATE versions SET label = '9.9'`,
  `UPDATE versions SET public = 0 WHERE id = 1`,
  `UPDATE OR IGNORE versions SET id = 5`,
  `DELETE FROM versions WHERE label = '0.1'`,
  `DELETE FROM versions`,
  `INSERT OR REPLACE ${VERSION} VALUES (1, 'f1', 9, '9.9', 'adopted', 1, 1, '', '""', 1, '', 'x')`,
  `INSERT OR REPLACE ${VERSION} VALUES (NULL, 'f1', 9, '0.1', 'adopted', 1, 1, '', '""', 1, '', 'x')`,
  `INSERT OR REPLACE ${VERSION} VALUES (NULL, 'f1', 1, '9.9', 'adopted', 1, 1, '', '""', 1, '', 'x')`,
  `INSERT OR REPLACE INTO versions (rowid, framework_id, position, label, status, public, published_at, published_by, note, revision_id, previous, hash)
     VALUES (1, 'f1', 9, '9.9', 'adopted', 1, 1, '', '""', 1, '', 'x')`,
  `INSERT ${VERSION} VALUES (1, 'f1', 1, '0.1', 'adopted', 1, 1, '', '""', 1, '', 'x') ON CONFLICT (id) DO UPDATE SET label = 'x'`,
  `UPDATE version_events SET reason = 'x'`,
  `DELETE FROM version_events`,
  `INSERT OR REPLACE ${EVENT} VALUES (1, 1, 'withdrawn', 9, '', 'x')`,
  `INSERT OR REPLACE ${EVENT} VALUES (NULL, 1, 'withdrawn', 9, '', 'x')`,
  `DELETE FROM frameworks WHERE id = 'f1'`,
  `UPDATE frameworks SET id = 'f9' WHERE id = 'f1'`,
  `UPDATE OR REPLACE frameworks SET id = 'f1' WHERE id = 'f2'`,
  `UPDATE OR REPLACE frameworks SET slug = (SELECT slug FROM frameworks WHERE id = 'f1') WHERE id = 'f2'`,
  `UPDATE OR REPLACE frameworks SET rowid = (SELECT rowid FROM frameworks WHERE id = 'f1') WHERE id = 'f2'`,
  `INSERT OR REPLACE INTO frameworks SELECT 'f1', 'other', title, template, language, licence, notice, visibility, archived_at, sample, created_at FROM frameworks WHERE id = 'f1'`,
  `INSERT OR REPLACE INTO frameworks SELECT 'f9', slug, title, template, language, licence, notice, visibility, archived_at, sample, created_at FROM frameworks WHERE id = 'f1'`,
];

let file: string;
let database: Database;

beforeEach(() => {
  file = temporaryFile();
  database = temporaryDatabase(file);
  plantFrozen(database);
  plantFramework(database, 'f2', 'other-slug');
});

function frozenRows(driver: Sqlite.Database): unknown {
  return ['revisions', 'revision_names', 'versions', 'version_events', 'frameworks'].map((table) =>
    driver.prepare(`SELECT * FROM ${table} ORDER BY 1`).all(),
  );
}

function plainConnection(pragma: string): Sqlite.Database {
  const driver = new Sqlite(file);
  driver.pragma(pragma);
  driver.pragma('recursive_triggers = OFF');
  return driver;
}

describe.each([
  ['the connection of the program', () => database.driver],
  ['a plain connection', () => plainConnection('foreign_keys = ON')],
  ['a plain connection without foreign keys', () => plainConnection('foreign_keys = OFF')],
])('on %s', (_name, connect) => {
  it.each(ATTEMPTS)('refuses %s', (sql) => {
    const driver = connect();
    const before = frozenRows(driver);
    expect(() => driver.exec(sql)).toThrow(/frozen|FOREIGN KEY/);
    expect(frozenRows(driver)).toEqual(before);
    if (driver !== database.driver) driver.close();
  });
});

describe('what stays possible', () => {
  it('lets a framework that was never published go, with its revisions', () => {
    database.driver.exec(`INSERT ${REVISION} VALUES (4, 'f2', 1, '', 'manual', 1, '', '{}', 'h')`);
    database.driver.exec(`INSERT INTO revision_names VALUES (4, 'named later', 1, '')`);
    database.driver.exec(`DELETE FROM frameworks WHERE id = 'f2'`);
    expect(database.driver.prepare('SELECT count(*) n FROM revisions').get()).toEqual({ n: 3 });
    expect(database.driver.prepare('SELECT count(*) n FROM revision_names').get()).toEqual({
      n: 1,
    });
  });

  it('lets a published framework be renamed and further versions be added', () => {
    database.driver.exec(`UPDATE frameworks SET slug = 'renamed', title = 'T' WHERE id = 'f1'`);
    database.driver.exec(
      `INSERT ${VERSION} VALUES (NULL, 'f1', 2, '0.2', 'adopted', 1, 1, '', '""', 2, 'v1', 'v2')`,
    );
    expect(database.driver.prepare('SELECT count(*) n FROM versions').get()).toEqual({ n: 2 });
  });
});

describe('a start', () => {
  const triggers = () =>
    database.driver
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'frozen_%'`,
      )
      .all();

  it('refuses when any one trigger is missing', () => {
    const all = triggers();
    expect(all.length).toBeGreaterThanOrEqual(9);
    for (const { name, sql } of all) {
      database.driver.exec(`DROP TRIGGER ${name}`);
      expect(() => openDatabase(file)).toThrow(new RegExp(`trigger-missing ${name}`));
      database.driver.exec(sql);
    }
    openDatabase(file).close();
  });

  it('refuses when a trigger was altered', () => {
    database.driver.exec(`DROP TRIGGER frozen_versions_delete;
      CREATE TRIGGER frozen_versions_delete BEFORE DELETE ON versions WHEN 0 BEGIN SELECT RAISE(ABORT, 'no'); END`);
    expect(() => openDatabase(file)).toThrow(/trigger-altered frozen_versions_delete/);
  });
});
