// SY-1 to SY-8: an update is on disk before anybody else has it, and a client knows what of its own is on disk.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { two, words } from './two-people.ts';
import { MISSIONS, World } from './world.ts';

describe('commit, then send', () => {
  it('SY-1 sends an update to the others only once the store has it', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const { ann, bob } = await two(world);
    let commit = () => {};
    store.hold = new Promise((resolve) => {
      commit = resolve;
    });
    ann.doc.getText('words').insert(0, 'un');
    await world.exchange(ann, bob);
    expect(words(bob)).toBe('');
    expect(ann.isSaved).toBe(false);
    commit();
    store.hold = null;
    await world.exchange(ann, bob);
    expect(words(bob)).toBe('un');
    expect(ann.isSaved).toBe(true);
  });

  it('SY-2 commits what arrived in one turn, over all rooms, in one transaction', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const clients = ['missions', 'skills', 'training'].flatMap((room) =>
      ['ann', 'bob'].map((id) => new PairedClient(editor(id), { room }).connect(world.rooms)),
    );
    await world.exchange(...clients);
    for (const client of clients) client.doc.getText('words').insert(0, client.actor.kind);
    await world.exchange(...clients);
    expect(store.appends).toEqual([6]);
  });

  it('SY-3 gives who comes in only what is on disk', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const { ann } = await two(world);
    store.failing = new Error('disk full');
    ann.doc.getText('words').insert(0, 'un');
    await world.exchange(ann);
    const cid = new PairedClient(editor('cid')).connect(world.rooms);
    await world.exchange(cid);
    expect(cid.synced).toBe(false);
    expect(cid.heard.length).toBe(1);
    store.failing = null;
    await world.clock.pass(5_000);
    await world.exchange(ann, cid);
    expect(cid.synced).toBe(true);
    expect(words(cid)).toBe('un');
  });
});

describe('what is on disk', () => {
  it('SY-4 counts deletions too, which move no state vector', async () => {
    const world = new World(new MemoryStore());
    const { ann } = await two(world);
    ann.doc.getText('words').insert(0, 'abc');
    ann.doc.getText('words').delete(1, 1);
    expect(ann.isSaved).toBe(false);
    await world.exchange(ann);
    expect([ann.sent, ann.saved]).toEqual([2, 2]);
    expect(ann.savedVector).toEqual(Y.encodeStateVector(ann.doc));
  });

  it('SY-4 counts what repeats something that is under way only with that', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const { ann, bob } = await two(world);
    store.failing = new Error('read-only');
    ann.doc.getText('words').insert(0, 'un');
    const again = ann.toServer[0] ?? new Uint8Array();
    await world.exchange(ann);
    bob.pushRaw(again);
    await world.exchange(ann, bob);
    expect([ann.saved, bob.saved]).toEqual([0, 0]);
    store.failing = null;
    await world.clock.pass(5_000);
    await world.exchange(ann, bob);
    expect([ann.saved, bob.saved]).toEqual([1, 1]);
    expect(store.writers(MISSIONS)).toEqual(['ann']);
  });

  it('SY-5 refuses a reader by number and reason, and nobody gets it, now or after a restart', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const { ann, bob } = await two(world);
    ann.doc.getText('words').insert(0, 'un');
    await world.exchange(ann, bob);
    world.door.rightsOf.set('eve', 'read');
    const eve = new PairedClient(editor('eve')).connect(world.rooms);
    await world.exchange(eve);
    expect(words(eve)).toBe('un');
    eve.doc.getText('words').insert(0, 'PIRATE');
    eve.doc.getText('words').delete(0, 1);
    await world.exchange(ann, bob, eve);
    expect(eve.refused).toEqual([
      { n: 1, reason: 'read-only' },
      { n: 2, reason: 'read-only' },
    ]);
    // Coming back, it brings the same as the answer to the server's step 1.
    eve.cut();
    eve.connect(world.rooms);
    await world.exchange(ann, bob, eve);
    expect(eve.refused.at(-1)).toEqual({ n: 1, reason: 'read-only' });
    expect(eve.isSaved).toBe(false);
    world.restart();
    const cid = new PairedClient(editor('cid')).connect(world.rooms);
    await world.exchange(cid);
    expect([words(ann), words(bob), words(cid)]).toEqual(['un', 'un', 'un']);
  });

  it('SY-5 lets a reader answer with what is known already', async () => {
    const world = new World(new MemoryStore());
    const { ann } = await two(world);
    ann.doc.getText('words').insert(0, 'abc');
    ann.doc.getText('words').delete(0, 2);
    await world.exchange(ann);
    world.door.rightsOf.set('eve', 'read');
    const eve = new PairedClient(editor('eve')).connect(world.rooms);
    await world.exchange(eve);
    eve.cut();
    eve.connect(world.rooms);
    await world.exchange(eve);
    expect(eve.refused).toEqual([]);
    expect([eve.sent, eve.saved]).toEqual([1, 1]);
  });
});

