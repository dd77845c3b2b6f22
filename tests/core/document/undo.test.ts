// Undo takes back one's own edits and never another person's words.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addItem, moveItem, removeItem } from '#core/document/edits/items.ts';
import { splitItem } from '#core/document/edits/text.ts';
import { binOf, textOf } from '#core/document/room.ts';
import { roomUndo } from '#core/document/undo.ts';
import { copyOf, emptyRoom, meet, outline, plant, titled, type } from './rooms.ts';

const BINDING = { binding: true };

function two() {
  const one = emptyRoom('job-reference', 'missions');
  plant(one, 'missions', 'a:mission', 'b:mission');
  const other = copyOf(one, 9);
  return { one, other, undo: roomUndo(one.doc, one.sections, [BINDING]) };
}
const words = (room: { doc: Y.Doc }, id: string) => textOf(room.doc, id)?.toString() ?? '';

describe('undo of a room', () => {
  test('nothing to undo where nothing was done', () => {
    const { one, undo } = two();
    for (let times = 0; times < 20; times++) undo.undo();
    expect(outline(one)).toBe('a b');
    expect(words(one, 'a')).toContain('corps de a');
  });

  test('undoing an add hides it, with what another wrote in it; redo shows it again', () => {
    const { one, other, undo } = two();
    addItem(
      one,
      { id: 'n', kind: 'mission', text: titled('n') },
      { section: 'missions', parent: '' },
    );
    meet(one, other);
    type(other, 'n', 0, 0, 'AUTRE ');
    meet(one, other);
    const before = textOf(one.doc, 'n');
    undo.undo();
    meet(one, other);
    expect(outline(other)).toBe('a b');
    expect(binOf(other.doc).map((item) => item.title)).toEqual(['AUTRE n']);
    undo.redo();
    meet(one, other);
    expect(outline(other)).toBe('a b n');
    expect(textOf(one.doc, 'n')).toBe(before);
  });

  test('undoing a move does not move what another moved on', () => {
    const { one, other, undo } = two();
    moveItem(one, 'a', { section: 'missions', parent: '', after: 'b' });
    meet(one, other);
    moveItem(other, 'a', { section: 'missions', parent: 'b' });
    meet(one, other);
    undo.undo();
    meet(one, other);
    expect(outline(one)).toBe('b(a)');
  });

  test('undoing a removal brings the item back with what was typed meanwhile', () => {
    const { one, other, undo } = two();
    removeItem(one, 'a');
    type(other, 'a', 1, 0, 'ENCORE ');
    meet(one, other);
    undo.undo();
    meet(one, other);
    expect(outline(other)).toBe('a b');
    expect(words(one, 'a')).toContain('ENCORE corps de a');
  });

  test('undoing typing leaves another’s words between', () => {
    const { one, other, undo } = two();
    one.doc.transact(() => type(one, 'a', 1, 0, 'bonjour à tous '), BINDING);
    meet(one, other);
    type(other, 'a', 1, 8, 'MONDE ');
    meet(one, other);
    undo.undo();
    expect(words(one, 'a')).toContain('>MONDE corps de a<');
    undo.redo();
    expect(words(one, 'a')).toContain('>bonjour MONDE à tous corps de a<');
  });

  test('undoing my new paragraph keeps what another wrote in it', () => {
    const { one, other, undo } = two();
    one.doc.transact(() => textOf(one.doc, 'a')?.push([new Y.XmlElement('paragraph')]), BINDING);
    meet(one, other);
    type(other, 'a', 2, 0, 'LÀ');
    meet(one, other);
    undo.undo();
    meet(one, other);
    expect(words(other, 'a')).toContain('LÀ');
  });

  test('undoing a split puts the words back and hides the new item', () => {
    const { one, undo } = two();
    const before = words(one, 'a');
    splitItem(one, 'a', { path: [1], offset: 6 }, 'n');
    expect(outline(one)).toBe('a n b');
    undo.undo();
    expect(outline(one)).toBe('a b');
    expect(words(one, 'a')).toBe(before);
  });
});
