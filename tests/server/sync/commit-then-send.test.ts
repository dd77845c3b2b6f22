// SY-1 to SY-9: an update is on disk before anybody else has it, and a client knows what of its own is on disk.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS, World } from './world.ts';

function words(client: PairedClient): string {
  return client.doc.getText('words').toString();
}

async function two(world: World) {
  const ann = new PairedClient(editor('ann')).connect(world.rooms);
  const bob = new PairedClient(editor('bob')).connect(world.rooms);
  await world.exchange(ann, bob);
  return { ann, bob };
}

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
});

describe('the log', () => {
  it('SY-8 replays to the text, each update once', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const { ann, bob } = await two(world);
    for (let i = 0; i < 20; i++) {
      ann.doc.getText('words').insert(0, `a${i} `);
      bob.doc.getText('words').insert(0, `b${i} `);
      await world.exchange(ann, bob);
    }
    const stored = await store.load(MISSIONS);
    const replayed = new Y.Doc();
    for (const update of stored.updates) Y.applyUpdate(replayed, update);
    expect(replayed.getText('words').toString()).toBe(words(ann));
    expect(words(ann)).toBe(words(bob));
  });
});
