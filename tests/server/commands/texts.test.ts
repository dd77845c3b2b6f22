// Texts come in by documents, go out the same, and can always be brought back.
import { beforeEach, describe, expect, it } from 'vitest';
import { addItem } from '#core/document/edits/items.ts';
import { editableRoom } from '#core/document/edits/room.ts';
import { itemsOf } from '#core/document/room.ts';
import { canonicalJson } from '#core/framework/canonical.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';
import { coordinator, editor, type House, house, SAMPLES, sample, value } from '../house.ts';

const advocacy = templateOf('advocacy') ?? { key: '', sections: [], rooms: [] };
let here: House;
beforeEach(() => {
  here = house();
});

const working = async (slug: string) =>
  value(await here.queries.documents.get(coordinator, slug, 'working')).document;
const revisions = async (slug: string) =>
  value(await here.queries.revisions.list(coordinator, slug)).items;

/** The same framework with one item's title changed, everything else equal. */
function retitled(document: InterchangeDocument, title: string): InterchangeDocument {
  const changed = structuredClone(document);
  const item = changed.sections[0]?.items?.[0];
  if (item) item.title = title;
  return changed;
}

describe.each(SAMPLES)('the sample $framework.slug', (document) => {
  const { slug } = document.framework;

  it('is the same, to the byte, once imported', async () => {
    value(await here.commands.frameworks.import(coordinator, document));
    expect(canonicalJson(await working(slug))).toBe(canonicalJson(document));
  });

  it('is the same, to the byte, once put in place of an empty text, and after a restart', async () => {
    value(await here.commands.frameworks.create(coordinator, document.framework));
    const put = value(await here.commands.working.replace(editor, slug, document));
    expect(canonicalJson(put.document)).toBe(canonicalJson(document));
    const again = house(here.database);
    const read = value(await again.queries.documents.get(coordinator, slug, 'working'));
    expect(canonicalJson(read.document)).toBe(canonicalJson(document));
  });
});

describe('replacing the working text', () => {
  const document = sample('recommandations');
  const slug = document.framework.slug;
  beforeEach(async () => {
    value(await here.commands.frameworks.import(coordinator, document));
  });

  it('keeps what was there as a revision first, once', async () => {
    value(await here.commands.working.replace(editor, slug, retitled(document, 'A')));
    value(await here.commands.working.replace(editor, slug, retitled(document, 'A')));
    value(await here.commands.working.replace(editor, slug, retitled(document, 'B')));
    const all = await revisions(slug);
    expect(all.map(({ ref, reason, createdBy }) => [ref, reason, createdBy])).toEqual([
      ['r2', 'before-replace', 'Ada editor'],
      ['r1', 'before-replace', 'Ada editor'],
    ]);
    const first = value(await here.queries.documents.get(coordinator, slug, 'r1')).document;
    expect(canonicalJson(first)).toBe(canonicalJson(document));
  });

  it('goes in as edits: what is equal is not touched, and stays the same item', async () => {
    const framework = value(await here.queries.frameworks.get(coordinator, slug));
    const room = { frameworkId: framework.id, room: 'recommendations' };
    const kept = await here.rooms.read(room, (doc) => [...itemsOf(doc).entries()]);
    value(await here.commands.working.replace(editor, slug, retitled(document, 'Changed')));
    const after = await here.rooms.read(room, (doc) => new Map(itemsOf(doc).entries()));
    for (const [id, item] of kept) expect(after.get(id)).toBe(item);
  });

  it('keeps every word that somebody types while it happens, in the text or in the revision', async () => {
    const framework = value(await here.queries.frameworks.get(coordinator, slug));
    const room = { frameworkId: framework.id, room: 'recommendations' };
    const write = (id: string) =>
      here.rooms.edit([room], 'typist', ([doc]) => {
        if (!doc) return false;
        const editable = editableRoom(doc, advocacy, room.room, here.deps.random);
        return addItem(
          editable,
          { id, kind: 'recommendation' },
          { section: room.room, parent: '' },
        );
      });
    const ids = Array.from({ length: 12 }, (_, index) => `typed-${index}`);
    const replacing = here.commands.working.replace(editor, slug, retitled(document, 'Changed'));
    for (const id of ids) expect(await write(id)).toBe(true);
    value(await replacing);
    const refs = (await revisions(slug)).map(({ ref }) => ref);
    const kept = await Promise.all(
      ['working', ...refs].map(async (ref) =>
        canonicalJson(value(await here.queries.documents.get(coordinator, slug, ref)).document),
      ),
    );
    expect(kept[0]).toContain('Changed');
    expect(ids.filter((id) => !kept.some((text) => text.includes(`"${id}"`)))).toEqual([]);
  });

  it('takes title, licence and notice from who may rename, and leaves them to who may not', async () => {
    const renamed = structuredClone(document);
    renamed.framework = { ...renamed.framework, title: 'Renamed', slug: 'elsewhere' };
    delete renamed.framework.licence;
    value(await here.commands.working.replace(editor, slug, renamed));
    expect((await working(slug)).framework).toEqual(document.framework);
    value(await here.commands.working.replace(coordinator, slug, renamed));
    expect((await working(slug)).framework).toEqual({ ...renamed.framework, slug });
  });

  it('refuses what is no state of this framework, and then changes nothing', async () => {
    const twice = structuredClone(document);
    const [first] = twice.sections[0]?.items ?? [];
    if (first) twice.sections[0]?.items?.push(first);
    const bad: InterchangeDocument[] = [
      twice,
      { ...document, framework: { ...document.framework, template: 'ideal-system' } },
      { ...document, framework: { ...document.framework, language: 'en' } },
      { ...document, sections: [...document.sections, { key: 'nowhere' }] },
    ];
    for (const one of bad) {
      const result = await here.commands.working.replace(coordinator, slug, one);
      expect(result).toMatchObject({ ok: false, code: 'document-invalid' });
      if (!result.ok) expect(result.errors?.length).toBeGreaterThan(0);
    }
    expect(canonicalJson(await working(slug))).toBe(canonicalJson(document));
    expect(await revisions(slug)).toEqual([]);
  });
});

