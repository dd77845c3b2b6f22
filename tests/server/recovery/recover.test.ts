// Putting a damaged text right: what each choice brings, that it is done once, and that nothing beside it is touched.
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { textOf } from '#core/document/room.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { walkItems } from '#core/framework/walk.ts';
import { verify } from '#server/commands/verify.ts';
import { answer, coordinator, editor, type House, house, reader, sample, value } from '../house.ts';

const slug = 'mediation-scolaire';
let here: House;
let id: string;

/** Three states: what is published, what is frozen later, and what was only typed. */
beforeEach(async () => {
  here = house();
  const document = sample(slug);
  ({ id } = value(await here.commands.frameworks.import(coordinator, document)));
  const input = { label: '0.1', status: 'consultation', note: '', public: true } as const;
  value(await here.commands.versions.publish(coordinator, slug, input));
  await retitle('Frozen');
  value(await here.commands.revisions.freeze(editor, slug, 'before the evening'));
  await retitle('Typed first');
  await retitle('Typed last');
});

function titled(document: InterchangeDocument, title: string): InterchangeDocument {
  const copy = structuredClone(document);
  const item = copy.sections.find(({ key }) => key === 'missions')?.items?.[0];
  if (item) item.title = title;
  return copy;
}

/** Writes one update into the text of the missions, as a keystroke does. */
async function retitle(title: string): Promise<void> {
  const working = value(await here.queries.documents.get(editor, slug, 'working')).document;
  const item = working.sections.find(({ key }) => key === 'missions')?.items?.[0]?.id ?? '';
  await here.rooms.edit([{ frameworkId: id, room: 'missions' }], 'id-editor', ([doc]) => {
    const heading = doc && textOf(doc, item)?.get(0);
    const line = heading instanceof Y.XmlElement ? heading.get(0) : null;
    if (!(line instanceof Y.XmlText)) throw new Error('no title');
    line.delete(0, line.length);
    line.insert(0, title);
  });
}

const titleOf = (document: InterchangeDocument) =>
  document.sections.find(({ key }) => key === 'missions')?.items?.[0]?.title;

const positions = () =>
  here.database.driver
    .prepare<[], { position: number }>(
      `SELECT position FROM room_updates u JOIN rooms r ON r.id = u.room_id WHERE r.key = 'missions' AND r.set_aside_at IS NULL ORDER BY position`,
    )
    .all()
    .map(({ position }) => position);

/** The file's bytes change while nobody looks, and the server is started anew. */
function damage(sql: string): void {
  here.database.driver.exec(sql);
  here = house(here.database);
}

const damageLast = () =>
  damage(`UPDATE room_updates SET bytes = x'0102' WHERE position = ${positions().at(-1)}`);

/** The bytes of everything that was put aside, or is about to be. */
function bytesOfMissions(): string {
  const rows = here.database.driver
    .prepare(
      `SELECT u.* FROM room_updates u JOIN rooms r ON r.id = u.room_id
       WHERE r.key = 'missions' AND r.id = (SELECT min(id) FROM rooms WHERE key = 'missions')`,
    )
    .all();
  return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
}

const recover = (from: 'readable' | 'revision' | 'version', damage?: string) =>
  here.commands.working.recover(coordinator, slug, 'missions', {
    from,
    ...(damage === undefined ? {} : { damage }),
  });
const working = async () =>
  value(await here.queries.documents.get(reader, slug, 'working')).document;

