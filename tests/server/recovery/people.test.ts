// A text put right while people are at it: nobody's words are lost or doubled, and nobody writes into the old one.
import { beforeEach, describe, expect, it } from 'vitest';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { compareDocuments } from '#core/comparison/compare.ts';
import { CLOSE, PUT_RIGHT, TEXT_REPLACED } from '#core/document/wire.ts';
import type { Database } from '#db/open.ts';
import { createStore } from '#db/store.ts';
import { createCommands } from '#server/commands/create.ts';
import { createDeps, type Deps } from '#server/deps.ts';
import { readSalvage } from '#server/texts/damaged-text.ts';
import { plantFramework } from '#tests/db/rows.ts';
import { temporaryDatabase } from '#tests/temporary-database.ts';
import { coordinator, filesAtOnce, sample, value } from '../house.ts';
import { editor, PairedClient } from '../sync/socket-pair.ts';
import { MISSIONS, World } from '../sync/world.ts';

let database: Database;
let store: Deps['store'];
let world: World;

beforeEach(() => {
  database = temporaryDatabase();
  plantFramework(database, MISSIONS.frameworkId, 'f');
  store = createStore(database);
  world = new World(store.log);
});

function commands() {
  return createCommands(
    createDeps({
      store,
      rooms: world.rooms,
      comparer: { compare: async (...asked) => compareDocuments(...asked), async close() {} },
      files: filesAtOnce(),
      clock: () => world.clock.now(),
      makeId: () => 'id',
      random: () => 0.5,
    }),
  );
}

const recover = (from: 'readable' | 'revision' | 'version') =>
  commands().working.recover(coordinator, 'f', 'missions', { from });

/** One word more, in a paragraph of its own, before the first item. */
function type(client: PairedClient, word: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(word)]);
  client.doc.getXmlFragment('preamble').push([paragraph]);
}

const words = (doc: Y.Doc) =>
  doc
    .getXmlFragment('preamble')
    .toArray()
    .map((block) => block.toString().replace(/<[^>]*>/g, ''))
    .filter((word) => word !== '');

const onServer = () => world.rooms.read(MISSIONS, words);

async function joined(name: string): Promise<PairedClient> {
  const client = new PairedClient(editor(name)).connect(world.rooms);
  await world.exchange(client);
  return client;
}

/** Ann wrote one, two, three; the second is damaged. */
async function typed(): Promise<PairedClient> {
  const ann = await joined('ann');
  for (const word of ['one', 'two', 'three']) {
    type(ann, word);
    await world.exchange(ann);
  }
  return ann;
}

const damageSecond = () =>
  database.driver.exec(`UPDATE room_updates SET bytes = x'0102' WHERE position = 2`);

describe('B14 SY-68 a damaged text that somebody has open', () => {
  it('is put right from what can be read, and what the page still holds comes back, once', async () => {
    const ann = await typed();
    ann.cut();
    world.restart();
    damageSecond();
    ann.connect(world.rooms);
    await world.exchange(ann);
    expect(ann.socket?.closed).toEqual({ code: CLOSE.unreadable, reason: 'unreadable' });
    value(await recover('readable'));
    expect(await onServer()).toEqual(['one']);
    ann.connect(world.rooms);
    await world.exchange(ann);
    const bob = await joined('bob');
    expect(words(bob.doc)).toEqual(['one', 'two', 'three']);
    expect(words(ann.doc)).toEqual(['one', 'two', 'three']);
    world.restart();
    expect(await onServer()).toEqual(['one', 'two', 'three']);
  });

  it('is there at once for who asks while it is being put right, and for who was refused just before', async () => {
    await typed();
    world.restart();
    damageSecond();
    await expect(onServer()).rejects.toThrow(/unreadable/);
    let asked: Promise<string[]> | null = null;
    await world.rooms.whileClosed(MISSIONS, PUT_RIGHT, async () => {
      asked = onServer();
      await world.clock.quiet();
      const found = await store.recovery.salvage(MISSIONS);
      const update = (found && readSalvage(found).update) ?? new Uint8Array();
      const row = { room: MISSIONS, update, actorId: '', at: world.clock.now() };
      const how = { by: '', replacedBy: 'readable', historyKept: true };
      return store.recovery.replace({ id: found?.id ?? 0, ...how, update: row });
    });
    expect(await asked).toEqual(['one']);
  });

  it('whole in memory and damaged on disk: whoever writes is sent out, comes back, and nothing is lost', async () => {
    const ann = await typed();
    damageSecond();
    type(ann, 'four');
    const done = recover('readable');
    await world.exchange(ann);
    expect(value(await done).done).toBe(true);
    expect(ann.socket?.closed).toEqual({ code: CLOSE.restarting, reason: PUT_RIGHT });
    type(ann, 'five');
    ann.cut();
    ann.connect(world.rooms);
    await world.exchange(ann);
    expect(ann.isSaved).toBe(true);
    expect(await onServer()).toEqual(['one', 'two', 'three', 'four', 'five']);
    world.restart();
    expect(await onServer()).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  it('is open again when the act fails, with what is on disk as it was', async () => {
    const ann = await typed();
    damageSecond();
    const act = world.rooms.whileClosed(MISSIONS, PUT_RIGHT, async () => {
      throw new Error('the disk is full');
    });
    await expect(act).rejects.toThrow('the disk is full');
    expect(await store.recovery.aside()).toEqual([]);
    expect(ann.socket?.closed?.code).toBe(CLOSE.restarting);
    await expect(onServer()).rejects.toThrow(/unreadable/);
  });
});

describe('SY-69 a text whose history is lost', () => {
  /** The state is damaged: only a revision is left. */
  async function lost(): Promise<PairedClient> {
    const ann = await typed();
    const document = {
      ...sample('mediation-scolaire'),
      sections: [{ key: 'missions', preamble: 'kept' }],
    };
    const { freeze } = await import('#server/texts/seal.ts');
    await store.revisions.keep(MISSIONS.frameworkId, {
      ...freeze(document),
      name: '',
      reason: 'manual',
      createdAt: world.clock.now(),
      createdBy: 'Ada',
    });
    ann.cut();
    world.restart();
    database.driver.exec('UPDATE room_updates SET crc = crc + 1 WHERE position = 1');
    value(await recover('revision'));
    return ann;
  }

  it('takes nothing of the old one: whoever holds it is told, and no word is there twice', async () => {
    const ann = await lost();
    ann.connect(world.rooms);
    await world.exchange(ann);
    expect(ann.socket?.closed).toEqual({ code: CLOSE.noRoom, reason: TEXT_REPLACED });
    expect(await onServer()).toEqual(['kept']);
    const bob = await joined('bob');
    type(bob, 'new');
    await world.exchange(bob);
    world.restart();
    expect(await onServer()).toEqual(['kept', 'new']);
  });

  it('takes no words either that were typed on the old one by a client the server never met', async () => {
    const ann = await lost();
    const away = new PairedClient(editor('ann'));
    Y.applyUpdate(away.doc, Y.encodeStateAsUpdate(ann.doc));
    const before = Y.encodeStateVector(away.doc);
    type(away, 'typed away');
    const update = Y.encodeStateAsUpdate(away.doc, before);
    const fresh = await joined('ann');
    Y.applyUpdate(fresh.doc, update);
    fresh.push((encoder) => sync.writeUpdate(encoder, update));
    await world.exchange(fresh);
    expect(fresh.socket?.closed).toEqual({ code: CLOSE.noRoom, reason: TEXT_REPLACED });
    expect(await onServer()).toEqual(['kept']);
  });
});