describe('freezing', () => {
  const document = sample('college-ideal');
  const slug = document.framework.slug;
  beforeEach(async () => {
    value(await here.commands.frameworks.import(coordinator, document));
  });

  it('makes a revision by a name, and never the same one twice', async () => {
    const first = value(await here.commands.revisions.freeze(editor, slug, ' First '));
    expect(first).toMatchObject({
      created: true,
      revision: { ref: 'r1', number: 1, name: 'First', reason: 'manual', createdBy: 'Ada editor' },
    });
    const second = value(await here.commands.revisions.freeze(editor, slug, 'Second'));
    expect(second).toEqual({ created: false, named: false, revision: first.revision });
    value(await here.commands.working.replace(editor, slug, retitled(document, 'Changed')));
    const third = value(await here.commands.revisions.freeze(editor, slug, 'Third'));
    expect(third).toMatchObject({ created: true, revision: { ref: 'r2', name: 'Third' } });
  });

  it('at once by several people makes one revision', async () => {
    const all = await Promise.all(
      [1, 2, 3].map(() => here.commands.revisions.freeze(editor, slug, 'Same')),
    );
    expect(all.map((one) => value(one).created).sort()).toEqual([false, false, true]);
    expect(await revisions(slug)).toHaveLength(1);
  });
});

describe('restoring', () => {
  const document = sample('recommandations');
  const slug = document.framework.slug;
  const changed = retitled(document, 'Changed');
  beforeEach(async () => {
    value(await here.commands.frameworks.import(coordinator, document));
    value(await here.commands.revisions.freeze(editor, slug, 'First'));
    const shorter = structuredClone(changed);
    shorter.sections[0]?.items?.pop();
    value(await here.commands.working.replace(editor, slug, shorter));
  });

  it('puts a whole revision back, and keeps what was there', async () => {
    const restored = value(await here.commands.revisions.restore(editor, slug, 1));
    expect(canonicalJson(restored.document)).toBe(canonicalJson(document));
    expect((await revisions(slug)).map(({ reason }) => reason)).toEqual([
      'before-restore',
      'manual',
    ]);
    value(await here.commands.revisions.restore(editor, slug, 2));
    expect(canonicalJson(await working(slug))).not.toBe(canonicalJson(document));
  });

  it('puts chosen items back and leaves the others', async () => {
    const last = document.sections[0]?.items?.at(-1)?.id ?? '';
    const restored = value(await here.commands.revisions.restore(editor, slug, 1, [last]));
    expect(canonicalJson(restored.document)).toBe(canonicalJson(changed));
  });

  it('refuses a revision that is not there, and items that it does not hold', async () => {
    expect(await here.commands.revisions.restore(editor, slug, 9)).toMatchObject({
      code: 'not-found',
    });
    for (const items of [[], ['nobody']])
      expect(await here.commands.revisions.restore(editor, slug, 1, items)).toMatchObject({
        code: 'invalid-input',
      });
  });
});
