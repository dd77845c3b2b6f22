// Frameworks are made, renamed, archived and removed without losing an address, a published word or a sample's notice.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { canonicalJson } from '#core/framework/canonical.ts';
import { loadSample } from '#server/commands/load-sample.ts';
import {
  anonymous,
  answer,
  coordinator,
  type House,
  house,
  reader,
  SAMPLES,
  sample,
  value,
} from '../house.ts';

let here: House;
beforeEach(() => {
  here = house();
});

const NEW = { slug: 'new', template: 'job-reference', language: 'fr', title: 'New' } as const;
const get = async (slug: string) => value(await here.queries.frameworks.get(coordinator, slug));

describe('a new framework', () => {
  it('has the sections of its template, no text, and is private', async () => {
    const made = value(await here.commands.frameworks.create(coordinator, NEW));
    expect(made).toEqual({
      ...NEW,
      id: expect.any(String),
      licence: '',
      notice: '',
      visibility: 'private',
      archived: false,
      sample: false,
      createdAt: '2026-01-01T00:00:00.000Z',
      changedAt: '2026-01-01T00:00:00.000Z',
      latestVersion: null,
      counts: {},
      rights: { read: true, write: true, comment: true, publish: true, manage: true },
      sections: [
        { key: 'missions', room: 'missions' },
        { key: 'skills', room: 'skills' },
        { key: 'training', room: 'training' },
      ],
    });
    expect(await get('new')).toEqual(made);
  });

  it('shares a room between sections where its template says so', async () => {
    const ideal = { ...NEW, template: 'ideal-system' };
    const { sections } = value(await here.commands.frameworks.create(coordinator, ideal));
    expect(sections.map(({ key, room }) => `${key} in ${room}`)).toEqual([
      'causes in canvas',
      'levers in canvas',
      'resources in canvas',
    ]);
  });

  it('is refused under a slug that is taken, and with a template that is not there', async () => {
    value(await here.commands.frameworks.create(coordinator, NEW));
    expect(answer(await here.commands.frameworks.create(coordinator, NEW))).toBe('slug-taken');
    const odd = { ...NEW, slug: 'odd', template: 'nothing' };
    expect(answer(await here.commands.frameworks.create(coordinator, odd))).toBe(
      'unknown-template',
    );
    expect((await here.queries.frameworks.list(coordinator)).items).toHaveLength(1);
  });

  it('made by two people at once under one slug is one', async () => {
    const both = await Promise.all(
      [1, 2].map(() => here.commands.frameworks.create(coordinator, NEW)),
    );
    expect(both.map(answer).sort()).toEqual(['ok', 'slug-taken']);
  });

  it('from a document that cannot come in leaves nothing behind', async () => {
    const document = sample('recommandations');
    document.sections.push({ key: 'nowhere' });
    expect(answer(await here.commands.frameworks.import(coordinator, document))).toBe(
      'document-invalid',
    );
    expect((await here.queries.frameworks.list(coordinator)).items).toEqual([]);
  });
});

describe('changing what a framework is', () => {
  beforeEach(async () => {
    value(await here.commands.frameworks.import(coordinator, sample('recommandations'), 'new'));
  });
  const update = (input: Parameters<House['commands']['frameworks']['update']>[2], slug = 'new') =>
    here.commands.frameworks.update(coordinator, slug, input);

  it('keeps its id and its text, and leads there from the old slug', async () => {
    const before = await get('new');
    const after = value(await update({ slug: 'newer', title: 'Newer', licence: 'CC0-1.0' }));
    expect(after).toEqual({ ...before, slug: 'newer', title: 'Newer', licence: 'CC0-1.0' });
    expect(await get('new')).toEqual(after);
    const { document } = value(await here.queries.documents.get(reader, 'new', 'working'));
    expect(document.framework).toMatchObject({ slug: 'newer', title: 'Newer', licence: 'CC0-1.0' });
    const other = await here.commands.frameworks.create(coordinator, NEW);
    expect(answer(other)).toBe('slug-taken');
  });

  it('refuses a slug that is taken, and then changes nothing', async () => {
    value(await here.commands.frameworks.create(coordinator, { ...NEW, slug: 'other' }));
    const before = await get('new');
    expect(answer(await update({ slug: 'other', title: 'Newer' }))).toBe('slug-taken');
    expect(await get('new')).toEqual(before);
  });

  it('asks the rights of who is in its rooms again when they may have changed', async () => {
    const recheck = vi.spyOn(here.rooms, 'recheck');
    const { id } = await get('new');
    value(await update({ title: 'Only the title' }));
    expect(recheck).not.toHaveBeenCalled();
    value(await update({ archived: true }));
    value(await update({ visibility: 'public' }));
    expect(recheck).toHaveBeenCalledTimes(2);
    const [match] = recheck.mock.calls[0] ?? [];
    const room = { frameworkId: id, room: 'recommendations' };
    expect(match?.({ actor: reader, room })).toBe(true);
    expect(match?.({ actor: reader, room: { ...room, frameworkId: 'other' } })).toBe(false);
  });

  it('can be archived and made living again', async () => {
    expect(value(await update({ archived: true })).archived).toBe(true);
    expect(value(await update({ archived: true })).archived).toBe(true);
    expect(value(await update({ archived: false })).archived).toBe(false);
  });
});

