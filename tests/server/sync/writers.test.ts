// SY-43 to SY-45: nobody writes in the name of somebody else, and honest people are never refused for it.
import { describe, expect, it } from 'vitest';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { CLOSE } from '#core/document/wire.ts';
import type { StoredRoom } from '#server/sync/ports.ts';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS, World } from './world.ts';

function words(of: { doc: Y.Doc }): string {
  return of.doc.getText('words').toString();
}

function type(client: { doc: Y.Doc }, at: number, letters: string): void {
  client.doc.getText('words').insert(at, letters);
}

/** A browser that has all that `of` has, and goes on under the same Yjs client id. */
function twin(of: { doc: Y.Doc }): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(of.doc));
  doc.clientID = of.doc.clientID;
  return doc;
}

async function withAnn(letters = 'honest') {
  const store = new MemoryStore();
  const world = new World(store);
  const ann = new PairedClient(editor('ann'), { keeps: true }).connect(world.rooms);
  await world.exchange(ann);
  type(ann, 0, letters);
  await world.exchange(ann);
  return { store, world, ann };
}

/** The room goes from memory, and another process takes over: only what is on disk is known. */
async function everybodyLeft(world: World, ...clients: PairedClient[]): Promise<void> {
  for (const client of clients) client.cut();
  await world.clock.pass(60_000);
  world.restart();
}

/** A store with what a backup had of the room. */
async function restored({ updates, authorship }: StoredRoom): Promise<MemoryStore> {
  const store = new MemoryStore();
  const at = new Date(0);
  await store.append(
    updates.map((update) => ({ room: MISSIONS, update, actorId: '', at, authorship })),
  );
  await store.noteRestored();
  return store;
}

describe('under the client id of another person', () => {
  it('SY-45 B28 refuses words while that person is there, and lets nobody have them', async () => {
    const { store, world, ann } = await withAnn();
    const eve = new PairedClient(editor('eve'), { doc: twin(ann) }).connect(world.rooms);
    type(eve, 0, 'FORGED ');
    await world.exchange(ann, eve);
    expect(eve.closeCode).toBe(CLOSE.rubbish);
    expect(words(ann)).toBe('honest');
    expect(store.writers(MISSIONS)).toEqual(['ann']);
  });

  it.each([
    ['an edit', false, false],
    ['an answer to the server', true, false],
    ['an edit, after a restart', false, true],
    ['an answer to the server, after a restart', true, true],
  ])(
    'SY-43 B28 refuses words while that person is away, by %s',
    async (_name, asAnswer, restarted) => {
      const { store, world, ann } = await withAnn();
      const doc = twin(ann);
      ann.cut();
      if (restarted) await everybodyLeft(world);
      const bob = new PairedClient(editor('bob')).connect(world.rooms);
      const eve = new PairedClient(editor('eve'), { doc });
      if (asAnswer) type(eve, 0, 'FORGED ');
      eve.connect(world.rooms);
      await world.exchange(bob, eve);
      if (!asAnswer) type(eve, 0, 'FORGED ');
      await world.exchange(bob, eve);
      expect(eve.closeCode).toBe(CLOSE.rubbish);
      expect([bob.closeCode, words(bob)]).toEqual([null, 'honest']);
      ann.connect(world.rooms);
      await world.exchange(ann, bob);
      type(ann, 6, ' words');
      await world.exchange(ann, bob);
      expect([words(bob), ann.closeCode, ann.isSaved]).toEqual(['honest words', null, true]);
      expect(store.writers(MISSIONS)).toEqual(['ann', 'ann']);
      expect(world.rooms.stats().counted.refusals.get('foreign-client')).toBe(1);
    },
  );

  it('SY-43 refuses to fill what is only said to be missing: nothing of that person waits for it', async () => {
    const { store, world, ann } = await withAnn();
    const doc = twin(ann);
    await everybodyLeft(world, ann);
    // What she writes under her own id stands after words of another that do not exist.
    const forged = twin({ doc });
    forged.clientID = doc.clientID;
    type({ doc: forged }, 6, ' FORGED');
    const own = new Y.Doc();
    Y.applyUpdate(own, Y.encodeStateAsUpdate(forged));
    const before = Y.encodeStateVector(own);
    type({ doc: own }, 13, ' after');
    const eve = new PairedClient(editor('eve')).connect(world.rooms);
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(eve, bob);
    eve.push((encoder) => sync.writeUpdate(encoder, Y.encodeStateAsUpdate(own, before)));
    await world.exchange(eve, bob);
    expect(eve.closeCode).toBeNull();
    eve.push((encoder) => sync.writeUpdate(encoder, Y.encodeStateAsUpdate(forged)));
    await world.exchange(eve, bob);
    expect([eve.closeCode, words(bob)]).toEqual([CLOSE.rubbish, 'honest']);
    expect(store.writers(MISSIONS)).toEqual(['ann', 'eve']);
  });

  it('SY-43 refuses it under the hand with which the server itself wrote before a restart', async () => {
    const { world, ann } = await withAnn();
    const edit = world.rooms.edit([MISSIONS], '', ([doc]) => doc?.getText('words').insert(0, 'S '));
    await world.clock.quiet();
    await edit;
    await world.exchange(ann);
    const [hand] = [...ann.doc.store.clients.keys()].filter((id) => id !== ann.doc.clientID);
    const doc = twin(ann);
    doc.clientID = hand ?? 0;
    await everybodyLeft(world, ann);
    const eve = new PairedClient(editor('eve'), { doc }).connect(world.rooms);
    await world.exchange(eve);
    type(eve, 0, 'FORGED ');
    await world.exchange(eve);
    expect(eve.closeCode).toBe(CLOSE.rubbish);
  });
});

