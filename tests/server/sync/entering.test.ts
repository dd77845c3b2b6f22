// SY-10, SY-12, SY-14 to SY-17: who comes in, what is too much.
import { describe, expect, it } from 'vitest';
import { CLOSE, GRAMMAR } from '#core/document/wire.ts';
import { type Actor, ANONYMOUS } from '#core/policy.ts';
import type { RoomLimits } from '#server/sync/limits.ts';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS, World } from './world.ts';

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

describe('coming in', () => {
  const cases: [
    string,
    { actor?: Actor; slug?: string; grammar?: number | null; right?: 'none' | 'stranger' },
    number,
  ][] = [
    ['not signed in', { actor: ANONYMOUS }, CLOSE.notSignedIn],
    [
      'not signed in, whatever else is wrong',
      { actor: ANONYMOUS, grammar: 99, slug: 'x' },
      CLOSE.notSignedIn,
    ],
    ['signed out meanwhile', { right: 'stranger' }, CLOSE.notSignedIn],
    ['no grammar', { grammar: null }, CLOSE.otherGrammar],
    ['an older grammar', { grammar: GRAMMAR - 1 }, CLOSE.otherGrammar],
    ['a newer grammar, and no such room', { grammar: GRAMMAR + 1, slug: 'x' }, CLOSE.otherGrammar],
    ['no such room, and no right', { slug: 'x', right: 'none' }, CLOSE.noRoom],
    ['no room named', { slug: '' }, CLOSE.noRoom],
    ['no right', { right: 'none' }, CLOSE.noRight],
  ];
  it.each(cases)('SY-10 is refused before any byte: %s', async (_name, wrong, code) => {
    const { store, world, ann } = await withAnn();
    const eve = new PairedClient(wrong.actor ?? editor('eve'), { slug: wrong.slug ?? 'f' });
    if (wrong.grammar !== undefined) eve.grammar = wrong.grammar;
    if (wrong.right) world.door.rightsOf.set('eve', wrong.right);
    eve.doc.getText('words').insert(0, 'PIRATE');
    eve.connect(world.rooms);
    eve.doc.getText('words').insert(0, 'PIRATE');
    eve.deliverToServer();
    const closed = eve.connection;
    await world.exchange(ann);
    expect(eve.closeCode).toBe(code);
    expect(eve.socket?.toClient).toEqual([]);
    // And what it goes on sending is dropped.
    closed?.receive(new Uint8Array([0, 2, 2, 0, 0]));
    await world.exchange(ann);
    expect(words(ann)).toBe('SECRET');
    expect(store.writers(MISSIONS)).toEqual(['ann']);
  });

  it('SY-10 takes what came early once it is let in', async () => {
    const { world, ann } = await withAnn();
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    bob.doc.getText('words').insert(0, 'early ');
    bob.deliverToServer();
    await world.exchange(ann, bob);
    expect(words(ann)).toContain('early ');
    expect(words(ann)).toBe(words(bob));
  });
});

describe('the end of a framework', () => {
  it('closes a framework’s rooms with the code and reason given', async () => {
    const { store, world, ann } = await withAnn();
    const bob = new PairedClient(editor('bob'), { slug: 'f2' }).connect(world.rooms);
    await world.exchange(ann, bob);
    store.failing = new Error('no such framework any more');
    ann.doc.getText('words').insert(0, 'late');
    await world.exchange(ann);
    const closing = world.rooms.closeFramework('id-of-f', CLOSE.noRoom, 'deleted');
    await world.clock.quiet();
    await closing;
    expect([ann.socket?.closed, bob.isConnected]).toEqual([
      { code: CLOSE.noRoom, reason: 'deleted' },
      true,
    ]);
    store.failing = null;
    await world.clock.pass(10_000);
    expect(store.writers(MISSIONS)).toEqual(['ann']);
    expect(world.rooms.stats().rooms).toBe(1);
  });
});

