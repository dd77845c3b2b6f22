// Lists of frameworks cost next to nothing, count what is there now, and come page by page.
import { beforeEach, expect, it, vi } from 'vitest';
import { removeItem } from '#core/document/edits/items.ts';
import { editableRoom } from '#core/document/edits/room.ts';
import { templateOf } from '#core/framework/templates.ts';
import { loadSample } from '#server/commands/load-sample.ts';
import {
  anonymous,
  answer,
  coordinator,
  editor,
  type House,
  house,
  reader,
  SAMPLES,
  sample,
  value,
} from '../house.ts';

let here: House;
beforeEach(async () => {
  here = house();
  await loadSample(here.deps, SAMPLES, true);
});

const slug = 'recommandations';
const first = sample(slug).sections[0]?.items?.[0]?.id ?? '';
const listed = async (at: House, actor = reader) =>
  (await at.queries.frameworks.list(actor)).items.find((one) => one.slug === slug);

async function removeFirst(): Promise<void> {
  const { id } = value(await here.queries.frameworks.get(editor, slug));
  const room = { frameworkId: id, room: 'recommendations' };
  const template = templateOf('advocacy');
  await here.rooms.edit([room], 'id-editor', ([doc]) => {
    if (doc && template) removeItem(editableRoom(doc, template, room.room, Math.random), first);
  });
}

it('count the items of the text as it is now, and say when it changed', async () => {
  const before = await listed(here);
  expect(before?.counts).toEqual({ recommendation: 8 });
  expect(before?.changedAt).toBe(before?.createdAt);
  await removeFirst();
  const after = await listed(here);
  expect(after?.counts).toEqual({ recommendation: 7 });
  expect(Date.parse(after?.changedAt ?? '')).toBeGreaterThan(Date.parse(before?.createdAt ?? ''));
});

it('read no text that did not change, not even after a restart', async () => {
  await here.queries.frameworks.list(reader);
  const again = house(here.database);
  const read = vi.spyOn(again.rooms, 'read');
  await again.queries.frameworks.list(reader);
  expect(read).not.toHaveBeenCalled();
  await removeFirst();
  expect((await listed(again))?.counts).toEqual({ recommendation: 7 });
  expect(read).toHaveBeenCalledTimes(1);
});

it('count the published version for who may not read the text', async () => {
  expect((await listed(here, anonymous))?.counts).toEqual({});
  const input = { label: '1.0', status: 'adopted', note: '', public: true } as const;
  value(await here.commands.versions.publish(coordinator, slug, input));
  await removeFirst();
  const seen = await listed(here, anonymous);
  expect(seen).toMatchObject({
    counts: { recommendation: 8 },
    latestVersion: { label: '1.0' },
    rights: { read: false, write: false, comment: false, publish: false, manage: false },
  });
});

it('are shown when one text is damaged; only that one is refused', async () => {
  const id = (await here.store.frameworks.bySlug(slug))?.id;
  here.database.driver
    .prepare(
      `UPDATE room_updates SET bytes = x'00FF' WHERE room_id IN (SELECT id FROM rooms WHERE framework_id = ?)`,
    )
    .run(id);
  here = house(here.database);
  expect((await here.queries.frameworks.list(reader)).items).toHaveLength(6);
  expect((await listed(here))?.counts).toEqual({});
  const working = (at: string) => here.queries.documents.get(reader, at, 'working');
  expect(answer(await working(slug))).toBe('text-unreadable');
  expect(answer(await working('college-ideal'))).toBe('ok');
  const freeze = here.commands.revisions.freeze(editor, slug, '');
  expect(answer(await freeze)).toBe('text-unreadable');
  expect(answer(await here.commands.working.replace(editor, slug, sample(slug)))).toBe(
    'text-unreadable',
  );
});

it('come page by page, each framework once', async () => {
  const slugs: string[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await here.queries.frameworks.list(reader, {
      limit: 4,
      ...(cursor ? { cursor } : {}),
    });
    slugs.push(...page.items.map((one) => one.slug));
    cursor = page.cursor;
  } while (cursor);
  expect(slugs).toEqual((await here.queries.frameworks.list(reader)).items.map((one) => one.slug));
  expect(slugs).toHaveLength(6);
});

it('revisions and versions come page by page, newest first, and a made-up cursor is refused', async () => {
  for (const label of ['0.1', '0.2', '0.3']) {
    await here.commands.frameworks.update(coordinator, slug, { title: `Title ${label}` });
    const input = { label, status: 'consultation', note: '', public: true } as const;
    value(await here.commands.versions.publish(coordinator, slug, input));
  }
  const versions = (page: { limit?: number; cursor?: string }) =>
    here.queries.versions.list(anonymous, slug, page);
  const one = value(await versions({ limit: 2 }));
  const two = value(await versions({ limit: 2, cursor: one.cursor ?? '' }));
  expect([one, two].map(({ items }) => items.map(({ label }) => label))).toEqual([
    ['0.3', '0.2'],
    ['0.1'],
  ]);
  expect(two.cursor).toBeNull();
  const revisions = (page: { limit?: number; cursor?: string }) =>
    here.queries.revisions.list(reader, slug, page);
  const three = value(await revisions({ limit: 2 }));
  const four = value(await revisions({ limit: 2, cursor: three.cursor ?? '' }));
  expect([three, four].map(({ items }) => items.map(({ ref }) => ref))).toEqual([
    ['r3', 'r2'],
    ['r1'],
  ]);
  for (const cursor of ['x', '-1', '1e3', '']) {
    expect(answer(await versions({ cursor }))).toBe('invalid-input');
    expect(answer(await revisions({ cursor }))).toBe('invalid-input');
  }
});
