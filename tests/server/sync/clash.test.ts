// SY-44: other words under the same ids are noticed, never taken for known; and the same words never pass for others.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { clashes } from '#server/sync/clash.ts';
import { openUpdate } from '#server/sync/updates.ts';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS, World } from './world.ts';

/** One thing that somebody does in a document; `where` and `what` are taken modulo what there is. */
interface Act {
  readonly who: number;
  readonly kind: number;
  readonly where: number;
  readonly what: string;
}

const acts = fc.array(
  fc.record<Act>({
    who: fc.nat(2),
    kind: fc.nat(7),
    where: fc.nat(30),
    // Letters of two code units too, which Yjs may cut in two.
    what: fc.string({
      unit: fc.constantFrom('a', 'b', 'é', '🔴', '👩‍🏫'),
      minLength: 1,
      maxLength: 5,
    }),
  }),
  { minLength: 5, maxLength: 60 },
);

/** Does to a document what an editor does: words, marks, elements, fields. */
function perform(doc: Y.Doc, { kind, where, what }: Act): void {
  const text = doc.getText('words');
  const at = where % (text.length + 1);
  const fragment = doc.getXmlFragment('preamble');
  const map = doc.getMap('items');
  if (kind <= 2) text.insert(at, what);
  else if (kind === 3) text.delete(at, Math.min(what.length, text.length - at));
  else if (kind === 4) text.format(at, text.length - at, { bold: what.length % 2 === 0 });
  else if (kind === 5) map.set(what, { order: where });
  else if (kind === 6) {
    const made = new Y.XmlElement(where % 2 ? 'paragraph' : 'itemTitle');
    made.insert(0, [new Y.XmlText(what)]);
    fragment.insert(where % (fragment.length + 1), [made]);
  } else if (fragment.length > 0) fragment.delete(where % fragment.length, 1);
}

function open(bytes: Uint8Array) {
  const update = openUpdate(bytes);
  if (!update) throw new Error('an update');
  return update;
}

/** Three people and a server that hears them now and then; all updates that were made. */
function played(list: readonly Act[], gc: boolean) {
  const server = new Y.Doc({ gc });
  const updates: Uint8Array[] = [];
  const people = [1, 2, 3].map((client) => {
    const doc = new Y.Doc();
    doc.clientID = client;
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'other') updates.push(update);
    });
    return doc;
  });
  for (const [i, act] of list.entries()) {
    const doc = people[act.who];
    if (!doc) continue;
    perform(doc, act);
    if (i % 3 !== 0) continue;
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
    for (const each of people) Y.applyUpdate(each, Y.encodeStateAsUpdate(server), 'other');
  }
  return { server, people, updates };
}

describe('the same ids', () => {
  it.each([
    ['keeps deleted words', false],
    ['collected them', true],
  ])(
    'never clash with what they stand for, however it is cut or put together, in a server that %s',
    (_name, gc) => {
      fc.assert(
        fc.property(acts, fc.nat(40), (list, from) => {
          const { server, people, updates } = played(list, gc);
          const part = Y.encodeStateVector(new Y.Doc());
          const resent = [
            ...updates,
            Y.mergeUpdates(updates),
            ...people.map((doc) => Y.encodeStateAsUpdate(doc, part)),
            ...people.map((doc) => Y.encodeStateAsUpdate(doc, vectorFrom(from))),
          ];
          for (const bytes of resent) expect(clashes(server, open(bytes))).toBe(false);
          // And as it was stored and read again.
          const again = new Y.Doc({ gc: false });
          Y.applyUpdateV2(again, Y.encodeStateAsUpdateV2(server));
          for (const bytes of resent) expect(clashes(again, open(bytes))).toBe(false);
        }),
        { seed: 44, numRuns: 60 },
      );
    },
  );

  it('clash as soon as one letter, mark, field or place of them is another', () => {
    fc.assert(
      fc.property(acts, acts, fc.nat(7), (before, after, kind) => {
        const { server, people } = played(before, false);
        const [doc] = people;
        if (!doc) return;
        Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
        const twin = new Y.Doc();
        Y.applyUpdate(twin, Y.encodeStateAsUpdate(doc));
        twin.clientID = doc.clientID;
        const [one, ...more] = after;
        if (!one) return;
        const vector = Y.encodeStateVector(doc);
        // What differs is the very first thing that each does under the id.
        doc.getText('words').insert(0, `x${one.what}`);
        for (const act of more) perform(doc, act);
        other(twin, kind);
        for (const act of more) perform(twin, act);
        Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
        expect(clashes(server, open(Y.encodeStateAsUpdate(doc, vector)))).toBe(false);
        expect(clashes(server, open(Y.encodeStateAsUpdate(twin, vector)))).toBe(true);
      }),
      { seed: 45, numRuns: 60 },
    );
  });
});

/** A state vector by which the first person's document lacks what comes after clock `clock`. */
function vectorFrom(clock: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  if (clock > 0) doc.getText('words').insert(0, 'x'.repeat(clock));
  return Y.encodeStateVector(doc);
}

/** Something that is not `x` at the start of the words. */
function other(doc: Y.Doc, kind: number): void {
  const text = doc.getText('words');
  if (kind === 0) text.insert(0, 'y');
  else if (kind === 1) text.insertEmbed(0, { image: 'x' });
  else if (kind === 2) doc.getText('other words').insert(0, 'x');
  else if (kind === 3) doc.getMap('items').set('words', 'x');
  else if (kind === 4) doc.getArray('list').insert(0, ['x']);
  else if (kind === 5) doc.getXmlFragment('preamble').insert(0, [new Y.XmlElement('paragraph')]);
  else if (kind === 6) doc.getArray('bytes').insert(0, [new Uint8Array([120])]);
  else text.insert(text.length > 0 ? 1 : 0, text.length > 0 ? 'x' : 'y');
}

it('SY-44 words that clash are refused by name, stay with who typed them, and nothing that follows on them is taken', async () => {
  const store = new MemoryStore();
  const world = new World(store);
  const ann = new PairedClient(editor('ann'), { keeps: true }).connect(world.rooms);
  const bob = new PairedClient(editor('bob')).connect(world.rooms);
  await world.exchange(ann, bob);
  const text = (client: PairedClient) => client.doc.getText('words');
  text(ann).insert(0, 'together');
  await world.exchange(ann, bob);
  ann.cut();
  // Her browser was copied as it was (a machine put back to an earlier state): two pages write under one id.
  const copy = new PairedClient(editor('ann'), { keeps: true });
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(ann.doc), copy);
  copy.doc.clientID = ann.doc.clientID;
  text(ann).insert(8, ' one');
  text(copy).insert(8, ' two');
  ann.connect(world.rooms);
  await world.exchange(ann, bob);
  ann.cut();
  copy.connect(world.rooms);
  await world.exchange(copy, bob);
  text(copy).insert(0, 'more ');
  await world.exchange(copy, bob);
  expect(text(bob).toString()).toBe('together one');
  expect(copy.refused.map(({ reason }) => reason)).toEqual(['clash', 'clash']);
  expect([copy.isSaved, copy.kept.isSaved, copy.closeCode]).toEqual([false, false, null]);
  expect(text(copy).toString()).toContain('two');
  expect(store.writers(MISSIONS)).toEqual(['ann', 'ann']);
  expect(world.rooms.stats().counted.refusals.get('clash')).toBe(2);
  text(bob).insert(0, 'and bob ');
  await world.exchange(bob);
  expect(bob.isSaved).toBe(true);
});