describe('B14 SY-67 a damaged text', () => {
  it('is told with what each choice would bring and when it dates from', async () => {
    damageLast();
    const report = value(await here.queries.documents.damage(coordinator, slug, 'missions'));
    expect(report).toMatchObject({ room: 'missions', lost: 1 });
    expect(
      report?.choices.map(({ from, ref, sections }) => [from, ref, sections[0]?.items?.[0]?.title]),
    ).toEqual([
      ['readable', '', 'Typed first'],
      ['revision', 'r2', 'Frozen'],
      ['version', '0.1', titleOf(sample(slug))],
    ]);
    const dates = report?.choices.map(({ at }) => at ?? '') ?? [];
    expect([...dates].sort().reverse()).toEqual(dates);
    expect(report?.lastLostAt).not.toBeNull();
  });

  it('is told to who may read, the choices only to who may choose; what is well is no damage', async () => {
    damageLast();
    const { documents } = here.queries;
    expect(value(await documents.damage(reader, slug, 'missions'))?.choices).toEqual([]);
    expect(value(await documents.damage(editor, slug, 'missions'))?.choices).toEqual([]);
    expect(value(await documents.damage(reader, slug, 'skills'))).toBeNull();
    expect(answer(await documents.damage(reader, slug, 'nowhere'))).toBe('not-found');
  });

  it.each([
    ['readable', 'readable', 'Typed first'],
    ['revision', 'r2', 'Frozen'],
    ['version', '0.1', titleOf(sample(slug))],
  ] as const)(
    'is put right from %s, and can be written, replaced and restored again',
    async (from, replacedBy, title) => {
      damageLast();
      const before = bytesOfMissions();
      expect(answer(await here.queries.documents.get(reader, slug, 'working'))).toBe(
        'text-unreadable',
      );
      expect(value(await recover(from))).toMatchObject({
        room: 'missions',
        replacedBy,
        by: 'Ada coordinator',
        done: true,
      });
      expect(titleOf(await working())).toBe(title);
      expect(value(await here.queries.documents.damage(coordinator, slug, 'missions'))).toBeNull();
      expect(await verify(here.store)).toEqual([]);
      await retitle('Written after');
      expect(titleOf(await working())).toBe('Written after');
      value(
        await here.commands.working.replace(
          editor,
          slug,
          titled(await working(), 'Replaced by API'),
        ),
      );
      expect(titleOf(await working())).toBe('Replaced by API');
      value(await here.commands.revisions.restore(editor, slug, 2));
      expect(titleOf(await working())).toBe('Frozen');
      here = house(here.database);
      expect(titleOf(await working())).toBe('Frozen');
      expect(bytesOfMissions()).toBe(before);
    },
  );

  it('leaves a revision of what it is from then on, with the name of who chose', async () => {
    damageLast();
    value(await recover('readable'));
    const [newest] = value(await here.queries.revisions.list(reader, slug)).items;
    expect(newest).toMatchObject({ reason: 'after-recovery', createdBy: 'Ada coordinator' });
  });

  it('brings no other text along: sections beside it stay as they are', async () => {
    const others = (document: InterchangeDocument) =>
      document.sections.filter(({ key }) => key !== 'missions');
    const before = others(await working());
    damageLast();
    value(await recover('version'));
    expect(others(await working())).toEqual(before);
  });
});

describe('B14 SY-67 where nothing of it can be read', () => {
  it('the snapshot row damaged: only the revision and the version are offered', async () => {
    const room = { frameworkId: id, room: 'missions' };
    const state = await here.rooms.read(room, (doc) => Y.encodeStateAsUpdateV2(doc));
    await here.store.log.compact(room, state, positions().at(-1) ?? 0);
    damage(
      `UPDATE room_states SET bytes = zeroblob(100) WHERE room_id = (SELECT id FROM rooms WHERE key = 'missions')`,
    );
    const report = value(await here.queries.documents.damage(coordinator, slug, 'missions'));
    expect([report?.lost, report?.choices.map(({ from }) => from)]).toEqual([
      null,
      ['revision', 'version'],
    ]);
    expect(answer(await recover('readable'))).toBe('nothing-to-recover');
    expect(value(await recover('revision')).replacedBy).toBe('r2');
    expect(titleOf(await working())).toBe('Frozen');
  });

  it('the room row there with zero updates: it is no empty text, and comes back from a revision', async () => {
    damage(
      `DELETE FROM room_updates WHERE room_id = (SELECT id FROM rooms WHERE key = 'missions')`,
    );
    expect(answer(await here.queries.documents.get(reader, slug, 'working'))).toBe(
      'text-unreadable',
    );
    value(await recover('revision'));
    expect(titleOf(await working())).toBe('Frozen');
  });

  it('without a revision or a version it can only begin empty, and that is said before', async () => {
    const bare = sample('college-ideal');
    value(await here.commands.frameworks.import(coordinator, bare));
    const at = 'college-ideal';
    const key = value(await here.queries.frameworks.get(coordinator, at)).sections[0]?.room ?? '';
    damage(
      `UPDATE room_updates SET bytes = x'01' WHERE room_id = (SELECT id FROM rooms WHERE key = '${key}')`,
    );
    const report = value(await here.queries.documents.damage(coordinator, at, key));
    expect(report?.choices).toMatchObject([{ from: 'readable', at: null }]);
    const recovered = here.commands.working.recover(coordinator, at, key, { from: 'readable' });
    expect(value(await recovered).done).toBe(true);
    const { sections } = value(await here.queries.documents.get(reader, at, 'working')).document;
    expect([...walkItems(sections)]).toEqual([]);
  });

  // Thought of here: the sum over the bytes is right, and they are no text all the same.
  it('bytes that are as they were written and no text: what came before them is read', async () => {
    const { crc32 } = await import('node:zlib');
    const rubbish = Buffer.from([9, 9, 9, 9, 9]);
    const at = positions().at(-2);
    here.database.driver
      .prepare('UPDATE room_updates SET bytes = ?, crc = ? WHERE position = ?')
      .run(rubbish, crc32(rubbish), at);
    here = house(here.database);
    const report = value(await here.queries.documents.damage(coordinator, slug, 'missions'));
    expect([report?.lost, report?.choices[0]?.sections[0]?.items?.[0]?.title]).toEqual([
      2,
      'Frozen',
    ]);
    value(await recover('readable'));
    expect(titleOf(await working())).toBe('Frozen');
  });
});

