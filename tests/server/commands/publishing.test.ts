// A version is published once under its label, never changes afterwards, and its hashes can be computed by anybody.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { setField } from '#core/document/edits/items.ts';
import { editableRoom } from '#core/document/edits/room.ts';
import { canonicalJson } from '#core/framework/canonical.ts';
import { templateOf } from '#core/framework/templates.ts';
import { createStore } from '#db/store.ts';
import { verify } from '#server/commands/verify.ts';
import {
  anonymous,
  answer,
  coordinator,
  editor,
  type House,
  house,
  reader,
  sample,
  value,
} from '../house.ts';

const document = sample('recommandations');
const { slug } = document.framework;
const FIRST = document.sections[0]?.items?.[0]?.id ?? '';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let here: House;
beforeEach(async () => {
  here = house();
  value(await here.commands.frameworks.import(coordinator, document));
  value(await here.commands.frameworks.update(coordinator, slug, { visibility: 'public' }));
});

type Input = Parameters<House['commands']['versions']['publish']>[2];
const publish = (label: string, more: Partial<Input> = {}) =>
  here.commands.versions.publish(coordinator, slug, {
    label,
    status: 'consultation',
    note: 'Note',
    public: false,
    ...more,
  });
const bytes = async (ref: string, at = slug) =>
  canonicalJson(value(await here.queries.documents.get(coordinator, at, ref)).document);

async function edit(text: string): Promise<void> {
  const { id } = value(await here.queries.frameworks.get(coordinator, slug));
  const room = { frameworkId: id, room: 'recommendations' };
  const template = templateOf('advocacy');
  await here.rooms.edit([room], 'id-editor', ([doc]) => {
    if (doc && template) {
      setField(editableRoom(doc, template, room.room, Math.random), FIRST, 'addressee', text);
    }
  });
}

it('names a revision of the text as it stands, and both are what was written', async () => {
  await edit('first');
  const version = value(await publish('0.1', { note: { fr: 'Note', en: 'Note' } }));
  expect(version).toMatchObject({
    label: '0.1',
    status: 'consultation',
    publishedStatus: 'consultation',
    public: false,
    publishedBy: 'Ada coordinator',
    note: { fr: 'Note', en: 'Note' },
    revision: 1,
    previous: '',
  });
  expect(await bytes('0.1')).toBe(await bytes('working'));
  expect(value(await here.queries.revisions.list(reader, slug)).items).toMatchObject([
    { ref: 'r1', reason: 'published', versions: ['0.1'] },
  ]);
});

it('has a hash that says what the contract says, chained to the version before', async () => {
  const first = value(await publish('0.1'));
  await edit('second');
  const second = value(await publish('1.0', { status: 'adopted', note: { fr: 'é', en: '' } }));
  const sealed = {
    document: sha256(await bytes('1.0')),
    label: '1.0',
    note: { en: '', fr: 'é' },
    previous: first.hash,
    publishedAt: second.publishedAt,
    status: 'adopted',
  };
  expect(second.hash).toBe(sha256(JSON.stringify(sealed)));
  expect(second.previous).toBe(first.hash);
});

it('does not freeze the same text twice', async () => {
  value(await here.commands.revisions.freeze(editor, slug, 'By hand'));
  expect(value(await publish('0.1')).revision).toBe(1);
  expect(value(await publish('1.0', { status: 'adopted' })).revision).toBe(1);
  await edit('later');
  expect(value(await publish('1.1', { revision: 1 })).revision).toBe(1);
  expect(answer(await publish('1.2', { revision: 9 }))).toBe('not-found');
});

it.each([
  ['1.0', 'label-taken'],
  ['1.0.0', 'label-not-newer'],
  ['0.9', 'label-not-newer'],
  ['v2', 'invalid-input'],
  ['2', 'invalid-input'],
  ['1.0.1', 'ok'],
  ['1.10', 'ok'],
])('after 1.0, the label %s is answered %s', async (label, expected) => {
  value(await publish('1.0'));
  expect(answer(await publish(label))).toBe(expected);
});

