// SY-48: where people are in a room and nobody writes, its log becomes one state and what was deleted gives its memory back.
import { expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { RoomLimits } from '#server/sync/limits.ts';
import { LiveText } from '#server/sync/live-text.ts';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS, World } from './world.ts';

const QUIET_MS = 60_000;
const KEPT = 1_000;

async function people(limits: Partial<RoomLimits> = {}) {
  const store = new MemoryStore();
  const world = new World(store, { deletedKept: KEPT, ...limits });
  const [ann, bob] = [editor('ann'), editor('bob')].map((one) =>
    new PairedClient(one, { keeps: true }).connect(world.rooms),
  );
  if (!ann || !bob) throw new Error('two');
  await world.exchange(ann, bob);
  return { store, world, ann, bob };
}

function paragraph(client: PairedClient, words: string): Y.XmlText {
  const made = new Y.XmlElement('paragraph');
  const text = new Y.XmlText(words);
  made.insert(0, [text]);
  client.doc.getXmlFragment('preamble').push([made]);
  return text;
}

function words(doc: Y.Doc): string {
  return doc
    .getXmlFragment('preamble')
    .toString()
    .replace(/<[^>]+>/g, ' ')
    .trim();
}

/** Writes and takes away `length` characters in many pieces, each a struct of its own. */
async function churn(world: World, client: PairedClient, other: PairedClient, length: number) {
  const text = paragraph(client, '.');
  for (let i = 0; i < length / 10; i++) {
    text.insert(0, 'dix lettre');
    text.delete(0, 10);
    if (i % 20 === 0) await world.exchange(client, other);
  }
  await world.exchange(client, other);
}

/** The room's document as the server has it now. */
async function live(world: World): Promise<Y.Doc> {
  const reading = world.rooms.read(MISSIONS, (doc) => doc);
  await world.clock.quiet();
  return reading;
}

function deadCharacters(doc: Y.Doc): number {
  let dead = 0;
  for (const structs of doc.store.clients.values()) {
    for (const one of structs) {
      if (one instanceof Y.Item && one.deleted && one.content instanceof Y.ContentString)
        dead += one.length;
    }
  }
  return dead;
}

it('SY-48 gives back what was deleted once nobody writes, and all go on with the same text', async () => {
  const { store, world, ann, bob } = await people();
  paragraph(ann, 'elle reste');
  await churn(world, ann, bob, 5_000);
  const before = await live(world);
  expect(deadCharacters(before)).toBeGreaterThan(4_000);
  await world.clock.pass(2 * QUIET_MS);
  const after = await live(world);
  expect(after).not.toBe(before);
  expect(deadCharacters(after)).toBe(0);
  expect(Y.encodeStateVector(after)).toEqual(Y.encodeStateVector(before));
  expect((await store.load(MISSIONS)).updates).toEqual([]);
  expect([ann.isConnected, bob.isConnected]).toEqual([true, true]);
  paragraph(bob, 'et lui aussi');
  paragraph(ann, 'encore');
  await world.exchange(ann, bob);
  expect([ann.isSaved, bob.isSaved]).toEqual([true, true]);
  expect(words(ann.doc)).toBe(words(bob.doc));
  expect(words(await live(world))).toBe(words(ann.doc));
  world.restart();
  const cid = new PairedClient(editor('cid')).connect(world.rooms);
  await world.exchange(cid);
  expect(words(cid.doc)).toBe(words(ann.doc));
});

it('SY-48 bounds the memory of a whole day in an open page', async () => {
  const { world, ann, bob } = await people();
  const sizes: number[] = [];
  for (let hour = 0; hour < 12; hour++) {
    await churn(world, ann, bob, 3_000);
    await world.clock.pass(2 * QUIET_MS);
    sizes.push(Y.encodeStateAsUpdate(await live(world)).length);
  }
  expect(Math.max(...sizes)).toBeLessThan(2_000);
});

it('SY-48 leaves a text alone while somebody writes now and then', async () => {
  const { world, ann, bob } = await people();
  await churn(world, ann, bob, 5_000);
  const before = await live(world);
  const text = paragraph(ann, '');
  for (let i = 0; i < 10; i++) {
    text.insert(0, 'a');
    await world.exchange(ann, bob);
    await world.clock.pass(QUIET_MS - 1_000);
  }
  expect(await live(world)).toBe(before);
  await world.clock.pass(QUIET_MS);
  expect(await live(world)).not.toBe(before);
});

