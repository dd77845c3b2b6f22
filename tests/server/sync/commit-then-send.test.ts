// SY-1 to SY-9: an update is on disk before anybody else has it, and a client knows what of its own is on disk.
import { describe, expect, it } from 'vitest';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { CLOSE } from '#core/document/wire.ts';
import { RoomUnavailable } from '#server/sync/unavailable.ts';
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