describe('after a cut', () => {
  it('SY-6 a client that comes back pushes before it pulls', async () => {
    const world = new World(new MemoryStore());
    const { ann } = await two(world);
    ann.cut();
    ann.doc.getText('words').insert(0, 'offline');
    ann.connect(world.rooms);
    await world.clock.quiet();
    ann.deliverToClient(1);
    expect(ann.toServer.length).toBe(2);
    expect(ann.sent).toBe(1);
    await world.exchange(ann);
    expect(ann.isSaved).toBe(true);
  });

  it('SY-6 what was applied and not on disk is sent again, and then told as saved', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const { ann } = await two(world);
    store.failing = new Error('locked');
    ann.doc.getText('words').insert(0, 'un');
    await world.exchange(ann);
    ann.cut();
    ann.connect(world.rooms);
    await world.exchange(ann);
    expect([ann.sent, ann.isSaved]).toEqual([1, false]);
    store.failing = null;
    await world.clock.pass(5_000);
    await world.exchange(ann);
    expect([ann.sent, ann.saved]).toEqual([1, 1]);
    world.restart();
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(bob);
    expect(words(bob)).toBe('un');
  });

  it('SY-8 a client whose server died before the commit brings the words back, once', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const { ann, bob } = await two(world);
    ann.doc.getText('words').insert(0, 'un');
    await world.clock.quiet();
    ann.deliverToServer();
    world.restart();
    for (const client of [ann, bob]) {
      client.cut();
      client.connect(world.rooms);
    }
    await world.exchange(ann, bob);
    expect(words(bob)).toBe('un');
    expect(store.writers(MISSIONS)).toEqual(['ann']);
  });
});

describe('store trouble', () => {
  it('SY-7 keeps, tries again, sends nothing meanwhile, and then all is there', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const { ann, bob } = await two(world);
    store.failing = new Error('disk full');
    for (const word of ['un ', 'deux ', 'trois ']) {
      ann.doc.getText('words').insert(words(ann).length, word);
      await world.exchange(ann, bob);
      await world.clock.pass(2_000);
    }
    expect(words(bob)).toBe('');
    expect(world.rooms.trouble).not.toBeNull();
    expect(world.log.lines.filter((line) => line.level === 'error').length).toBe(1);
    store.failing = null;
    await world.clock.pass(2_000);
    await world.exchange(ann, bob);
    expect(words(bob)).toBe('un deux trois ');
    expect(ann.isSaved).toBe(true);
    expect(world.rooms.trouble).toBeNull();
  });

  it('SY-7 a room that the store refuses holds up no other', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const ann = new PairedClient(editor('ann'), { room: 'missions' }).connect(world.rooms);
    const bob = new PairedClient(editor('bob'), { room: 'skills' }).connect(world.rooms);
    const cid = new PairedClient(editor('cid'), { room: 'training' }).connect(world.rooms);
    await world.exchange(ann, bob, cid);
    store.failsFor = (room) => room.room === 'missions';
    for (let i = 0; i < 5; i++) {
      for (const client of [ann, bob, cid]) client.doc.getText('words').insert(0, `${i}`);
      await world.exchange(ann, bob, cid);
      await world.clock.pass(1_000);
    }
    await world.exchange(ann, bob, cid);
    expect([ann.isSaved, bob.isSaved, cid.isSaved]).toEqual([false, true, true]);
    store.failsFor = null;
    await world.clock.pass(5_000);
    await world.exchange(ann);
    expect(ann.isSaved).toBe(true);
  });
});