describe('too much', () => {
  it.each([
    ['rubbish', new Uint8Array([9, 9, 9]), CLOSE.rubbish],
    ['an update that is none', new Uint8Array([0, 2, 3, 1, 1, 1]), CLOSE.rubbish],
    ['a state vector that is none', new Uint8Array([0, 0, 1, 200]), CLOSE.rubbish],
    ['too large a message', new Uint8Array(2_000), CLOSE.tooLarge],
  ])('SY-12, SY-14 closes who sends %s, and nobody else', async (_name, frame, code) => {
    const { world, ann } = await withAnn({ messageBytes: 1_000 });
    const eve = new PairedClient(editor('eve')).connect(world.rooms);
    await world.exchange(ann, eve);
    eve.pushRaw(frame);
    await world.exchange(ann, eve);
    expect(eve.closeCode).toBe(code);
    ann.doc.getText('words').insert(0, 'on ');
    await world.exchange(ann);
    expect([ann.isConnected, ann.isSaved, words(ann)]).toEqual([true, true, 'on SECRET']);
  });

  it('SY-15 closes who does not read, and queues nothing more', async () => {
    const { world, ann } = await withAnn({ unreadBytes: 10_000 });
    const eve = new PairedClient(editor('eve')).connect(world.rooms);
    await world.exchange(ann, eve);
    let most = 0;
    for (let i = 0; i < 50; i++) {
      ann.doc.getText('words').insert(0, 'x'.repeat(1_000));
      await world.exchange(ann);
      most = Math.max(most, eve.socket?.queuedBytes ?? 0);
    }
    expect(eve.closeCode).toBe(CLOSE.slowReader);
    expect(most).toBeLessThan(12_000);
    expect(world.rooms.stats().connections).toBe(1);
  });

  it('SY-16 counts connections of a person over all rooms, not those of a token', async () => {
    const { world } = await withAnn({ connectionsPerPerson: 3 });
    const open = (actor: Actor) =>
      ['a', 'b', 'c', 'd'].map((room) => new PairedClient(actor, { room }).connect(world.rooms));
    const bobs = open(editor('bob'));
    const tokens = open({ kind: 'token', id: 't', name: 'T', role: 'editor' });
    await world.exchange(...bobs, ...tokens);
    expect(bobs.map((bob) => bob.closeCode)).toEqual([null, null, null, CLOSE.tooMany]);
    expect(tokens.map((token) => token.closeCode)).toEqual([null, null, null, null]);
    bobs[0]?.cut();
    const again = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(again);
    expect(again.isConnected).toBe(true);
  });

  it('SY-16 takes a burst of updates, and more as time goes by, but no flood', async () => {
    const { world, ann } = await withAnn({ updatesAtOnce: 20, updatesPerSecond: 2 });
    for (let round = 0; round < 5; round++) {
      for (let i = 0; i < 15; i++) ann.doc.getText('words').insert(0, 'a');
      await world.exchange(ann);
      await world.clock.pass(10_000);
    }
    expect(ann.isConnected).toBe(true);
    for (let i = 0; i < 30; i++) ann.doc.getText('words').insert(0, 'a');
    await world.exchange(ann);
    expect(ann.closeCode).toBe(CLOSE.tooMany);
  });

  it('SY-17 a full room says so by message 101 and stays whole', async () => {
    const { world, ann } = await withAnn({ roomBytes: 2_000 });
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(ann, bob);
    ann.doc.getText('words').insert(0, 'x'.repeat(3_000));
    await world.exchange(ann, bob);
    expect(ann.refused).toEqual([{ n: 2, reason: 'room-full' }]);
    expect([ann.isSaved, words(bob)]).toEqual([false, 'SECRET']);
  });

  it('SY-17 what waits for a store that takes nothing fills a room too', async () => {
    const { store, world, ann } = await withAnn({ roomBytes: 5_000 });
    store.failing = new Error('locked');
    for (let i = 0; i < 6; i++) {
      ann.doc.getText('words').insert(0, 'x'.repeat(1_000));
      await world.exchange(ann);
    }
    expect(ann.refused.map(({ reason }) => reason)).toEqual(['room-full', 'room-full']);
    store.failing = null;
    await world.clock.pass(5_000);
    await world.exchange(ann);
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(bob);
    expect(words(bob)).toBe(`${'x'.repeat(4_000)}SECRET`);
  });

  it('SY-17 what only takes out goes into a full room', async () => {
    const { world, ann } = await withAnn({ roomBytes: 2_000 });
    const text = ann.doc.getText('words');
    text.insert(0, 'x'.repeat(1_900));
    await world.exchange(ann);
    text.delete(0, 1_900);
    await world.exchange(ann);
    expect([ann.refused, ann.isSaved]).toEqual([[], true]);
    text.insert(0, 'y'.repeat(200));
    await world.exchange(ann);
    expect(ann.refused.map(({ reason }) => reason)).toEqual(['room-full']);
  });
});
