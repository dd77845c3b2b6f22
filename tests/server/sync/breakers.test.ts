// SY-12, SY-75: what a hostile client may send without breaking, stopping or filling the room of the others.
import * as encoding from 'lib0/encoding';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { MESSAGE } from '#core/document/wire.ts';
import { LiveText } from '#server/sync/live-text.ts';
import { presenceFrame } from '#server/sync/protocol.ts';
import { openUpdate } from '#server/sync/updates.ts';
import { MemoryStore } from './memory-store.ts';
import { editor, PairedClient } from './socket-pair.ts';
import { MISSIONS, World } from './world.ts';

const WORDS = 'words';

async function room(): Promise<{ world: World; ann: PairedClient; eve: PairedClient }> {
  const world = new World(new MemoryStore());
  const ann = new PairedClient(editor('ann')).connect(world.rooms);
  const eve = new PairedClient(editor('eve')).connect(world.rooms);
  await world.exchange(ann, eve);
  ann.doc.getText(WORDS).insert(0, 'mots');
  await world.exchange(ann, eve);
  return { world, ann, eve };
}

/** What `write` writes in a document of its own. */
function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => write(doc));
  return Y.encodeStateAsUpdate(doc);
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let left = depth; left > 0; left--) value = [value];
  return value;
}

function updateFrame(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint8Array(encoder, update);
  });
}

it.each<[string, (doc: Y.Doc) => void]>([
  ['a field', (doc) => doc.getMap('items').set('x', nested(600))],
  ['an attribute', (doc) => elementIn(doc).setAttribute('a', nested(600) as string)],
  ['a mark', (doc) => textIn(doc).insert(0, 'a', { mark: nested(600) })],
  ['an embedded thing', (doc) => textIn(doc).insertEmbed(0, nested(600) as object)],
])(
  'SY-12: %s deeper than any text closes its connection and no other, and is not kept',
  async (_, write) => {
    const { world, ann, eve } = await room();
    eve.pushRaw(updateFrame(updateOf(write)));
    await world.exchange(ann, eve);
    expect(eve.closeCode).toBe(1007);
    expect(ann.closeCode).toBeNull();
    world.restart();
    expect(await world.rooms.read(MISSIONS, (doc) => doc.getText(WORDS).toString())).toBe('mots');
  },
);

function elementIn(doc: Y.Doc): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  doc.getXmlFragment('preamble').push([element]);
  return element;
}

function textIn(doc: Y.Doc): Y.XmlText {
  const text = new Y.XmlText();
  elementIn(doc).push([text]);
  return text;
}

it('SY-13: elements deeper in one another than in any text are not kept, also where they come in parts', async () => {
  const { world, ann, eve } = await room();
  const doc = new Y.Doc();
  let parent: Y.XmlFragment = doc.getXmlFragment('preamble');
  const parts: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => parts.push(update));
  for (let left = 600; left > 0; left--) {
    const element = new Y.XmlElement('bulletList');
    parent.insert(0, [element]);
    parent = element;
  }
  eve.pushRaw(updateFrame(Y.mergeUpdates(parts.slice(0, 400))));
  await world.exchange(ann, eve);
  expect(eve.closeCode).toBeNull();
  eve.pushRaw(updateFrame(Y.mergeUpdates(parts.slice(400))));
  await world.exchange(ann, eve);
  expect(eve.closeCode).toBe(1007);
  const deepest = await world.rooms.read(MISSIONS, (kept) =>
    depthOf(kept.getXmlFragment('preamble')),
  );
  expect(deepest).toBe(400);
});

function depthOf(top: Y.XmlFragment): number {
  const [child] = top.toArray();
  return child instanceof Y.XmlElement ? 1 + depthOf(child) : 0;
}

it('SY-72: what is deleted and claims to be longer than any text is looked through so far only', () => {
  const writer = new Y.Doc();
  writer.clientID = 7;
  textIn(writer).insert(0, 'un texte');
  writer.getXmlFragment('preamble').delete(0, 1);
  const stored = { state: Y.encodeStateAsUpdateV2(writer), updates: [], upTo: 1 };
  const text = new LiveText(stored, (error) => expect.unreachable(String(error)));
  const bytes = encoding.encode((encoder) => {
    for (const n of [1, 1, 9, 0]) encoding.writeVarUint(encoder, n);
    // A deleted thing behind a collected one, of two thousand million characters.
    encoding.writeUint8(encoder, 0x81);
    for (const n of [7, 3, 2_000_000_000, 0]) encoding.writeVarUint(encoder, n);
  });
  const update = openUpdate(bytes);
  expect(update).not.toBeNull();
  if (update) text.take(update, { isAnswer: false, actorId: 'eve', connection: '1' });
  expect(Y.getState(text.doc.store, 9)).toBe(2_000_000_000);
});

