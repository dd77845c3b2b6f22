// SY-3, SY-8, SY-9: the log replays to the same text, and what the server itself reads and writes goes the way of a keystroke.
import { describe, expect, it } from 'vitest';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { CLOSE } from '#core/document/wire.ts';
import { RoomUnavailable } from '#server/sync/unavailable.ts';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { two, words } from './two-people.ts';
import { MISSIONS, World } from './world.ts';

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

  it('SY-8 keeps an update whose predecessors are missing, once, until they come', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const { ann, bob } = await two(world);
    const source = new Y.Doc();
    const updates: Uint8Array[] = [];
    source.on('update', (update: Uint8Array) => updates.push(update));
    source.getText('words').insert(0, 'un ');
    source.getText('words').insert(3, 'deux ');
    source.getText('words').insert(8, 'trois ');
    const [first, second, third] = updates;
    if (!first || !second || !third) throw new Error('three updates');
    for (const update of [second, second, third, third]) {
      ann.push((encoder) => sync.writeUpdate(encoder, update));
      await world.exchange(ann, bob);
    }
    expect([ann.sent, ann.saved]).toEqual([4, 4]);
    expect(store.writers(MISSIONS)).toEqual(['ann', 'ann']);
    world.restart();
    bob.cut();
    bob.connect(world.rooms);
    await world.exchange(bob);
    Y.applyUpdate(bob.doc, first);
    await world.exchange(bob);
    expect(words(bob)).toBe('un deux trois ');
    world.restart();
    const cid = new PairedClient(editor('cid')).connect(world.rooms);
    await world.exchange(cid);
    expect(words(cid)).toBe('un deux trois ');
  });
});

describe('the server writes', () => {
  it('SY-9 through the same door: committed, then seen, as one act over several rooms', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const { ann, bob } = await two(world);
    const names = [MISSIONS, { ...MISSIONS, room: 'skills' }];
    const done = world.rooms.edit(names, 'cli', (docs) => {
      for (const doc of docs) doc.getText('words').insert(0, 'import');
      return docs.length;
    });
    await world.exchange(ann, bob);
    expect(await done).toBe(2);
    expect(store.appends).toEqual([2]);
    expect(store.writers(MISSIONS)).toEqual(['cli']);
    expect([words(ann), words(bob)]).toEqual(['import', 'import']);
  });

  it('SY-9 keeps nothing of an act that throws, and the text is whole', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const { ann, bob } = await two(world);
    ann.doc.getText('words').insert(0, 'un');
    await world.exchange(ann, bob);
    const done = world.rooms.edit([MISSIONS], 'cli', ([doc]) => {
      doc?.getText('words').insert(0, 'half');
      throw new Error('a bug');
    });
    await expect(done).rejects.toThrow('a bug');
    expect(ann.closeCode).toBe(CLOSE.restarting);
    for (const client of [ann, bob]) {
      client.cut();
      client.connect(world.rooms);
    }
    await world.exchange(ann, bob);
    expect([words(ann), words(bob)]).toEqual(['un', 'un']);
    expect(store.writers(MISSIONS)).toEqual(['ann']);
  });

  it('SY-9 says so when the store takes nothing', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const { ann } = await two(world);
    store.failing = new Error('disk full');
    ann.doc.getText('words').insert(0, 'un');
    await world.exchange(ann);
    const done = world.rooms.edit([MISSIONS], 'cli', () => {});
    await expect(done).rejects.toBeInstanceOf(RoomUnavailable);
  });

  it('SY-3 and reads only what is on disk', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    const { ann } = await two(world);
    let commit = () => {};
    store.hold = new Promise((resolve) => {
      commit = resolve;
    });
    ann.doc.getText('words').insert(0, 'un');
    await world.exchange(ann);
    let seen: string | null = null;
    const reading = world.rooms
      .read(MISSIONS, (doc) => doc.getText('words').toString())
      .then((text) => {
        seen = text;
      });
    await world.clock.quiet();
    expect(seen).toBeNull();
    store.hold = null;
    commit();
    await reading;
    expect(seen).toBe('un');
  });
});
