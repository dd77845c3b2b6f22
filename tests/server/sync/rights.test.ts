// SY-11, SY-57: rights of whoever is connected are asked again when they change, and now and then.
import { describe, expect, it } from 'vitest';
import { CLOSE } from '#core/document/wire.ts';
import type { RoomLimits } from '#server/sync/limits.ts';
import type { RoomRight } from '#server/sync/ports.ts';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { World } from './world.ts';

function words(client: PairedClient): string {
  return client.doc.getText('words').toString();
}

async function withAnn(limits: Partial<RoomLimits> = {}) {
  const store = new MemoryStore();
  const world = new World(store, limits);
  const ann = new PairedClient(editor('ann')).connect(world.rooms);
  await world.exchange(ann);
  ann.doc.getText('words').insert(0, 'SECRET');
  await world.exchange(ann);
  return { store, world, ann };
}

describe('rights that change', () => {
  it.each([
    ['demoted to reader', 'read', CLOSE.noRight],
    ['removed', 'none', CLOSE.noRight],
    ['disabled or signed out', 'stranger', CLOSE.notSignedIn],
  ] as const)(
    'SY-11 closes who is %s, and refuses what comes after',
    async (_name, right, code) => {
      const { world, ann } = await withAnn();
      const bob = new PairedClient(editor('bob')).connect(world.rooms);
      await world.exchange(ann, bob);
      world.door.rightsOf.set('bob', right);
      await world.rooms.recheck(({ actor }) => actor.kind === 'account' && actor.id === 'bob');
      expect(bob.closeCode).toBe(code);
      bob.doc.getText('words').insert(0, 'after');
      bob.cut();
      bob.connect(world.rooms);
      await world.exchange(ann, bob);
      expect(words(ann)).toBe('SECRET');
      expect(ann.isConnected).toBe(true);
    },
  );

  it('SY-11 lets who gained the right write on without coming anew', async () => {
    const { world, ann } = await withAnn();
    world.door.rightsOf.set('bob', 'read');
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(ann, bob);
    world.door.rightsOf.set('bob', 'write');
    await world.rooms.recheck(() => true);
    bob.doc.getText('words').insert(0, 'now ');
    await world.exchange(ann, bob);
    expect(words(ann)).toBe('now SECRET');
  });

  it('SY-11 asks who is just coming in again', async () => {
    const { store, world, ann } = await withAnn();
    let load = () => {};
    store.hold = new Promise((resolve) => {
      load = resolve;
    });
    const bob = new PairedClient(editor('bob'), { room: 'skills' }).connect(world.rooms);
    await world.exchange(bob);
    world.door.rightsOf.set('bob', 'none');
    await world.rooms.recheck(({ actor }) => actor.kind === 'account' && actor.id === 'nobody');
    store.hold = null;
    load();
    await world.exchange(ann, bob);
    expect(bob.closeCode).toBe(CLOSE.noRight);
    expect(bob.heard).toEqual([]);
  });

  it('SY-11 does not assume rights that cannot be asked', async () => {
    const { world, ann } = await withAnn();
    world.door.rights = async () => {
      throw new Error('locked');
    };
    await world.rooms.recheck(() => true);
    expect(ann.closeCode).toBe(CLOSE.restarting);
  });
});

describe('rights that end by time', () => {
  const MINUTE = 60_000;

  async function withBob() {
    const { world, ann } = await withAnn();
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(ann, bob);
    return { world, ann, bob };
  }

  it.each([
    ['whose session ended', 'stranger', CLOSE.notSignedIn],
    ['who lost the right without a word', 'none', CLOSE.noRight],
    ['who lost the right to write without a word', 'read', CLOSE.noRight],
  ] as const)(
    'SY-57 B22 closes somebody %s within a minute, and nobody else',
    async (_name, right, code) => {
      const { world, ann, bob } = await withBob();
      world.door.rightsOf.set('bob', right);
      await world.clock.pass(MINUTE);
      expect([bob.closeCode, ann.closeCode]).toEqual([code, null]);
      ann.doc.getText('words').insert(0, 'MORE ');
      await world.exchange(ann, bob);
      expect([words(ann), words(bob)]).toEqual(['MORE SECRET', 'SECRET']);
    },
  );

  it('SY-57 lets somebody who gained the right write', async () => {
    const { store, world, ann } = await withAnn();
    expect(store.loads).toBe(1);
    world.door.rightsOf.set('bob', 'read');
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(ann, bob);
    world.door.rightsOf.delete('bob');
    await world.clock.pass(MINUTE);
    bob.doc.getText('words').insert(0, 'now ');
    await world.exchange(ann, bob);
    expect(words(ann)).toBe('now SECRET');
  });

  it('SY-57 closes nobody while rights cannot be asked, says so once in each round, and asks again', async () => {
    const { world, ann, bob } = await withBob();
    const answer = world.door.rights;
    world.door.rights = async () => {
      throw new Error('locked');
    };
    await world.clock.pass(2 * MINUTE);
    expect([ann.closeCode, bob.closeCode]).toEqual([null, null]);
    const said = world.log.lines.filter((line) => line.message.includes('asked again'));
    expect(said.map((line) => line.about)).toContainEqual({ failed: 2, error: 'Error: locked' });
    expect(said.length).toBeLessThanOrEqual(5);
    world.door.rights = answer;
    world.door.rightsOf.set('bob', 'stranger');
    await world.clock.pass(MINUTE);
    expect([ann.closeCode, bob.closeCode]).toEqual([null, CLOSE.notSignedIn]);
  });

  it('SY-57 one of whom the store cannot tell holds up nobody', async () => {
    const { world, ann, bob } = await withBob();
    const cid = new PairedClient(editor('cid')).connect(world.rooms);
    await world.exchange(ann, bob, cid);
    const answer = world.door.rights.bind(world.door);
    world.door.rightsOf.set('cid', 'stranger');
    world.door.rights = async (actor) => {
      if (actor.kind === 'account' && actor.id === 'ann') throw new Error('a damaged row');
      return answer(actor);
    };
    await world.clock.pass(MINUTE);
    expect([ann, bob, cid].map((one) => one.closeCode)).toEqual([null, null, CLOSE.notSignedIn]);
  });

  it('SY-57 a round that hangs is given up for the next', async () => {
    const { world, bob } = await withBob();
    const answer = world.door.rights.bind(world.door);
    world.door.rights = () => new Promise<RoomRight>(() => {});
    await world.clock.pass(MINUTE);
    world.door.rights = answer;
    world.door.rightsOf.set('bob', 'stranger');
    await world.clock.pass(MINUTE);
    expect(bob.closeCode).toBe(CLOSE.notSignedIn);
  });

  it('SY-57 asks once for all pages of one person in a room, and never while nobody is connected', async () => {
    const { world, ann, bob } = await withBob();
    const pages = Array.from({ length: 5 }, () =>
      new PairedClient(editor('bob')).connect(world.rooms),
    );
    await world.exchange(ann, bob, ...pages);
    const before = world.door.asked;
    await world.clock.pass(MINUTE);
    // Two people, and a minute holds two rounds.
    expect(world.door.asked - before).toBe(4);
    for (const one of [ann, bob, ...pages]) one.cut();
    await world.clock.pass(10 * MINUTE);
    expect(world.door.asked - before).toBe(4);
    expect(world.clock.waiting).toBe(0);
  });
});