it('SY-75: an update under more client ids than anybody ever writes under is none, and holds up nobody', async () => {
  const { world, ann, eve } = await room();
  const count = 100_000;
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, count);
    for (let i = 0; i < count; i++) {
      for (const n of [1, 2_000_000 - i, 0]) encoding.writeVarUint(encoder, n);
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 1);
    }
    encoding.writeVarUint(encoder, 0);
  });
  eve.pushRaw(updateFrame(update));
  await world.exchange(ann, eve);
  expect(eve.closeCode).toBe(1007);
  expect(ann.closeCode).toBeNull();
});

it('SY-24: a frame with more states of presence than a room can hold is none', async () => {
  const { world, ann, eve } = await room();
  const states = Array.from({ length: 100_001 }, (_, i) => ({ client: i, clock: 1, state: '{}' }));
  eve.pushRaw(presenceFrame(states));
  await world.exchange(ann, eve);
  expect(eve.closeCode).toBe(1007);
  expect(ann.closeCode).toBeNull();
});

it('SY-12: a state vector of more clients than ever wrote here is none', async () => {
  const { world, ann, eve } = await room();
  const vector = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 20_000);
    for (let i = 0; i < 20_000; i++) for (const n of [i, 1]) encoding.writeVarUint(encoder, n);
  });
  eve.push((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint8Array(encoder, vector);
  });
  await world.exchange(ann, eve);
  expect(eve.closeCode).toBe(1007);
  expect(ann.closeCode).toBeNull();
});

it('SY-75: of deletions of what is not there, no more wait than an honest writer ever needs', async () => {
  const { world, ann, eve } = await room();
  const ranges = 10_000;
  const update = encoding.encode((encoder) => {
    for (const n of [0, 1, 77, ranges]) encoding.writeVarUint(encoder, n);
    for (let i = 0; i < ranges; i++) for (const n of [3 * i, 1]) encoding.writeVarUint(encoder, n);
  });
  eve.pushRaw(updateFrame(update));
  await world.exchange(ann, eve);
  expect(eve.refused).toEqual([{ n: 1, reason: 'room-full' }]);
});

it('SY-75: where a megabyte waits for what never came nothing more may wait, and all others write on', async () => {
  const { world, ann, eve } = await room();
  eve.pushRaw(updateFrame(withoutItsStart('y'.repeat(2_000_000))));
  await world.exchange(ann, eve);
  expect(eve.refused).toEqual([]);
  eve.pushRaw(updateFrame(withoutItsStart('z')));
  ann.doc.getText(WORDS).insert(4, ' dits');
  await world.exchange(ann, eve);
  expect(eve.refused).toEqual([{ n: 2, reason: 'room-full' }]);
  expect(ann.isSaved).toBe(true);
});

/** Words that follow on others, which are left out. */
function withoutItsStart(words: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getText('x').insert(0, 'a');
  const start = Y.encodeStateVector(doc);
  doc.getText('x').insert(1, words);
  return Y.encodeStateAsUpdate(doc, start);
}

it('SY-27: of a pair of code units cut apart no half is put back alone: in memory stands what is on disk', () => {
  const stored = updateOf((doc) => textIn(doc).insert(0, 'un texte'));
  const text = new LiveText({ state: null, updates: [stored], upTo: 1 }, () => {});
  const [bob, ann] = [new Y.Doc(), new Y.Doc()];
  for (const doc of [bob, ann]) Y.applyUpdate(doc, stored);
  const of = (doc: Y.Doc, write: () => void) => {
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    write();
    return openUpdate(Y.mergeUpdates(updates)) ?? expect.unreachable();
  };
  const removed = of(bob, () => bob.getXmlFragment('preamble').delete(0, 1));
  const typed = of(ann, () => {
    const [line] = ann.getXmlFragment('preamble').toArray();
    const words = line instanceof Y.XmlElement ? line.get(0) : null;
    if (!(words instanceof Y.XmlText)) return expect.unreachable();
    words.insert(8, '😀');
    words.delete(9, 1);
  });
  text.take(removed, { isAnswer: false, actorId: 'bob', connection: '1' });
  const { rescued } = text.take(typed, { isAnswer: false, actorId: 'ann', connection: '2' });
  expect(rescued).toBe(1);
  const after = new LiveText({ state: text.state(), updates: [], upTo: 2 }, () => {});
  const preamble = ({ doc }: LiveText) => doc.getXmlFragment('preamble').toString();
  expect(preamble(text)).toBe(preamble(after));
});