it('SY-48 keeps few deleted words, so that late ones find their place, and still shortens the log', async () => {
  const { store, world, ann, bob } = await people();
  const text = paragraph(ann, 'un deux trois');
  for (let i = 0; i < 60; i++) {
    text.insert(0, 'x');
    text.delete(0, 1);
    await world.exchange(ann, bob);
  }
  const before = await live(world);
  await world.clock.pass(2 * QUIET_MS);
  expect(await live(world)).toBe(before);
  expect((await store.load(MISSIONS)).updates).toEqual([]);
  expect(store.compactions).toBe(1);
  await world.clock.pass(50 * QUIET_MS);
  expect(store.compactions).toBe(1);
});

it('SY-48 goes on with what it has while somebody begins to write as the state is being committed', async () => {
  const { store, world, ann, bob } = await people();
  await churn(world, ann, bob, 5_000);
  const before = await live(world);
  const compact = store.compact.bind(store);
  let finish = () => {};
  store.compact = async (...all) => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return compact(...all);
  };
  await world.clock.pass(QUIET_MS + 1_000);
  paragraph(bob, 'pendant ce temps');
  await world.exchange(ann, bob);
  finish();
  await world.exchange(ann, bob);
  expect(await live(world)).toBe(before);
  store.compact = compact;
  await world.clock.pass(2 * QUIET_MS);
  expect(deadCharacters(await live(world))).toBe(0);
  world.restart();
  expect(words(await live(world))).toBe(words(bob.doc));
  expect(words(bob.doc)).toContain('pendant ce temps');
});

it('SY-48 changes nothing when the state is not taken, and tries again', async () => {
  const { store, world, ann, bob } = await people();
  await churn(world, ann, bob, 5_000);
  const before = await live(world);
  const compact = store.compact.bind(store);
  store.compact = () => Promise.reject(new Error('disk full'));
  await world.clock.pass(3 * QUIET_MS);
  expect(await live(world)).toBe(before);
  expect((await store.load(MISSIONS)).updates.length).toBeGreaterThan(0);
  store.compact = compact;
  await world.clock.pass(2 * QUIET_MS);
  expect(deadCharacters(await live(world))).toBe(0);
});

it('SY-48, SY-27 variant: words typed before the rest into a paragraph that was deleted in it still come back', async () => {
  const { world, ann, bob } = await people();
  const text = paragraph(bob, 'le titre');
  await world.exchange(ann, bob);
  bob.cut();
  text.insert(text.length, ' de Bob');
  ann.doc.transact(() => {
    const preamble = ann.doc.getXmlFragment('preamble');
    preamble.delete(0, 1);
    const again = new Y.XmlElement('heading');
    again.insert(0, [new Y.XmlText('le titre')]);
    preamble.insert(0, [again]);
  });
  await churn(world, ann, ann, 5_000);
  await world.clock.pass(2 * QUIET_MS);
  expect(deadCharacters(await live(world))).toBe(0);
  bob.connect(world.rooms);
  await world.exchange(ann, bob);
  expect(words(ann.doc)).toContain('de Bob');
  expect(words(ann.doc)).toBe(words(bob.doc));
});

it('SY-48, SY-45 variant: the server goes on under its own ids, and nobody else may', async () => {
  const { world, ann, bob } = await people();
  const write = async (text: string) => {
    const writing = world.rooms.edit([MISSIONS], 'cli', ([doc]) => {
      const made = new Y.XmlElement('paragraph');
      made.insert(0, [new Y.XmlText(text)]);
      doc?.getXmlFragment('preamble').push([made]);
      return doc?.clientID ?? 0;
    });
    await world.exchange(ann, bob);
    return writing;
  };
  const hand = await write('avant');
  await churn(world, ann, bob, 5_000);
  await world.clock.pass(2 * QUIET_MS);
  expect(await write('après')).toBe(hand);
  expect(words(bob.doc)).toMatch(/^avant.*après$/);
  const thief = new Y.Doc();
  Y.applyUpdate(thief, Y.encodeStateAsUpdate(bob.doc));
  thief.clientID = hand;
  const eve = new PairedClient(editor('eve'), { doc: thief }).connect(world.rooms);
  await world.exchange(eve);
  thief.getXmlFragment('preamble').delete(0, 1);
  paragraph(eve, 'de la part du serveur');
  await world.exchange(eve, ann);
  expect(eve.isConnected).toBe(false);
  expect(words(ann.doc)).not.toContain('de la part du serveur');
});

it('SY-48 where the smaller state cannot be read goes on with the whole', async () => {
  const { world, ann, bob } = await people();
  await churn(world, ann, bob, 5_000);
  const state = vi.spyOn(LiveText.prototype, 'collect').mockImplementationOnce(() => {
    throw new Error('bad bytes');
  });
  await world.clock.pass(2 * QUIET_MS);
  paragraph(ann, 'tout va bien');
  await world.exchange(ann, bob);
  expect(words(bob.doc)).toContain('tout va bien');
  expect(world.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  state.mockRestore();
});