describe('removing a framework', () => {
  it('puts who is in its rooms out, and takes its text and revisions with it', async () => {
    value(await here.commands.frameworks.import(coordinator, sample('recommandations'), 'new'));
    value(await here.commands.revisions.freeze(coordinator, 'new', ''));
    const { id } = await get('new');
    const close = vi.spyOn(here.rooms, 'closeFramework');
    value(await here.commands.frameworks.remove(coordinator, 'new'));
    expect(close).toHaveBeenCalledWith(id, 4404, expect.any(String));
    expect(answer(await here.queries.frameworks.get(coordinator, 'new'))).toBe('not-found');
    expect(await here.store.log.names()).toEqual([]);
    value(await here.commands.frameworks.create(coordinator, NEW));
    expect((await get('new')).counts).toEqual({});
  });
});

describe('the sample content', () => {
  const load = (wanted = true) => loadSample(here.deps, SAMPLES, wanted);
  const slugs = async () =>
    (await here.queries.frameworks.list(coordinator)).items.map(({ slug }) => slug);

  it('is loaded once: public, marked, those that others refer to first, with its notice', async () => {
    expect(await load()).toBe(6);
    expect(await slugs()).toEqual([
      'mediation-scolaire',
      'recommandations',
      'college-ideal',
      'mediation-scolaire-en',
      'recommandations-en',
      'college-ideal-en',
    ]);
    for (const framework of (await here.queries.frameworks.list(anonymous)).items) {
      expect(framework).toMatchObject({ sample: true, visibility: 'public' });
      expect(framework.notice).not.toBe('');
      const { document } = value(
        await here.queries.documents.get(reader, framework.slug, 'working'),
      );
      expect(canonicalJson(document)).toBe(canonicalJson(sample(framework.slug)));
    }
    expect(await load()).toBe(0);
  });

  it('goes on where a first run was cut short', async () => {
    const [first, second] = SAMPLES;
    if (!first || !second) throw new Error('there are samples');
    value(await here.commands.frameworks.import(coordinator, second));
    expect(await load()).toBe(5);
  });

  it('does not come back once it was declined or removed', async () => {
    expect([await load(false), await load(true)]).toEqual([0, 0]);
    here = house();
    await load();
    const published = { label: '0.1', status: 'consultation', note: '', public: true } as const;
    value(await here.commands.versions.publish(coordinator, 'recommandations', published));
    const remove = async () => value(await here.commands.frameworks.removeSamples(coordinator));
    expect(await remove()).toEqual({ removed: 5, archived: 1 });
    expect(await remove()).toEqual({ removed: 0, archived: 0 });
    expect(await load()).toBe(0);
    expect((await here.queries.frameworks.list(coordinator)).items).toMatchObject([
      { slug: 'recommandations', archived: true },
    ]);
  });

  it('keeps its notice, which may be worded anew but not taken away', async () => {
    await load();
    const slug = 'recommandations';
    const update = here.commands.frameworks.update;
    const notice = sample(slug).framework.notice;
    expect(value(await update(coordinator, slug, { notice: ' ' })).notice).toBe(notice);
    const document = sample(slug);
    delete document.framework.notice;
    value(await here.commands.working.replace(coordinator, slug, document));
    expect((await get(slug)).notice).toBe(notice);
    expect(value(await update(coordinator, slug, { notice: 'A sample' })).notice).toBe('A sample');
  });
});