describe('SY-68 the choice', () => {
  it('is done once when two coordinators make it at once, and the second is told whose it was', async () => {
    damageLast();
    const report = value(await here.queries.documents.damage(coordinator, slug, 'missions'));
    const other = { ...coordinator, id: 'other', name: 'Dan' };
    const named = { damage: report?.damage ?? '' };
    const [first, second] = await Promise.all([
      here.commands.working.recover(coordinator, slug, 'missions', { from: 'revision', ...named }),
      here.commands.working.recover(other, slug, 'missions', { from: 'version', ...named }),
    ]);
    expect([value(first), value(second)]).toMatchObject([
      { done: true, replacedBy: 'r2', by: 'Ada coordinator' },
      { done: false, replacedBy: 'r2', by: 'Ada coordinator' },
    ]);
    expect(await here.store.recovery.aside()).toHaveLength(1);
    expect(titleOf(await working())).toBe('Frozen');
  });

  it('made again for a damage of before changes nothing, also when the text is damaged anew', async () => {
    damageLast();
    const report = value(await here.queries.documents.damage(coordinator, slug, 'missions'));
    value(await recover('readable', report?.damage));
    expect(value(await recover('version', report?.damage)).done).toBe(false);
    await retitle('Written after');
    damageLast();
    expect(value(await recover('version', report?.damage)).done).toBe(false);
    expect(value(await recover('readable')).done).toBe(true);
    expect(titleOf(await working())).toBe('Typed first');
    expect(await here.store.recovery.aside()).toHaveLength(2);
  });

  it('is refused for a text that is well, and to who may not choose', async () => {
    expect(answer(await recover('readable'))).toBe('not-damaged');
    damageLast();
    const as = (actor: typeof editor) =>
      here.commands.working.recover(actor, slug, 'missions', { from: 'readable' });
    expect(answer(await as(editor))).toBe('not-allowed');
    expect(answer(await as(reader))).toBe('not-allowed');
    expect(await here.store.recovery.aside()).toEqual([]);
  });

  it('can be made in an archived framework, which stays archived', async () => {
    value(await here.commands.frameworks.update(coordinator, slug, { archived: true }));
    damageLast();
    expect(value(await recover('readable')).done).toBe(true);
    expect(value(await here.queries.frameworks.get(reader, slug)).archived).toBe(true);
  });
});

describe('SY-70 one damaged text', () => {
  it('leaves sections beside it, versions, revisions and comparisons to be read', async () => {
    const whole = await working();
    damageLast();
    const { documents, comparisons, frameworks, items } = here.queries;
    const partly = value(await documents.readable(reader, slug, 'working'));
    expect(partly.damaged).toEqual(['missions']);
    expect(partly.document.sections).toEqual(
      whole.sections.filter(({ key }) => key !== 'missions'),
    );
    expect(answer(await documents.get(reader, slug, '0.1'))).toBe('ok');
    expect(answer(await documents.get(reader, slug, 'r2'))).toBe('ok');
    expect(answer(await comparisons.get(reader, slug, '0.1', 'r2'))).toBe('ok');
    const compared = value(await comparisons.get(reader, slug, 'r2', 'working'));
    expect([compared.unreadable, compared.changes]).toEqual([['missions'], []]);
    expect(value(await frameworks.get(reader, slug)).counts.skill).toBeGreaterThan(0);
    const skill = partly.document.sections.find(({ key }) => key === 'skills')?.items?.[0];
    const titles = await items.titles(reader, [{ framework: slug, item: skill?.id ?? '' }]);
    expect(titles).toHaveLength(1);
  });

  it('is never kept as if it were the whole: no revision, no version, no export of the working text', async () => {
    damageLast();
    expect(answer(await here.commands.revisions.freeze(editor, slug, 'x'))).toBe('text-unreadable');
    const input = { label: '0.2', status: 'consultation', note: '', public: true } as const;
    expect(answer(await here.commands.versions.publish(coordinator, slug, input))).toBe(
      'text-unreadable',
    );
    expect(answer(await here.queries.documents.get(reader, slug, 'working'))).toBe(
      'text-unreadable',
    );
  });

  it('is whole again once it is put right, and its figures with it', async () => {
    const before = value(await here.queries.frameworks.get(reader, slug)).counts;
    damageLast();
    value(await here.queries.frameworks.get(reader, slug));
    value(await recover('readable'));
    expect(value(await here.queries.documents.readable(reader, slug, 'working')).damaged).toEqual(
      [],
    );
    expect(value(await here.queries.frameworks.get(reader, slug)).counts).toEqual(before);
    expect(here.rooms.stats().damaged).toBe(0);
  });
});
