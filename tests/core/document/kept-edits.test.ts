// What a client keeps until it is on disk, and what it says of being saved.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { KeptEdits } from '#core/document/kept-edits.ts';

function typing() {
  const doc = new Y.Doc();
  const kept = new KeptEdits();
  let connected = false;
  doc.on('update', (update: Uint8Array) => {
    if (connected) kept.count();
    kept.add(update, connected);
  });
  return {
    kept,
    type: (words: string) => doc.getText('t').insert(doc.getText('t').length, words),
    connect() {
      connected = true;
      const first = kept.connected();
      if (first) kept.count();
      return first;
    },
    cut() {
      connected = false;
    },
  };
}

function read(update: Uint8Array | null): string {
  const doc = new Y.Doc();
  if (update) Y.applyUpdate(doc, update);
  return doc.getText('t').toString();
}

describe('kept edits', () => {
  it('are let go of one by one, as the server says that they are on disk', () => {
    const { kept, type, connect } = typing();
    expect(connect()).toBeNull();
    expect(kept.isSaved).toBe(true);
    type('a');
    type('b');
    kept.saved(1);
    expect([kept.isSaved, kept.sent]).toEqual([false, 2]);
    kept.saved(2);
    expect([kept.isSaved, kept.unsaved]).toEqual([true, null]);
  });

  it('go out first on the next connection, whether they were sent before or not', () => {
    const { kept, type, connect, cut } = typing();
    connect();
    type('a');
    kept.saved(1);
    type('b');
    cut();
    type('c');
    expect(kept.isSaved).toBe(false);
    const first = connect();
    expect(
      first && [...Y.decodeUpdate(first).structs].reduce((n, struct) => n + struct.length, 0),
    ).toBe(2);
    expect(kept.sent).toBe(1);
    kept.saved(1);
    expect(kept.isSaved).toBe(true);
  });

  it('survive as many cuts as there are', () => {
    const { kept, type, connect, cut } = typing();
    for (const letter of 'abc') {
      connect();
      type(letter);
      cut();
    }
    expect(read(kept.unsaved)).toBe('abc');
  });

  it('count what else was sent: an answer to the server is saved like any other', () => {
    const { kept, connect } = typing();
    connect();
    kept.count();
    expect(kept.isSaved).toBe(false);
    kept.saved(1);
    expect(kept.isSaved).toBe(true);
  });
});
