// What a text in memory must not keep.
import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { LiveText } from '#server/sync/live-text.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** A text loaded from bytes that only it could still hold, and what tells whether it does. */
function loaded(format: 'state' | 'update') {
  const doc = new Y.Doc();
  doc.getText('words').insert(0, 'many words '.repeat(10_000));
  const bytes = format === 'state' ? Y.encodeStateAsUpdateV2(doc) : Y.encodeStateAsUpdate(doc);
  const stored =
    format === 'state'
      ? { state: bytes, updates: [], upTo: 1 }
      : { state: null, updates: [bytes], upTo: 1 };
  return { text: new LiveText(stored, () => {}), bytes: new WeakRef(bytes.buffer) };
}

it.each(['state', 'update'] as const)(
  'not the bytes of the %s it was loaded from',
  async (format) => {
    const { text, bytes } = loaded(format);
    await turn();
    collect();
    expect(bytes.deref()).toBeUndefined();
    expect(text.doc.getText('words').length).toBe(110_000);
  },
);
