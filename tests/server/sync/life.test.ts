// SY-13, SY-18 to SY-23: a room is loaded once, compacted, left, and never shows or keeps a text that is not its own.
import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '#core/document/wire.ts';
import type { RoomLimits } from '#server/sync/limits.ts';
import { LiveText } from '#server/sync/live-text.ts';
import { RoomUnavailable } from '#server/sync/unavailable.ts';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS, World } from './world.ts';

function fail(error: unknown): never {
  throw error;
}

function words(client: PairedClient): string {
  return client.doc.getText('words').toString();
}

async function written(limits: Partial<RoomLimits> = {}, text = 'some words') {
  const store = new MemoryStore();
  const world = new World(store, limits);
  const ann = new PairedClient(editor('ann')).connect(world.rooms);
  await world.exchange(ann);
  for (const letter of text) {
    ann.doc.getText('words').insert(ann.doc.getText('words').length, letter);
    await world.exchange(ann);
  }
  return { store, world, ann };
}

describe('loading', () => {
  it('SY-18 loads a room once, however many come at once', async () => {
    const { store, world, ann } = await written();
    world.restart();
    ann.cut();
    const before = store.loads;
    const many = Array.from({ length: 50 }, (_, i) =>
      new PairedClient(editor(`e${i}`)).connect(world.rooms),
    );
    await world.exchange(...many);
    expect(store.loads - before).toBe(1);
    expect(new Set(many.map(words))).toEqual(new Set(['some words']));
  });

  it.each([
    [
      'overwritten in the middle',
      (bytes: Uint8Array) => bytes.map((byte, i) => (i > 2 ? byte ^ 0xff : byte)),
    ],
    ['cut short', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 3)],
  ])(
    'SY-19 says that a text is damaged when its bytes are %s, and leaves them as they are',
    async (_how, change) => {
      const { store, world, ann } = await written();
      store.damage(MISSIONS, change);
      const damaged = await store.load(MISSIONS);
      world.restart();
      ann.cut();
      const bob = new PairedClient(editor('bob')).connect(world.rooms);
      const cid = new PairedClient(editor('cid'), { room: 'skills' }).connect(world.rooms);
      bob.doc.getText('words').insert(0, 'over it');
      await world.exchange(bob, cid);
      expect(bob.socket?.closed).toEqual({ code: CLOSE.unreadable, reason: 'unreadable' });
      expect(bob.heard).toEqual([]);
      expect(cid.synced).toBe(true);
      await expect(world.rooms.read(MISSIONS, () => 0)).rejects.toEqual(
        new RoomUnavailable(MISSIONS, 'unreadable'),
      );
      await expect(world.rooms.edit([MISSIONS], 'cli', () => 0)).rejects.toThrow(RoomUnavailable);
      await world.clock.pass(60_000);
      expect(await store.load(MISSIONS)).toEqual(damaged);
      expect(world.log.lines.filter((line) => line.level === 'error').length).toBe(1);
    },
  );

  it('SY-19 asks a store that did not answer again later, and the text is there', async () => {
    const { store, world, ann } = await written();
    world.restart();
    ann.cut();
    store.failing = new Error('locked');
    ann.connect(world.rooms);
    await world.exchange(ann);
    expect(ann.socket?.closed).toEqual({ code: CLOSE.unreadable, reason: 'unavailable' });
    store.failing = null;
    await world.clock.pass(5_000);
    ann.cut();
    ann.connect(world.rooms);
    await world.exchange(ann);
    expect(ann.synced).toBe(true);
    expect(words(ann)).toBe('some words');
  });
});

describe('compaction', () => {
  it('SY-20 replaces a long log by one state, and the text is the same', async () => {
    const { store, world, ann } = await written(
      { compactUpdates: 8 },
      'a long text of many letters',
    );
    expect(store.compactions).toBeGreaterThan(1);
    expect((await store.load(MISSIONS)).updates.length).toBeLessThan(8);
    world.restart();
    ann.cut();
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(bob);
    expect(words(bob)).toBe('a long text of many letters');
  });

  it('SY-20 replaces a log of few but large updates once everybody left, and then gives the disk back', async () => {
    const { store, world, ann } = await written({ compactBytesWhenLeft: 1_024 }, 'few');
    let given = 0;
    const giving = Object.assign(store, { giveBack: async () => void given++ });
    ann.doc.getText('words').insert(0, 'many words at once '.repeat(200));
    await world.exchange(ann);
    expect([giving.compactions, given]).toEqual([0, 0]);
    ann.cut();
    await world.clock.pass(10_000);
    expect([giving.compactions, given]).toEqual([1, 1]);
    expect((await store.load(MISSIONS)).updates).toEqual([]);
  });

  it('SY-20 loses nothing that is written while the state is being committed, nor when that fails', async () => {
    const { store, world, ann } = await written({ compactUpdates: 8 }, '1234567');
    const compact = store.compact.bind(store);
    let finish = () => {};
    store.compact = async (...all) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return compact(...all);
    };
    for (const letter of '89abc') {
      ann.doc.getText('words').insert(ann.doc.getText('words').length, letter);
      await world.exchange(ann);
    }
    finish();
    await world.exchange(ann);
    store.compact = async () => {
      throw new Error('disk full');
    };
    for (const letter of 'defghijk') {
      ann.doc.getText('words').insert(ann.doc.getText('words').length, letter);
      await world.exchange(ann);
    }
    expect(ann.isSaved).toBe(true);
    world.restart();
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(bob);
    expect(words(bob)).toBe('123456789abcdefghijk');
  });
});

