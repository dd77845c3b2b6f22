// Frameworks keep their id whatever they are called, and the addresses they had go on leading to them.
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredFramework } from '#db/frameworks.ts';
import type { Database } from '#db/open.ts';
import { createStore, type Store } from '#db/store.ts';
import { temporaryDatabase } from '../temporary-database.ts';
import { plantFrozen } from './rows.ts';

const NOW = new Date('2026-01-02T03:04:05.678Z');

function framework(id: string, more: Partial<StoredFramework> = {}): StoredFramework {
  return {
    id,
    slug: `slug-${id}`,
    title: `Title ${id}`,
    template: 'advocacy',
    language: 'fr',
    licence: '',
    notice: '',
    visibility: 'private',
    archivedAt: null,
    sample: false,
    createdAt: NOW,
    ...more,
  };
}

let database: Database;
let store: Store;

beforeEach(() => {
  database = temporaryDatabase();
  store = createStore(database);
});

const add = (one: StoredFramework) => store.frameworks.add(one, []);
const idAt = async (slug: string) => (await store.frameworks.bySlug(slug))?.id;

it('gives back what was added, with its first text', async () => {
  const text = {
    room: { frameworkId: 'a', room: 'r' },
    update: Uint8Array.of(1),
    actorId: 'x',
    at: NOW,
  };
  expect(await store.frameworks.add(framework('a'), [text])).toEqual({
    ok: true,
    value: framework('a'),
  });
  expect(await store.frameworks.byId('a')).toEqual(framework('a'));
  expect(await store.log.mark('a')).toEqual({ position: 1, changedAt: NOW });
});

describe('slugs', () => {
  beforeEach(async () => {
    await add(framework('a'));
    await add(framework('b'));
  });

  it('lead to their framework after it was renamed, and back', async () => {
    await store.frameworks.change('a', { slug: 'new' }, NOW);
    expect([await idAt('new'), await idAt('slug-a')]).toEqual(['a', 'a']);
    await store.frameworks.change('a', { slug: 'newer' }, NOW);
    await store.frameworks.change('a', { slug: 'slug-a' }, NOW);
    expect([await idAt('new'), await idAt('newer'), await idAt('slug-a')]).toEqual(['a', 'a', 'a']);
  });

  it('can be taken by nobody else, whether held or given up', async () => {
    await store.frameworks.change('a', { slug: 'new' }, NOW);
    const taken = { ok: false, code: 'slug-taken' };
    expect(await add(framework('c', { slug: 'slug-a' }))).toEqual(taken);
    expect(await add(framework('c', { slug: 'new' }))).toEqual(taken);
    expect(await store.frameworks.change('b', { slug: 'slug-a' }, NOW)).toEqual(taken);
    expect(await store.frameworks.change('b', { slug: 'new' }, NOW)).toEqual(taken);
    expect(await store.frameworks.byId('c')).toBeUndefined();
  });

  it('are free again once their framework is deleted', async () => {
    await store.frameworks.change('a', { slug: 'new' }, NOW);
    expect(await store.frameworks.remove('a')).toEqual({ ok: true, value: null });
    expect((await add(framework('c', { slug: 'slug-a' }))).ok).toBe(true);
  });
});

it('lists in the order they were made, page by page, and the public ones alone', async () => {
  const later = new Date(NOW.getTime() + 1);
  for (const one of [
    framework('b'),
    framework('a', { visibility: 'public' }),
    framework('0', { createdAt: later, visibility: 'public' }),
  ])
    await add(one);
  const ids = async (asked: Parameters<Store['frameworks']['list']>[0]) =>
    (await store.frameworks.list(asked)).map(({ id }) => id);
  expect(await ids({ publicOnly: false, limit: 2 })).toEqual(['a', 'b']);
  const after = { createdAt: NOW, id: 'b' };
  expect(await ids({ publicOnly: false, limit: 2, after })).toEqual(['0']);
  expect(await ids({ publicOnly: true, limit: 9 })).toEqual(['a', '0']);
});

it('removes texts, revisions and figures with a framework, but no framework with a version', async () => {
  plantFrozen(database);
  expect(await store.frameworks.remove('f1')).toEqual({ ok: false, code: 'already-published' });
  const room = { frameworkId: 'a', room: 'r' };
  await store.frameworks.add(framework('a'), [
    { room, update: Uint8Array.of(1), actorId: '', at: NOW },
  ]);
  await store.frameworks.keepFigures('a', { mark: '1', counts: { mission: 2 } });
  expect([...(await store.frameworks.figures(['a', 'f1'])).entries()]).toEqual([
    ['a', { mark: '1', counts: { mission: 2 } }],
  ]);
  await store.revisions.keep('a', {
    name: '',
    reason: 'manual',
    createdAt: NOW,
    createdBy: 'Ada',
    document: '{}',
    hash: 'h',
  });
  expect(await store.frameworks.remove('a')).toEqual({ ok: true, value: null });
  expect(await store.frameworks.remove('a')).toEqual({ ok: false, code: 'not-found' });
  const left = ['rooms', 'room_updates', 'working_figures'].map((table) =>
    database.driver.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );
  expect(left).toEqual([0, 0, 0]);
  expect(await store.integrity.problems()).toEqual([]);
});

it('remembers single facts', async () => {
  expect(await store.settings.get('sample')).toBeUndefined();
  await store.settings.set('sample', 'loaded');
  await store.settings.set('sample', 'declined');
  expect(await store.settings.get('sample')).toBe('declined');
});
