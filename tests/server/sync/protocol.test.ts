// SY-12: a frame that means nothing is a value, an update that cannot be applied is told before it is.
import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { HEARTBEAT_FRAME, readMessage, updateFrame } from '#server/sync/protocol.ts';
import { bringsNothing, difference, joined, mergeAll, openUpdate } from '#server/sync/updates.ts';

const bytes = fc.uint8Array({ maxLength: 40 });

function frame(...numbers: number[]): Uint8Array {
  return encoding.encode((encoder) => {
    for (const n of numbers) encoding.writeVarUint(encoder, n);
  });
}

describe('frames', () => {
  it('SY-12 never throws, whatever comes', () => {
    fc.assert(
      fc.property(bytes, (any) => {
        expect(readMessage(any).kind).toMatch(/^(step1|update|presence|ask-presence|rubbish)$/);
      }),
      { seed: 1, numRuns: 5_000 },
    );
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['an unknown type', frame(77)],
    ['the type of authentication', frame(2, 0)],
    ['what only the server says', frame(100, 0)],
    ['an unknown sync step', frame(0, 9, 0)],
    ['a length without its bytes', frame(0, 2, 1000)],
    [
      'a length beyond all numbers',
      new Uint8Array([0, 2, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]),
    ],
    ['bytes after the end', frame(0, 2, 1, 0, 5)],
    ['presence of more clients than there are', frame(1, 2, 9, 9)],
  ])('SY-12 calls rubbish: %s', (_name, any) => {
    expect(readMessage(any).kind).toBe('rubbish');
  });

  it('SY-12 reaches nothing beside the frame, which lies in a pool with others’', () => {
    const pool = new Uint8Array(64).fill(0x41);
    const own = frame(0, 2, 20, 1, 2);
    pool.set(own, 10);
    expect(readMessage(pool.subarray(10, 10 + own.length)).kind).toBe('rubbish');
    const whole = updateFrame(new Uint8Array([0, 0]));
    pool.set(whole, 10);
    const message = readMessage(pool.subarray(10, 10 + whole.length));
    expect(message.kind === 'update' && message.update.buffer.byteLength).toBe(2);
  });

  it('SY-22 keeps a client awake with a presence of nobody', () => {
    expect(readMessage(HEARTBEAT_FRAME)).toEqual({ kind: 'presence', states: [] });
  });
});

describe('updates', () => {
  it('SY-12 an update that opens is one that Yjs applies', () => {
    const doc = new Y.Doc();
    doc.clientID = 1;
    const text = doc.getText('t');
    text.insert(0, 'some words');
    text.delete(2, 3);
    doc.getMap('m').set('k', new Y.Map([['a', [1, { b: 'c' }]]]));
    doc.getXmlFragment('x').insert(0, [new Y.XmlElement('p')]);
    const good = Y.encodeStateAsUpdate(doc);
    const spoilt = fc
      .array(fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) }), { maxLength: 4 })
      .map((changes) => {
        const copy = good.slice();
        for (const { at, byte } of changes) copy[at] = byte;
        return copy;
      });
    fc.assert(
      fc.property(fc.oneof(spoilt, bytes), (any) => {
        const opened = openUpdate(any);
        if (!opened) return;
        const other = new Y.Doc({ gc: false });
        other.getText('t').insert(0, 'words of its own');
        Y.applyUpdate(other, any);
        Y.applyUpdate(new Y.Doc({ gc: false }), Y.encodeStateAsUpdate(other));
      }),
      { seed: 2, numRuns: 5_000 },
    );
  });

  it('SY-12 does not open what refers to its own future: Yjs would break off in the middle', () => {
    const update = encoding.encode((encoder) => {
      for (const n of [1, 1, 7, 0]) encoding.writeVarUint(encoder, n);
      encoding.writeUint8(encoder, 0x84);
      for (const n of [7, 5]) encoding.writeVarUint(encoder, n);
      encoding.writeVarString(encoder, 'x');
      encoding.writeVarUint(encoder, 0);
    });
    expect(() => Y.applyUpdate(new Y.Doc(), update)).toThrow();
    expect(openUpdate(update)).toBeNull();
  });

  it('SY-5 tells what brings nothing from what does', () => {
    const doc = new Y.Doc({ gc: false });
    doc.getText('t').insert(0, 'abc');
    const early = Y.encodeStateAsUpdate(doc);
    doc.getText('t').delete(1, 1);
    const late = Y.encodeStateAsUpdate(doc);
    const before = new Y.Doc({ gc: false });
    Y.applyUpdate(before, early);
    const brings = (on: Y.Doc, update: Uint8Array) => {
      const opened = openUpdate(update);
      return opened !== null && !bringsNothing(on, opened);
    };
    expect([
      brings(doc, early),
      brings(doc, late),
      brings(before, early),
      brings(before, late),
    ]).toEqual([false, false, false, true]);
  });

  it('merges any number of updates into what all of them say', () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let i = 0; i < 200; i++) doc.getText('t').insert(0, `${i} `);
    const merged = new Y.Doc();
    Y.applyUpdate(merged, mergeAll(updates));
    expect(merged.getText('t').toString()).toBe(doc.getText('t').toString());
  });

  it('subtracts runs as sets of clocks', () => {
    const runs = fc.array(fc.record({ clock: fc.nat(30), len: fc.integer({ min: 1, max: 8 }) }), {
      maxLength: 6,
    });
    const clocks = (list: readonly { clock: number; len: number }[] = []) =>
      new Set(list.flatMap((run) => Array.from({ length: run.len }, (_, i) => run.clock + i)));
    fc.assert(
      fc.property(runs, runs, (a, b) => {
        const left = difference(new Map([[1, joined(a)]]), new Map([[1, joined(b)]])).get(1);
        const wanted = [...clocks(a)]
          .filter((clock) => !clocks(b).has(clock))
          .sort((x, y) => x - y);
        expect([...clocks(left)].sort((x, y) => x - y)).toEqual(wanted);
      }),
      { seed: 3, numRuns: 1_000 },
    );
  });
});
