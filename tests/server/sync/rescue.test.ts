// SY-27 to SY-30: words typed while somebody rebuilt their paragraph are put back; what was deleted stays deleted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { ITEM_KEY } from '#core/document/wire.ts';
import { LiveText } from '#server/sync/live-text.ts';
import { openUpdate } from '#server/sync/updates.ts';
import { element, fragmentOf, join, lines, retype, room, textAt } from './paragraphs.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS } from './world.ts';

function fail(error: unknown): never {
  throw error;
}

describe('words typed meanwhile', () => {
  it.each(['ann', 'bob'])(
    'SY-27 stand where they were typed when the paragraph became a heading; %s arrives first',
    async (first) => {
      const { world, ann, bob } = await room();
      retype(ann, 0, 'heading');
      textAt(bob, 0).insert(11, 'TOUS ');
      (first === 'ann' ? ann : bob).deliverToServer();
      await world.exchange(ann, bob);
      expect(lines(ann)).toEqual(['accueillir TOUS les parents', 'prévenir les conflits']);
      expect(lines(bob)).toEqual(lines(ann));
      expect(fragmentOf(ann).get(0)).toMatchObject({ nodeName: 'heading' });
      expect(world.rooms.stats().counted.rescuedCharacters).toBe(5);
    },
  );

  it('SY-27 letter by letter, in a paragraph that died long before they came', async () => {
    const { world, ann, bob } = await room();
    retype(ann, 0, 'heading');
    for (const [i, letter] of [...' et les mères'].entries()) textAt(bob, 0).insert(22 + i, letter);
    await world.exchange(ann);
    for (let i = 0; i < 13; i++) {
      bob.deliverToServer(1);
      await world.clock.quiet();
    }
    await world.exchange(ann, bob);
    expect(lines(ann)).toEqual(['accueillir les parents et les mères', 'prévenir les conflits']);
    expect(lines(bob)).toEqual(lines(ann));
  });

  it('SY-27 in a joined paragraph, on both sides of what was there', async () => {
    const { world, ann, bob } = await room();
    join(ann, 1);
    textAt(bob, 1).insert(21, ' graves');
    textAt(bob, 1).insert(0, 'aussi ');
    await world.exchange(ann, bob);
    expect(lines(ann)).toEqual(['accueillir les parentsaussi prévenir les conflits graves']);
    expect(lines(bob)).toEqual(lines(ann));
  });

  it('SY-27 in the shortest paragraph, which is no context by itself', async () => {
    const { world, ann, bob } = await room(['a', 'bc']);
    retype(ann, 0, 'heading');
    textAt(bob, 0).insert(1, 'XY');
    await world.exchange(ann, bob);
    expect(lines(ann)).toEqual(['aXY', 'bc']);
  });

  it('SY-27 in a paragraph that somebody deleted: only the new words stay, together', async () => {
    const { world, ann, bob } = await room();
    fragmentOf(ann).delete(1, 1);
    await world.exchange(ann);
    for (const [i, letter] of [...'non, '].entries()) textAt(bob, 1).insert(i, letter);
    for (let i = 0; i < 5; i++) {
      bob.deliverToServer(1);
      await world.clock.quiet();
    }
    await world.exchange(ann, bob);
    expect(lines(ann)).toEqual(['accueillir les parents', 'non, ']);
    expect(lines(bob)).toEqual(lines(ann));
  });

  it.each([1, 3])(
    'SY-27 in their order where the words around them had been deleted before, %i messages at a time',
    async (messages) => {
      const { world, ann, bob } = await room();
      const typed = ' que personne ne veut perdre';
      // The editor writes a space ahead of a space behind it.
      for (const [i, letter] of [...typed].entries()) {
        textAt(bob, 0).insert(10 + i + (letter === ' ' ? 1 : 0), letter);
      }
      const wanted = textAt(bob, 0)
        .toString()
        .slice(10, 11 + typed.length);
      textAt(ann, 0).delete(0, 22);
      fragmentOf(ann).delete(0, 1);
      await world.exchange(ann);
      while (bob.deliverToServer(messages)) await world.clock.quiet();
      await world.exchange(ann, bob);
      expect(lines(ann)).toHaveLength(2);
      // But for the deleted space that stood among them.
      expect(lines(ann)[0]?.replaceAll(' ', '')).toBe(wanted.replaceAll(' ', ''));
      expect(lines(ann)[0]).toContain(' ne ');
    },
  );

  it('SY-27 in a preamble', async () => {
    const { world, ann, bob } = await room();
    const preamble = (client: PairedClient) => client.doc.getXmlFragment('preamble:missions');
    preamble(ann).insert(0, [element('paragraph', 'en préambule')]);
    await world.exchange(ann, bob);
    ann.doc.transact(() => {
      preamble(ann).delete(0, 1);
      preamble(ann).insert(0, [element('heading', 'en préambule')]);
    });
    const line = preamble(bob).get(0);
    if (line instanceof Y.XmlElement) (line.get(0) as Y.XmlText).insert(12, ' long');
    await world.exchange(ann, bob);
    expect(preamble(ann).toString()).toBe('<heading>en préambule long</heading>');
  });

  it('SY-27 after hours offline, with the room let go meanwhile', async () => {
    const { world, ann, bob } = await room();
    bob.cut();
    textAt(bob, 0).insert(11, 'TOUS ');
    retype(ann, 0, 'heading');
    await world.exchange(ann);
    ann.cut();
    await world.clock.pass(3_600_000);
    expect(world.rooms.stats().rooms).toBe(0);
    ann.connect(world.rooms);
    bob.connect(world.rooms);
    await world.exchange(ann, bob);
    expect(lines(ann)).toEqual(['accueillir TOUS les parents', 'prévenir les conflits']);
    expect(lines(bob)).toEqual(lines(ann));
  });

  /** A room whose first paragraph, deleted, is no longer kept, and the browser of somebody who still has it. */
  function collectedRoom() {
    const before = new Y.Doc();
    const client = new Y.Doc();
    const setUp = new PairedClient(editor('ann'), { doc: before });
    before.transact(() => {
      const item = new Y.Map<unknown>();
      const text = new Y.XmlFragment();
      text.insert(0, [element('paragraph', 'accueillir'), element('paragraph', 'prévenir')]);
      item.set(ITEM_KEY.text, text);
      before.getMap('items').set('m-1', item);
    });
    Y.applyUpdate(client, Y.encodeStateAsUpdate(before));
    fragmentOf(setUp).delete(0, 1);
    const state = Y.encodeStateAsUpdateV2(before);
    const room = new LiveText({ state, updates: [], upTo: 0 }, fail);
    const seen = room.vector();
    const take = () => {
      const opened = openUpdate(Y.encodeStateAsUpdate(client, seen));
      if (!opened) throw new Error('no update');
      return room.take(opened, {
        isAnswer: false,
        actorId: 'bob',
        connection: 'b',
      }).rescued;
    };
    return { client, room, take };
  }

  it('SY-30 and even where what they were typed into is no longer kept, in their item', () => {
    const { client, room, take } = collectedRoom();
    textAt({ doc: client }, 0).insert(10, ' TOUS');
    textAt({ doc: client }, 0).insert(15, ' LES PARENTS');
    expect(take()).toBe(17);
    expect(lines(room)).toEqual([' TOUS LES PARENTS', 'prévenir']);
  });

  it('SY-30 there too when they come in one piece with what had come before', () => {
    const { client, room, take } = collectedRoom();
    textAt({ doc: client }, 0).insert(10, ' TOUS');
    expect(take()).toBe(5);
    textAt({ doc: client }, 0).insert(15, ' LES PARENTS');
    expect(take()).toBe(12);
    expect(take()).toBe(0);
    expect(lines(room).join('')).toContain(' LES PARENTS');
    expect(lines(room).join('').split('TOUS')).toHaveLength(2);
  });

  it('SY-72 in their order, also those typed between others and after what was taken away again', () => {
    const { client, room, take } = collectedRoom();
    const text = textAt({ doc: client }, 0);
    text.insert(10, 'abef');
    text.insert(12, 'cXd');
    text.delete(13, 1);
    expect(take()).toBe(6);
    expect(lines(room)).toEqual(['abcdef', 'prévenir']);
  });

  it('SY-72 in one paragraph when they come letter by letter', () => {
    const { client, room, take } = collectedRoom();
    for (const [i, letter] of [...' TOUS'].entries()) {
      textAt({ doc: client }, 0).insert(10 + i, letter);
      take();
    }
    expect(lines(room)).toEqual([' TOUS', 'prévenir']);
  });

  it('SY-72 before the items where nothing tells any more in which they were', () => {
    const before = new Y.Doc();
    const item = new Y.Map<unknown>();
    const words = new Y.XmlFragment();
    words.insert(0, [element('paragraph', 'accueillir')]);
    item.set(ITEM_KEY.text, words);
    before.getMap('items').set('m-1', item);
    const client = new Y.Doc();
    Y.applyUpdate(client, Y.encodeStateAsUpdate(before));
    before.getMap('items').delete('m-1');
    const state = Y.encodeStateAsUpdateV2(before);
    const live = new LiveText({ state, updates: [], upTo: 0 }, fail);
    const seen = live.vector();
    textAt({ doc: client }, 0).insert(10, ' TOUS');
    const opened = openUpdate(Y.encodeStateAsUpdate(client, seen));
    if (!opened) throw new Error('no update');
    live.take(opened, { isAnswer: false, actorId: 'bob', connection: 'b' });
    expect(live.doc.getXmlFragment('preamble').toString()).toContain(' TOUS');
  });
});

