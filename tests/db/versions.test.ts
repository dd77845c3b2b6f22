// Revisions are never kept twice in a row, versions follow each other in one chain whoever publishes at once.
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { refuse } from '#core/refusal.ts';
import type { Database } from '#db/open.ts';
import { createStore, type Store } from '#db/store.ts';
import type { NewVersion, PublishingRules } from '#db/versions.ts';
import { temporaryDatabase, temporaryFile } from '../temporary-database.ts';
import { plantFramework, plantFrozen } from './rows.ts';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const revision = (hash: string) => ({
  name: `name ${hash}`,
  reason: 'manual' as const,
  createdAt: NOW,
  createdBy: 'Ada',
  document: `{"text":"${hash}"}`,
  hash,
});
const version = (label: string, from: NewVersion['from']): NewVersion => ({
  label,
  status: 'consultation',
  public: true,
  publishedAt: NOW,
  publishedBy: 'Ada',
  note: { fr: 'Note', en: 'Note' },
  from,
});
const RULES: PublishingRules = {
  follows: (label, labels) => (labels.includes(label) ? refuse('label-taken') : null),
  seal: ({ label }, previous, document) => `${label}<${previous}>${document}`,
};

let file: string;
let database: Database;
let store: Store;

beforeEach(() => {
  file = temporaryFile();
  database = temporaryDatabase(file);
  plantFramework(database, 'a', 'one');
  plantFramework(database, 'b', 'two');
  store = createStore(database);
});

describe('revisions', () => {
  it('are numbered within their framework and not kept twice in a row', async () => {
    const keep = async (id: string, hash: string) => {
      const { revision: kept, created } = await store.revisions.keep(id, revision(hash));
      return [kept.number, created];
    };
    expect([
      await keep('a', 'h1'),
      await keep('a', 'h1'),
      await keep('b', 'h1'),
      await keep('a', 'h2'),
      await keep('a', 'h1'),
    ]).toEqual([
      [1, true],
      [1, false],
      [1, true],
      [2, true],
      [3, true],
    ]);
  });

  it('take a name later where they have none, once', async () => {
    const keep = async (name: string) => {
      const { revision: kept, ...told } = await store.revisions.keep('a', {
        ...revision('h1'),
        name,
      });
      return { ...told, name: kept.name, number: kept.number };
    };
    expect(await keep('')).toEqual({ number: 1, name: '', created: true, named: true });
    expect(await keep('')).toEqual({ number: 1, name: '', created: false, named: true });
    expect(await keep('First')).toEqual({ number: 1, name: 'First', created: false, named: true });
    expect(await keep('First')).toEqual({ number: 1, name: 'First', created: false, named: true });
    expect(await keep('Other')).toEqual({ number: 1, name: 'First', created: false, named: false });
    expect((await store.revisions.byNumber('a', 1))?.name).toBe('First');
    expect((await store.revisions.list('a', { limit: 9 })).map(({ name }) => name)).toEqual([
      'First',
    ]);
  });

  it('come newest first, page by page, with their document apart', async () => {
    for (const hash of ['h1', 'h2', 'h3']) await store.revisions.keep('a', revision(hash));
    const numbers = async (before?: number) =>
      (await store.revisions.list('a', { limit: 2, ...(before ? { before } : {}) })).map(
        ({ number }) => number,
      );
    expect([await numbers(), await numbers(2)]).toEqual([[3, 2], [1]]);
    const latest = await store.revisions.latest('a');
    expect(latest).not.toHaveProperty('document');
    expect(await store.revisions.document(latest?.id ?? 0)).toBe('{"text":"h3"}');
    expect(await store.revisions.byNumber('a', 9)).toBeUndefined();
  });
});

describe('versions', () => {
  it('are chained, name their revision and come newest first', async () => {
    await store.versions.publish('a', version('0.1', { keep: revision('h1') }), RULES);
    await store.versions.publish('a', version('0.2', { keep: revision('h1') }), RULES);
    await store.revisions.keep('a', revision('h2'));
    await store.versions.publish('a', version('0.3', { revision: 2 }), RULES);
    const all = await store.versions.list('a', { publicOnly: false, limit: 9 });
    expect(
      all.map(({ label, position, revisionNumber, hash }) => [
        label,
        position,
        revisionNumber,
        hash,
      ]),
    ).toEqual([
      ['0.3', 3, 2, '0.3<0.2<0.1<>h1>h1>h2'],
      ['0.2', 2, 1, '0.2<0.1<>h1>h1'],
      ['0.1', 1, 1, '0.1<>h1'],
    ]);
    expect((await store.revisions.byNumber('a', 1))?.versions).toEqual(['0.1', '0.2']);
    expect(all[0]?.note).toEqual({ fr: 'Note', en: 'Note' });
  });

  it('leave nothing behind when they are refused', async () => {
    await store.versions.publish('a', version('0.1', { keep: revision('h1') }), RULES);
    expect(
      await store.versions.publish('a', version('0.1', { keep: revision('h2') }), RULES),
    ).toEqual(refuse('label-taken'));
    expect(await store.versions.publish('a', version('0.2', { revision: 7 }), RULES)).toEqual(
      refuse('not-found'),
    );
    expect(await store.revisions.list('a', { limit: 9 })).toHaveLength(1);
  });

  it('published at once under one label give one version', async () => {
    const at = (hash: string) =>
      store.versions.publish('a', version('1.0', { keep: revision(hash) }), RULES);
    const results = await Promise.all(['h1', 'h2', 'h3'].map(at));
    expect(results.map((one) => (one.ok ? 'published' : one.code))).toEqual([
      'published',
      'label-taken',
      'label-taken',
    ]);
    expect(await store.revisions.list('a', { limit: 9 })).toHaveLength(1);
  });

  it('are withdrawn once, and stay as they were', async () => {
    const published = await store.versions.publish(
      'a',
      version('1.0', { keep: revision('h1') }),
      RULES,
    );
    if (!published.ok) throw new Error(published.code);
    const { id } = published.value;
    const withdraw = (reason: string) =>
      store.versions.withdraw(id, { at: NOW, by: 'Ada', reason });
    expect(await withdraw('first')).toEqual({
      ok: true,
      value: { ...published.value, withdrawal: { at: NOW, reason: 'first' } },
    });
    expect(await withdraw('second')).toEqual(refuse('already-withdrawn'));
    expect(await store.versions.withdraw(99, { at: NOW, by: '', reason: 'x' })).toEqual(
      refuse('not-found'),
    );
  });
});

describe('integrity', () => {
  it('names a missing trigger, an altered one and rows that hang on nothing', async () => {
    plantFrozen(database);
    expect(await store.integrity.problems()).toEqual([]);
    database.driver.exec('DROP TRIGGER frozen_versions_update');
    database.driver.pragma('foreign_keys = OFF');
    database.driver.exec(`INSERT INTO rooms (framework_id, key) VALUES ('gone', 'missions')`);
    expect(await store.integrity.problems()).toEqual([
      { code: 'foreign-keys', table: 'rooms', parent: 'frameworks' },
      { code: 'trigger-missing', name: 'frozen_versions_update' },
    ]);
  });

  it('probes reading and writing without changing anything', async () => {
    await store.integrity.probe();
    const other = new Sqlite(file);
    other.exec('BEGIN IMMEDIATE');
    const probed = store.integrity.probe();
    other.exec('ROLLBACK');
    other.close();
    await probed;
  });
});