it('published at once by two people is one version, the other is told the label is taken', async () => {
  const both = await Promise.all([publish('1.0'), publish('1.0')]);
  expect(both.map(answer).sort()).toEqual(['label-taken', 'ok']);
  expect(value(await here.queries.versions.list(coordinator, slug)).items).toHaveLength(1);
});

it('gives the same bytes after fifty edits, a rename, an archiving and a restart', async () => {
  const version = value(await publish('1.0', { status: 'adopted' }));
  const before = await bytes('1.0');
  for (let turn = 0; turn < 50; turn += 1) await edit(`edit ${turn}`);
  value(
    await here.commands.frameworks.update(coordinator, slug, {
      slug: 'renamed',
      title: 'Renamed',
      licence: 'CC0-1.0',
      archived: true,
    }),
  );
  expect([await bytes('1.0'), await bytes('1.0', 'renamed')]).toEqual([before, before]);
  here = house(here.database);
  expect(await bytes('1.0', 'renamed')).toBe(before);
  expect(value(await here.queries.versions.list(anonymous, 'renamed')).items).toEqual([version]);
  expect(await bytes('working', 'renamed')).not.toBe(before);
  expect(await verify(createStore(here.database))).toEqual([]);
});

describe('withdrawing', () => {
  it('is said beside the version, once, with its reason, and the version can be read as before', async () => {
    const version = value(await publish('1.0', { status: 'adopted' }));
    const before = await bytes('1.0');
    const withdraw = (reason: string) =>
      here.commands.versions.withdraw(coordinator, slug, '1.0', reason);
    expect(answer(await withdraw('  '))).toBe('invalid-input');
    expect(value(await withdraw(' An error '))).toEqual({
      ...version,
      status: 'withdrawn',
      withdrawal: { at: expect.any(String), reason: 'An error' },
    });
    expect(answer(await withdraw('again'))).toBe('already-withdrawn');
    expect(await bytes('1.0')).toBe(before);
    expect(await verify(here.store)).toEqual([]);
  });

  it('lets an older version that stands be the latest again', async () => {
    value(await publish('1.0', { status: 'adopted' }));
    value(await publish('2.0', { status: 'adopted' }));
    value(await here.commands.versions.withdraw(coordinator, slug, '2.0', 'An error'));
    const latest = async () =>
      value(await here.queries.frameworks.get(anonymous, slug)).latestVersion?.label;
    expect(await latest()).toBe('1.0');
    value(await here.commands.versions.withdraw(coordinator, slug, '1.0', 'An error'));
    expect(await latest()).toBe('2.0');
  });
});

describe('what is public', () => {
  const labels = async () =>
    value(await here.queries.versions.list(anonymous, slug)).items.map(({ label }) => label);

  it('an adopted version, and a consultation only where it is said so', async () => {
    value(await publish('0.1'));
    value(await publish('0.2', { public: true }));
    value(await publish('1.0', { status: 'adopted', public: false }));
    value(await publish('1.1'));
    expect(await labels()).toEqual(['1.0', '0.2']);
    expect(answer(await here.queries.documents.get(anonymous, slug, '0.1'))).toBe('not-found');
    expect(answer(await here.queries.documents.get(anonymous, slug, '0.2'))).toBe('ok');
    const framework = value(await here.queries.frameworks.get(anonymous, slug));
    expect(framework.latestVersion?.label).toBe('1.0');
    expect(framework.counts).toEqual({ recommendation: document.sections[0]?.items?.length });
  });

  it('nothing of a framework that is private', async () => {
    value(await publish('1.0', { status: 'adopted' }));
    value(await here.commands.frameworks.update(coordinator, slug, { visibility: 'private' }));
    expect(answer(await here.queries.versions.list(anonymous, slug))).toBe('not-found');
    expect(answer(await here.queries.documents.get(anonymous, slug, '1.0'))).toBe('not-found');
  });

  it('and not the revision behind it', async () => {
    value(await publish('1.0', { status: 'adopted' }));
    const revision = async (actor: typeof reader) =>
      value(await here.queries.documents.get(actor, slug, '1.0')).revision;
    expect(await revision(anonymous)).toBeNull();
    expect(await revision(reader)).toMatchObject({ ref: 'r1', versions: ['1.0'] });
  });
});