describe('marks', () => {
  it('SY-71 stay around a word that one takes away while another marks it', async () => {
    const { world, ann, bob } = await room();
    textAt(ann, 0).format(1, 1, { italic: {} });
    textAt(bob, 0).delete(1, 1);
    ann.deliverToServer();
    await world.clock.quiet();
    textAt(ann, 0).format(0, 2, { italic: null });
    bob.deliverToServer();
    await world.exchange(ann, bob);
    const cid = new PairedClient(editor('cid')).connect(world.rooms);
    await world.exchange(ann, bob, cid);
    expect(textAt(cid, 0).toString()).toBe(textAt(ann, 0).toString());
    expect(textAt(cid, 0).toString()).toBe(textAt(bob, 0).toString());
  });

  const act = fc.record({
    who: fc.boolean(),
    from: fc.nat(20),
    to: fc.nat(20),
    mark: fc.constantFrom('bold', 'italic'),
    does: fc.constantFrom('set', 'unset', 'type', 'erase', 'deliver', 'hear'),
  });

  it('SY-71 the room takes none away of which their writer would not hear', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (acts) => {
        const { world, ann, bob } = await room();
        for (const { who, from, to, mark, does } of acts) {
          const client = who ? ann : bob;
          const text = textAt(client, 0);
          const [first, last] = [Math.min(from, to), Math.max(from, to)];
          if (does === 'set') text.format(first, last - first, { [mark]: {} });
          else if (does === 'unset') text.format(first, last - first, { [mark]: null });
          else if (does === 'type') text.insert(first, '*', from > to ? { [mark]: {} } : {});
          else if (does === 'erase') text.delete(first, Math.min(4, last - first));
          else if (does === 'hear') client.deliverToClient();
          else {
            client.deliverToServer(1 + first);
            await world.clock.quiet();
          }
        }
        await world.exchange(ann, bob);
        const cid = new PairedClient(editor('cid')).connect(world.rooms);
        await world.exchange(ann, bob, cid);
        const texts = [ann, bob, cid].map((one) => textAt(one, 0).toString());
        expect(new Set(texts).size).toBe(1);
      }),
      { seed: 71, numRuns: 300 },
    );
  });
});