describe('leaving', () => {
  it('SY-21 goes from memory a while after everybody left', async () => {
    const { world, ann } = await written();
    ann.cut();
    await world.clock.pass(4_000);
    expect(world.rooms.stats().rooms).toBe(1);
    await world.clock.pass(2_000);
    expect(world.rooms.stats()).toMatchObject({ rooms: 0, connections: 0, unsaved: 0 });
  });

  it('SY-21 stays until all is on disk', async () => {
    const { store, world, ann } = await written();
    store.failing = new Error('disk full');
    ann.doc.getText('words').insert(0, 'and ');
    await world.exchange(ann);
    ann.cut();
    await world.clock.pass(60_000);
    expect(world.rooms.stats().rooms).toBe(1);
    store.failing = null;
    await world.clock.pass(10_000);
    expect(world.rooms.stats().rooms).toBe(0);
    ann.connect(world.rooms);
    await world.exchange(ann);
    expect(words(ann)).toBe('and some words');
  });

  it('SY-21 is found whole by who comes while it is being compacted to go', async () => {
    const { store, world, ann } = await written({ compactUpdatesWhenLeft: 1 });
    const compact = store.compact.bind(store);
    let finish = () => {};
    store.compact = async (...all) => {
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return compact(...all);
    };
    ann.cut();
    await world.clock.pass(6_000);
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(bob);
    bob.doc.getText('words').insert(0, 'and ');
    await world.exchange(bob);
    finish();
    await world.exchange(bob);
    expect(bob.isConnected).toBe(true);
    world.restart();
    const cid = new PairedClient(editor('cid')).connect(world.rooms);
    await world.exchange(cid);
    expect(words(cid)).toBe('and some words');
  });

  it('SY-21 leaves nothing behind of thousands of rooms', async () => {
    const store = new MemoryStore();
    const world = new World(store);
    for (let i = 0; i < 40; i++) {
      const clients = Array.from({ length: 50 }, (_, j) =>
        new PairedClient(editor('ann'), { room: `r${i}-${j}` }).connect(world.rooms),
      );
      await world.exchange(...clients);
      for (const client of clients) client.cut();
      await world.clock.pass(6_000);
      expect(world.rooms.stats()).toMatchObject({ rooms: 0, connections: 0 });
    }
    expect(world.clock.waiting).toBeLessThan(10);
  });

  it('SY-30 keeps deleted words for a while, and not for ever', () => {
    const text = new LiveText({ state: null, updates: [], upTo: 0 }, fail);
    text.doc.getText('words').insert(0, 'x'.repeat(5_000));
    text.doc.getText('words').delete(10, 4_000);
    const size = (kept: number) => text.stateAtRest(kept).length;
    expect(size(10_000)).toBe(text.state().length);
    expect(size(1_000)).toBeLessThan(2_000);
    const again = new LiveText({ state: text.stateAtRest(1_000), updates: [], upTo: 0 }, fail);
    expect(again.doc.getText('words').toString()).toBe('x'.repeat(1_000));
    expect(again.vector()).toEqual(text.vector());
  });
});

describe('while it lives', () => {
  it('SY-22 lets nobody wait 20 s for a word', async () => {
    const { world, ann } = await written();
    ann.heard.length = 0;
    for (let i = 0; i < 6; i++) {
      const before = ann.heard.length;
      await world.clock.pass(20_000);
      ann.deliverToClient();
      expect(ann.heard.length).toBeGreaterThan(before);
    }
    ann.cut();
    await world.clock.pass(60_000);
    expect(world.clock.waiting).toBe(0);
  });

  it('SY-13 throws a document away that an update broke, and reads it anew', async () => {
    const { world, ann } = await written();
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(ann, bob);
    const apply = vi.spyOn(LiveText.prototype, 'take').mockImplementationOnce(function (
      this: LiveText,
    ) {
      this.doc.getText('words').insert(0, 'half of ');
      throw new Error('in the middle');
    });
    bob.doc.getText('words').insert(0, 'bad ');
    await world.exchange(ann, bob);
    apply.mockRestore();
    expect([ann.closeCode, bob.closeCode]).toEqual([CLOSE.restarting, CLOSE.rubbish]);
    ann.cut();
    ann.connect(world.rooms);
    await world.exchange(ann);
    expect(words(ann)).toBe('some words');
  });

  it('SY-23 at the end commits everything, then sends everybody off, and lets nobody in', async () => {
    const { store, world, ann } = await written();
    let commit = () => {};
    store.hold = new Promise((resolve) => {
      commit = resolve;
    });
    ann.doc.getText('words').insert(0, 'last ');
    ann.deliverToServer();
    const end = world.rooms.closeAll();
    await world.clock.quiet();
    expect(ann.isConnected).toBe(true);
    store.hold = null;
    commit();
    await world.clock.quiet();
    await end;
    ann.deliverToClient();
    expect([ann.closeCode, ann.isSaved]).toEqual([CLOSE.restarting, true]);
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(bob);
    expect(bob.closeCode).toBe(CLOSE.restarting);
    const replayed = new Y.Doc();
    for (const update of (await store.load(MISSIONS)).updates) Y.applyUpdate(replayed, update);
    expect(replayed.getText('words').toString()).toBe('last some words');
  });
});