describe('SY-43 honest people', () => {
  it('go on under their own id after a cut, a restart, and from another page of theirs that sends what was left', async () => {
    const { world, ann } = await withAnn();
    ann.cut();
    type(ann, 6, ' offline');
    await everybodyLeft(world);
    const left = ann.kept.unsaved;
    const page = new PairedClient(editor('ann'));
    if (left) Y.applyUpdate(page.doc, left, 'device');
    page.connect(world.rooms);
    await world.exchange(page);
    ann.connect(world.rooms);
    await world.exchange(ann, page);
    type(ann, 0, 'and ');
    await world.exchange(ann, page);
    expect([words(page), words(ann)]).toEqual(['and honest offline', 'and honest offline']);
    expect([ann.closeCode, page.closeCode]).toEqual([null, null]);
  });

  it('take out, put back and send again words of somebody who is away', async () => {
    const { world, ann } = await withAnn('honest words');
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(bob);
    await everybodyLeft(world, ann, bob);
    const undo = new Y.UndoManager(bob.doc.getText('words'));
    bob.connect(world.rooms);
    await world.exchange(bob);
    bob.doc.getText('words').delete(0, 7);
    await world.exchange(bob);
    undo.undo();
    await world.exchange(bob);
    // All that it has, others' words too, as an edit.
    const all = Y.encodeStateAsUpdate(bob.doc);
    bob.push((encoder) => sync.writeUpdate(encoder, all));
    await world.exchange(bob);
    expect([bob.closeCode, bob.refused, words(bob)]).toEqual([null, [], 'honest words']);
    expect(bob.isSaved).toBe(true);
  });

  it.each([
    ['the writer', true],
    ['somebody else', false],
  ])(
    'bring back after a restored backup what it lacks, whoever comes first: %s',
    async (_name, writerFirst) => {
      const { world, ann } = await withAnn('kept ');
      const bob = new PairedClient(editor('bob')).connect(world.rooms);
      await world.exchange(ann, bob);
      const backup = await world.store.load(MISSIONS);
      type(ann, 5, 'lost with the disk');
      await world.exchange(ann, bob);
      ann.cut();
      bob.cut();
      const again = new World(await restored(backup));
      const [first, second] = writerFirst ? [ann, bob] : [bob, ann];
      first.connect(again.rooms);
      await again.exchange(first);
      second.connect(again.rooms);
      await again.exchange(ann, bob);
      type(ann, 0, 'back: ');
      await again.exchange(ann, bob);
      expect([words(ann), words(bob)]).toEqual(Array(2).fill('back: kept lost with the disk'));
      expect([ann.closeCode, bob.closeCode]).toEqual([null, null]);
      // From now on the server has all that the writer wrote: nobody else can have more.
      const eve = new PairedClient(editor('eve'), { doc: twin(ann) });
      ann.cut();
      type(eve, 0, 'FORGED ');
      eve.connect(again.rooms);
      await again.exchange(eve, bob);
      expect([eve.closeCode, words(bob)]).toEqual([1007, 'back: kept lost with the disk']);
    },
  );

  it('are let bring what is missing before words that the writer’s device kept', async () => {
    const { world, ann } = await withAnn('kept ');
    const bob = new PairedClient(editor('bob')).connect(world.rooms);
    await world.exchange(ann, bob);
    const backup = await world.store.load(MISSIONS);
    type(ann, 5, 'lost ');
    await world.exchange(ann, bob);
    ann.cut();
    bob.cut();
    type(ann, 10, 'offline');
    const again = new World(await restored(backup));
    // A new page of hers knows nothing but what her device kept: it waits for what comes before it.
    const page = new PairedClient(editor('ann')).connect(again.rooms);
    await again.exchange(page);
    const left = ann.kept.unsaved ?? new Uint8Array();
    page.push((encoder) => sync.writeUpdate(encoder, left));
    await again.exchange(page);
    expect([words(page), page.closeCode]).toEqual(['kept ', null]);
    bob.connect(again.rooms);
    await again.exchange(page, bob);
    expect([words(page), words(bob), bob.closeCode]).toEqual([
      'kept lost offline',
      'kept lost offline',
      null,
    ]);
  });
});