describe('what was deleted', () => {
  it('SY-28 stays deleted: words, paragraphs, what one typed oneself and took away', async () => {
    const { world, ann, bob } = await room();
    textAt(ann, 0).delete(0, 11);
    fragmentOf(bob).delete(1, 1);
    await world.exchange(ann, bob);
    textAt(bob, 0).insert(0, 'avec ');
    textAt(bob, 0).delete(0, 5);
    retype(bob, 0, 'heading');
    await world.exchange(ann, bob);
    expect(lines(ann)).toEqual(['les parents']);
    expect(world.rooms.stats().counted.rescuedCharacters).toBe(0);
  });

  it('SY-28 an item in the bin keeps its words, without any rescue', async () => {
    const { world, ann, bob } = await room();
    ann.doc.getMap<Y.Map<unknown>>('items').get('m-1')?.set(ITEM_KEY.removed, true);
    textAt(bob, 0).insert(0, 'encore ');
    await world.exchange(ann, bob);
    expect(lines(ann)[0]).toBe('encore accueillir les parents');
    expect(world.rooms.stats().counted.rescuedCharacters).toBe(0);
  });
});

describe('what was put back', () => {
  it('SY-29 is written by the server, in the same commit, and reaches the writer too', async () => {
    const { store, world, ann, bob } = await room();
    retype(ann, 0, 'heading');
    await world.exchange(ann, bob);
    const before = store.appends.length;
    retype(ann, 0, 'paragraph');
    textAt(bob, 0).insert(0, 'bien ');
    await world.exchange(ann);
    bob.deliverToServer();
    await world.exchange(ann, bob);
    expect(store.appends.slice(before)).toEqual([1, 2]);
    expect(store.writers(MISSIONS).slice(-2)).toEqual(['bob', '']);
    expect(lines(bob)[0]).toBe('bien accueillir les parents');
    world.restart();
    const cid = new PairedClient(editor('cid')).connect(world.rooms);
    await world.exchange(cid);
    expect(lines(cid)).toEqual(lines(bob));
  });
});

