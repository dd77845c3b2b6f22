// SY-74: which words were put back away from their place, and when nobody needs to be told any more.
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addItem } from '#core/document/edits/items.ts';
import { dismissRecovered, noteRecovered, recoveredIn } from '#core/document/recovered.ts';
import { preambleOf, textOf } from '#core/document/room.ts';
import { RECOVERED } from '#core/document/wire.ts';
import { emptyRoom, paragraph, titled } from './rooms.ts';

function withParagraph(fragment: Y.XmlFragment, words: string): Y.XmlText {
  const text = new Y.XmlText(words);
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [text]);
  fragment.insert(fragment.length, [element]);
  return text;
}

function roomWith(words: string) {
  const room = emptyRoom('job-reference', 'missions');
  const { doc } = room;
  const text = titled('Accueillir', paragraph('avec patience'));
  addItem(room, { id: 'a', kind: 'mission', text }, { section: 'missions', parent: '' });
  const fragment = textOf(doc, 'a');
  if (!fragment) throw new Error('no text');
  const put = withParagraph(fragment, words);
  noteRecovered(doc, fragment, put);
  return { doc, fragment, put };
}

describe('recovered words', () => {
  it('SY-74 are told with the item they stand in, as they read now', () => {
    const { doc, put } = roomWith('sans juger');
    put.insert(0, 'écouter ');
    expect(recoveredIn(doc)).toMatchObject([{ at: 'a', words: 'écouter sans juger' }]);
  });

  it('SY-74 are told in a preamble', () => {
    const { doc } = roomWith('sans juger');
    const preamble = preambleOf(doc, 'preamble');
    noteRecovered(doc, preamble, withParagraph(preamble, 'Ce métier'));
    expect(recoveredIn(doc)).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ at: 'preamble', words: 'Ce métier' })]),
    );
  });

  it('SY-74 are told to who comes with a copy of the text, in which nothing deleted is kept', () => {
    const { doc } = roomWith('sans juger');
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    expect(recoveredIn(copy)).toEqual(recoveredIn(doc));
  });

  it.each([
    [
      'dismissed',
      ({ doc }) =>
        dismissRecovered(
          doc,
          recoveredIn(doc).map(({ key }) => key),
        ),
    ],
    ['deleted', ({ fragment }) => fragment.delete(2, 1)],
    ['emptied', ({ put }) => put.delete(0, put.length)],
  ] satisfies [string, (room: ReturnType<typeof roomWith>) => void][])(
    'SY-74 are told no more once they are %s',
    (_, act) => {
      const room = roomWith('sans juger');
      act(room);
      expect(recoveredIn(room.doc)).toEqual([]);
    },
  );

  it.each(['', 'x', '1:', '1:99999', '-1:0', '5:5'])(
    'what makes no sense is passed over: %j',
    (key) => {
      const { doc } = roomWith('sans juger');
      doc.getMap(RECOVERED).set(key, 'a');
      doc.getMap(RECOVERED).set('0:0', { odd: true });
      expect(recoveredIn(doc)).toHaveLength(1);
    },
  );
});
