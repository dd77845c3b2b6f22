// SY-46: whose the characters of a text are, through what editors do to it, compaction and restarts.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Authors, addShares, authorship } from '#core/document/authorship.ts';
import type { RoomStore } from '#server/sync/ports.ts';
import { MemoryStore } from './memory-store.ts';
import { join, lines, retype, room, textAt } from './paragraphs.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS, World } from './world.ts';

/** The characters by person, as the stored bytes alone tell. */
async function shares(store: RoomStore): Promise<Record<string, number>> {
  const stored = await store.load(MISSIONS);
  const doc = new Y.Doc();
  if (stored.state) Y.applyUpdateV2(doc, stored.state);
  for (const bytes of stored.updates) Y.applyUpdate(doc, bytes);
  const authors = new Authors(stored.authorship ?? { writers: [], carried: [] });
  const texts = authorship(doc, ['missions'], authors);
  const sums = addShares(texts.map((text) => text.shares));
  return Object.fromEntries(sums.map(({ actorId, characters }) => [actorId, characters]));
}

const FIRST = 'accueillir les parents';
const SECOND = 'prévenir les conflits';

describe('SY-46 words are of who wrote them', () => {
  it('each letter of each person, and together as long as the text', async () => {
    const { store, world, ann, bob } = await room();
    textAt(bob, 0).insert(11, 'TOUS ');
    textAt(ann, 1).delete(0, 9);
    await world.exchange(ann, bob);
    expect(await shares(store)).toEqual({ ann: (FIRST + SECOND).length - 9, bob: 5 });
    expect(lines(ann).join('').length).toBe((FIRST + SECOND).length - 9 + 5);
  });

  it('also when somebody else joins their paragraph to another', async () => {
    const { store, world, ann, bob } = await room();
    join(bob, 1);
    textAt(bob, 0).insert(0, 'BOB ');
    await world.exchange(ann, bob);
    expect(await shares(store)).toEqual({ ann: (FIRST + SECOND).length, bob: 4 });
  });

  it('also when it is joined and made something else again and again, by anybody', async () => {
    const { store, world, ann, bob } = await room();
    for (const [who, name] of [
      [bob, 'heading'],
      [ann, 'paragraph'],
      [bob, 'itemTitle'],
    ] as const) {
      retype(who, 0, name);
      await world.exchange(ann, bob);
    }
    join(bob, 1);
    await world.exchange(ann, bob);
    expect(await shares(store)).toEqual({ ann: (FIRST + SECOND).length });
  });

  it('also when the server put them back', async () => {
    const { store, world, ann, bob } = await room();
    retype(ann, 0, 'heading');
    textAt(bob, 0).insert(11, 'TOUS ensemble ');
    ann.deliverToServer();
    await world.exchange(ann, bob);
    expect(lines(ann)[0]).toBe('accueillir TOUS ensemble les parents');
    expect(await shares(store)).toEqual({ ann: (FIRST + SECOND).length, bob: 14 });
  });

  it('the same after compaction and a restart, and what is written then counts too', async () => {
    const { store, world, ann, bob } = await room();
    join(bob, 1);
    textAt(bob, 0).insert(0, 'BOB ');
    await world.exchange(ann, bob);
    const before = await shares(store);
    const small = new World(store, { compactUpdates: 2, compactUpdatesWhenLeft: 1 });
    ann.cut();
    bob.cut();
    ann.connect(small.rooms);
    await small.exchange(ann);
    textAt(ann, 0).insert(0, 'x');
    await small.exchange(ann);
    textAt(ann, 0).insert(0, 'y');
    await small.exchange(ann);
    ann.cut();
    await small.clock.pass(60_000);
    expect(store.compactions).toBeGreaterThan(0);
    expect(await shares(store)).toEqual({ ann: (before.ann ?? 0) + 2, bob: before.bob });
  });
});

describe('SY-45 honest people are let write', () => {
  it('in two pages of their own, and with what an earlier page left behind', async () => {
    const { store, world, ann, bob } = await room();
    const other = new PairedClient(editor('ann')).connect(world.rooms);
    await world.exchange(ann, bob, other);
    const late = new Y.Doc();
    Y.applyUpdate(late, Y.encodeStateAsUpdate(other.doc));
    const earlier = new PairedClient(editor('ann'), { doc: late });
    textAt(earlier, 0).insert(0, 'LEFT ');
    Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(late), 'device');
    textAt(ann, 1).insert(0, 'HERE ');
    await world.exchange(ann, bob, other);
    expect(lines(bob)).toEqual([`LEFT ${FIRST}`, `HERE ${SECOND}`]);
    expect([ann, bob, other].map((one) => one.closeCode)).toEqual([null, null, null]);
    expect(await shares(store)).toEqual({ ann: (FIRST + SECOND).length + 10 });
  });

  it('and bring others’ words to a server that was restored from an older backup; the writer takes them over', async () => {
    const { world, ann, bob } = await room();
    textAt(ann, 0).insert(0, 'LOST ');
    await world.exchange(ann, bob);
    ann.cut();
    bob.cut();
    // A backup from before anything was written: all that bob's browser has is new there.
    const restored = new MemoryStore();
    const again = new World(restored);
    bob.connect(again.rooms);
    await again.exchange(bob);
    expect(bob.closeCode).toBeNull();
    const words = (await restored.load(MISSIONS)).authorship?.writers ?? [];
    expect(words.find(({ client }) => client === ann.doc.clientID)).toMatchObject({
      actorId: 'bob',
      brought: true,
    });
    ann.connect(again.rooms);
    await again.exchange(ann, bob);
    textAt(ann, 0).insert(0, 'BACK ');
    await again.exchange(ann, bob);
    expect([ann.closeCode, bob.closeCode]).toEqual([null, null]);
    expect(lines(bob)[0]).toBe(`BACK LOST ${FIRST}`);
    const now = (await restored.load(MISSIONS)).authorship?.writers ?? [];
    expect(now.find(({ client }) => client === ann.doc.clientID)).toMatchObject({
      actorId: 'ann',
      brought: false,
    });
  });
});