describe('what was put back and is deleted or rebuilt by who typed it', () => {
  async function rescuedWords({ keeps = false } = {}) {
    const world = await room(undefined, { keeps });
    const { ann, bob } = world;
    retype(ann, 0, 'itemTitle');
    await world.world.exchange(ann);
    textAt(bob, 0).insert(11, 'TOUS ');
    bob.deliverToServer();
    await world.world.clock.quiet();
    return world;
  }

  it('SY-65 is taken back when he had deleted it before he saw that', async () => {
    const { world, ann, bob } = await rescuedWords();
    textAt(bob, 0).delete(11, 5);
    await world.exchange(ann, bob);
    expect(lines(ann)).toEqual(['accueillir les parents', 'prévenir les conflits']);
    expect(lines(bob)).toEqual(lines(ann));
  });

  it('SY-65 is taken back in part when he had deleted a part', async () => {
    const { world, ann, bob } = await rescuedWords();
    textAt(bob, 0).delete(12, 2);
    await world.exchange(ann, bob);
    expect(lines(ann)[0]).toBe('accueillir TS les parents');
    expect(lines(bob)).toEqual(lines(ann));
  });

  it('SY-65 stands once when he had rebuilt the paragraph too, with what others wrote between', async () => {
    const { world, ann, bob } = await rescuedWords();
    await world.exchange(ann);
    retype(bob, 0, 'itemTitle');
    textAt(ann, 0).insert(13, '*');
    await world.exchange(ann, bob);
    expect(lines(ann).filter((line) => line.includes('TOUS'))).toHaveLength(1);
    expect(lines(ann).join(' ')).toContain('*');
    expect(lines(bob)).toEqual(lines(ann));
  });

  it('SY-65 follows words that were put back twice', async () => {
    const { world, ann, bob } = await rescuedWords();
    // Ann has not seen what was put back when she rebuilds once more.
    retype(ann, 0, 'paragraph');
    ann.deliverToServer();
    await world.clock.quiet();
    textAt(bob, 0).delete(11, 5);
    await world.exchange(ann, bob);
    expect(lines(ann)).toEqual(['accueillir les parents', 'prévenir les conflits']);
    expect(lines(bob)).toEqual(lines(ann));
  });

  it('SY-65 stays when its death is only repeated: the answer to the step 1 of a new connection names all', async () => {
    const { world, ann, bob } = await rescuedWords();
    await world.exchange(ann, bob);
    bob.cut();
    bob.connect(world.rooms);
    await world.exchange(ann, bob);
    expect(lines(ann)[0]).toBe('accueillir TOUS les parents');
  });

  /** Bob has rebuilt the paragraph too, sees his words twice, and his rebuilding reaches the room: one copy goes there. */
  async function seenTwice({ keeps = false } = {}) {
    const all = await rescuedWords({ keeps });
    const { world, bob } = all;
    retype(bob, 0, 'itemTitle');
    bob.deliverToClient();
    expect(lines(bob).filter((line) => line.includes('TOUS'))).toHaveLength(2);
    bob.deliverToServer();
    await world.clock.quiet();
    return all;
  }

  function deleteOwnCopy(bob: PairedClient) {
    const own = fragmentOf(bob)
      .toArray()
      .findIndex((_, i) => (textAt(bob, i)._item?.id.client ?? 0) === bob.doc.clientID);
    textAt(bob, own).delete(11, 5);
  }

  const withAll = (client: PairedClient) => lines(client).filter((line) => line.includes('TOUS'));

  it('SY-73 stands again when he deletes his own copy, seeing two, while the other is taken back', async () => {
    const { world, ann, bob } = await seenTwice();
    deleteOwnCopy(bob);
    await world.exchange(ann, bob);
    expect(withAll(ann)).toHaveLength(1);
    expect(lines(bob)).toEqual(lines(ann));
  });

  it('SY-73 even when he has moved his own copy once more before', async () => {
    const { world, ann, bob } = await seenTwice();
    const own = fragmentOf(bob)
      .toArray()
      .findIndex((_, i) => textAt(bob, i)._item?.id.client === bob.doc.clientID);
    retype(bob, own, 'heading');
    deleteOwnCopy(bob);
    await world.exchange(ann, bob);
    expect(withAll(ann)).toHaveLength(1);
    expect(lines(bob)).toEqual(lines(ann));
  });

  it('SY-73 still when all he did comes again, as after a cut', async () => {
    const { world, ann, bob } = await seenTwice();
    deleteOwnCopy(bob);
    const { unsaved } = bob.kept;
    if (!unsaved) throw new Error('nothing kept');
    await world.exchange(ann, bob);
    bob.push((encoder) => sync.writeUpdate(encoder, unsaved));
    await world.exchange(ann, bob);
    expect(withAll(ann)).toHaveLength(1);
    expect(lines(bob)).toEqual(lines(ann));
  });

  it('SY-73 and after a cut, with what he did before he heard', async () => {
    const { world, ann, bob } = await seenTwice({ keeps: true });
    deleteOwnCopy(bob);
    bob.cut();
    await world.exchange(ann);
    bob.connect(world.rooms);
    await world.exchange(ann, bob);
    expect(withAll(ann)).toHaveLength(1);
    expect(lines(bob)).toEqual(lines(ann));
  });

  it('SY-73 but not when he deletes both that he sees', async () => {
    const { world, ann, bob } = await seenTwice();
    bob.doc.transact(() => {
      for (const [i, line] of lines(bob).entries()) {
        if (line.includes('TOUS')) textAt(bob, i).delete(line.indexOf('TOUS'), 5);
      }
    });
    await world.exchange(ann, bob);
    expect(withAll(ann)).toHaveLength(0);
    expect(lines(bob)).toEqual(lines(ann));
  });

  it('SY-73 but not when he has heard of it, or somebody else deletes it', async () => {
    const { world, ann, bob } = await seenTwice();
    await world.exchange(ann, bob);
    deleteOwnCopy(bob);
    await world.exchange(ann, bob);
    expect(withAll(ann)).toHaveLength(0);
    const again = await seenTwice();
    await again.world.exchange(again.ann, again.bob);
    const line = lines(again.ann).findIndex((one) => one.includes('TOUS'));
    textAt(again.ann, line).delete(11, 5);
    await again.world.exchange(again.ann, again.bob);
    expect(withAll(again.bob)).toHaveLength(0);
  });

  it('SY-66 which characters stand for which is told, so that they count for their author', () => {
    const doc = new Y.Doc();
    doc.clientID = 1;
    const item = new Y.Map<unknown>();
    const text = new Y.XmlFragment();
    text.insert(0, [element('paragraph', 'accueillir')]);
    item.set(ITEM_KEY.text, text);
    doc.getMap('items').set('m-1', item);
    const live = new LiveText(
      { state: Y.encodeStateAsUpdateV2(doc), updates: [], upTo: 0 },
      fail,
      () => 99,
    );
    const bob = new Y.Doc();
    bob.clientID = 2;
    Y.applyUpdate(bob, Y.encodeStateAsUpdate(doc));
    const vector = Y.encodeStateVector(bob);
    textAt({ doc: bob }, 0).insert(10, 'XY');
    fragmentOf({ doc }).delete(0, 1);
    const take = (bytes: Uint8Array) => {
      const opened = openUpdate(bytes);
      if (!opened) throw new Error('no update');
      return live.take(opened, {
        isAnswer: false,
        actorId: 'bob',
        connection: 'b',
      });
    };
    take(Y.encodeStateAsUpdate(doc, vector));
    const { putBack, rescued } = take(Y.encodeStateAsUpdate(bob, vector));
    expect(rescued).toBe(2);
    expect(putBack).toMatchObject([{ from: { client: 2, clock: 0, len: 2 }, to: { client: 99 } }]);
    const [run] = putBack;
    const written = Y.getItem(live.doc.store, Y.createID(99, run?.to.clock ?? 0));
    expect(written).toMatchObject({ content: { str: 'XY' } });
  });
});
