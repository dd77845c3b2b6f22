// Edits on a room: where things go, what follows them, and what two people's acts make together.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  addItem,
  levelItem,
  moveItem,
  putBack,
  removeItem,
  setField,
  setKind,
  shiftItem,
} from '#core/document/edits/items.ts';
import {
  addReference,
  moveReference,
  removeReference,
  setReferenceLevel,
} from '#core/document/edits/references.ts';
import type { EditableRoom } from '#core/document/edits/room.ts';
import { mergeItem, setText, splitItem } from '#core/document/edits/text.ts';
import { fragmentHtml } from '#core/document/html.ts';
import { binOf, itemOf, readRoom, referencesOf, textOf } from '#core/document/room.ts';
import { ITEM_KEY } from '#core/document/wire.ts';
import { copyOf, emptyRoom, meet, outline, paragraph, plant, titled, type } from './rooms.ts';

function missions(...items: string[]): EditableRoom {
  const room = emptyRoom('job-reference', 'missions');
  plant(room, 'missions', ...items);
  return room;
}

const abc = () => missions('a:mission', 'b:mission', 'c:mission', 'b/b1:activity', 'b/b2:activity');
const kind = (room: EditableRoom, id: string) => itemOf(room.doc, id)?.get('kind');
const html = (room: EditableRoom, id: string) => {
  const text = textOf(room.doc, id);
  return text ? fragmentHtml(text).replace(/ (?:data-item-title|dir)="[^"]*"/g, '') : null;
};

describe('placing items', () => {
  test.each<[string, (room: EditableRoom) => boolean, string]>([
    [
      'move before',
      (room) => moveItem(room, 'c', { section: 'missions', parent: '', before: 'a' }),
      'c a b(b1 b2)',
    ],
    [
      'move after',
      (room) => moveItem(room, 'a', { section: 'missions', parent: '', after: 'b' }),
      'b(b1 b2) a c',
    ],
    [
      'move to the end',
      (room) => moveItem(room, 'a', { section: 'missions', parent: '' }),
      'b(b1 b2) c a',
    ],
    [
      'move under another, between',
      (room) => moveItem(room, 'a', { section: 'missions', parent: 'b', after: 'b1' }),
      'b(b1 a b2) c',
    ],
    [
      'move with children',
      (room) => moveItem(room, 'b', { section: 'missions', parent: 'a' }),
      'a(b(b1 b2)) c',
    ],
    [
      'beside one that is gone',
      (room) => moveItem(room, 'a', { section: 'missions', parent: '', before: 'gone' }),
      'b(b1 b2) c a',
    ],
    ['level down', (room) => levelItem(room, 'c', 'down'), 'a b(b1 b2 c)'],
    ['level up', (room) => levelItem(room, 'b1', 'up'), 'a b(b2) b1 c'],
    ['earlier', (room) => shiftItem(room, 'c', 'earlier'), 'a c b(b1 b2)'],
    ['later', (room) => shiftItem(room, 'b1', 'later'), 'a b(b2 b1) c'],
    ['remove alone', (room) => removeItem(room, 'b'), 'a b1 b2 c'],
    ['remove with children', (room) => removeItem(room, 'b', true), 'a c'],
  ])('%s', (_, edit, expected) => {
    const room = abc();
    expect(edit(room)).toBe(true);
    expect(outline(room)).toBe(expected);
  });

  test.each<[string, (room: EditableRoom) => boolean]>([
    ['under itself', (room) => moveItem(room, 'b', { section: 'missions', parent: 'b' })],
    [
      'under what is under it',
      (room) => moveItem(room, 'b', { section: 'missions', parent: 'b1' }),
    ],
    ['under nobody', (room) => moveItem(room, 'b', { section: 'missions', parent: 'gone' })],
    ['into an unknown section', (room) => moveItem(room, 'b', { section: 'levers', parent: '' })],
    ['an unknown item', (room) => moveItem(room, 'gone', { section: 'missions', parent: '' })],
    ['level down the first', (room) => levelItem(room, 'a', 'down')],
    ['level up the top', (room) => levelItem(room, 'a', 'up')],
    ['earlier than the first', (room) => shiftItem(room, 'a', 'earlier')],
    ['later than the last', (room) => shiftItem(room, 'b2', 'later')],
    [
      'an id that is taken',
      (room) => addItem(room, { id: 'a', kind: 'mission' }, { section: 'missions', parent: '' }),
    ],
    ['put back what lives', (room) => putBack(room, 'a')],
    ['merge into what is under it', (room) => mergeItem(room, 'b', 'b1')],
    ['merge with itself', (room) => mergeItem(room, 'b', 'b')],
  ])('refused: %s', (_, edit) => {
    const room = abc();
    const before = Y.encodeStateVector(room.doc);
    expect(edit(room)).toBe(false);
    expect(Y.encodeStateVector(room.doc)).toEqual(before);
  });

  test('beside children that stand in a removed item’s place', () => {
    const room = abc();
    removeItem(room, 'b');
    moveItem(room, 'c', { section: 'missions', parent: '', after: 'b1' });
    expect(outline(room)).toBe('a b1 c b2');
    addItem(room, { id: 'n', kind: 'mission' }, { section: 'missions', parent: '', before: 'b1' });
    expect(outline(room)).toBe('a n b1 c b2');
  });

  test('between equal keys, the later ones get new keys first', () => {
    const room = abc();
    for (const id of ['a', 'b', 'c'])
      itemOf(room.doc, id)?.set(ITEM_KEY.place, { parent: '', order: 'k' });
    expect(outline(room)).toBe('a b(b1 b2) c');
    addItem(room, { id: 'n', kind: 'mission' }, { section: 'missions', parent: '', after: 'a' });
    expect(outline(room)).toBe('a n b(b1 b2) c');
    shiftItem(room, 'c', 'earlier');
    expect(outline(room)).toBe('a n c b(b1 b2)');
  });

  test('a kind follows its place where another fits there, and only there', () => {
    const room = abc();
    levelItem(room, 'c', 'down');
    expect(kind(room, 'c')).toBe('activity');
    levelItem(room, 'c', 'up');
    expect(kind(room, 'c')).toBe('mission');
    setKind(room, 'a', 'criterion');
    expect(kind(room, 'a')).toBe('criterion');
    shiftItem(room, 'a', 'later');
    expect(kind(room, 'a')).toBe('mission');
  });

  test('cards move between the columns of one room and take the column’s kind', () => {
    const room = emptyRoom('ideal-system', 'canvas');
    plant(room, 'causes', 'c1:cause', 'c2:cause');
    plant(room, 'levers', 'l1:lever');
    moveItem(room, 'c1', { section: 'levers', parent: '', after: 'l1' });
    expect(outline(room)).toBe('c2 | l1 c1 | ');
    expect(kind(room, 'c1')).toBe('lever');
  });
});

describe('two people at once', () => {
  const pair = () => {
    const one = abc();
    return [one, copyOf(one, 7)] as const;
  };

  test('one moves an item while the other types in it', () => {
    const [one, two] = pair();
    moveItem(one, 'c', { section: 'missions', parent: 'a' });
    type(two, 'c', 1, 0, 'TAPÉ ');
    meet(one, two);
    expect(outline(one)).toBe('a(c) b(b1 b2)');
    expect(outline(two)).toBe(outline(one));
    expect(html(one, 'c')).toContain('TAPÉ corps de c');
  });

  test('both move the same item: one place wins', () => {
    const [one, two] = pair();
    moveItem(one, 'c', { section: 'missions', parent: 'a' });
    moveItem(two, 'c', { section: 'missions', parent: 'b' });
    meet(one, two);
    expect(outline(one)).toBe(outline(two));
    expect(outline(one).match(/\bc\b/g)).toHaveLength(1);
  });

  test('each moves an item under the other’s: nothing is lost', () => {
    const [one, two] = pair();
    moveItem(one, 'a', { section: 'missions', parent: 'c' });
    moveItem(two, 'c', { section: 'missions', parent: 'a' });
    meet(one, two);
    expect(outline(one)).toBe(outline(two));
    expect(
      outline(one)
        .match(/\b[abc]\d?/g)
        ?.sort(),
    ).toEqual(['a', 'b', 'b1', 'b2', 'c']);
  });

  test('one removes an item while the other types in it: the words wait in the bin', () => {
    const [one, two] = pair();
    removeItem(one, 'c');
    type(two, 'c', 1, 0, 'GARDÉ ');
    meet(one, two);
    expect(outline(two)).toBe('a b(b1 b2)');
    expect(binOf(two.doc)).toEqual([
      { id: 'c', kind: 'mission', title: 'c', body: 'GARDÉ corps de c' },
    ]);
    putBack(one, 'c');
    expect(outline(one)).toBe('a b(b1 b2) c');
  });

  test('both add a reference: both are there', () => {
    const [one, two] = pair();
    addReference(one, 'a', { item: 'x', level: 2 });
    addReference(two, 'a', { item: 'y', framework: 'autre' });
    meet(one, two);
    const item = itemOf(one.doc, 'a');
    expect(item && referencesOf(item)).toHaveLength(2);
  });
});

describe('fields and references', () => {
  test('set, cleared, in order', () => {
    const room = missions('a:mission');
    const read = () => readRoom(room.doc, room.template, 'missions', 'fr')[0]?.items[0];
    setField(room, 'a', 'assessment', 'oral');
    setField(room, 'a', 'other', 3);
    setField(room, 'a', 'other', null);
    expect(read()?.fields).toEqual({ assessment: 'oral' });
    for (const item of ['x', 'y', 'z']) addReference(room, 'a', { item });
    setReferenceLevel(room, 'a', { item: 'y' }, 3);
    moveReference(room, 'a', { item: 'z' }, { item: 'x' });
    expect(read()?.references).toEqual([{ item: 'z' }, { item: 'x' }, { item: 'y', level: 3 }]);
    addReference(room, 'a', { item: 'x', level: 1 });
    setReferenceLevel(room, 'a', { item: 'y' }, null);
    removeReference(room, 'a', { item: 'z' });
    moveReference(room, 'a', { item: 'x' }, null);
    expect(read()?.references).toEqual([{ item: 'y' }, { item: 'x', level: 1 }]);
  });
});

describe('splitting and merging', () => {
  const one = () => {
    const room = missions('a:mission', 'b:mission', 'a/k:activity');
    setText(
      room,
      'a',
      titled('Titre entier', paragraph('un deux'), {
        type: 'bulletList',
        content: ['x', 'y'].map((words) => ({ type: 'listItem', content: [paragraph(words)] })),
      }),
    );
    return room;
  };

  test.each([
    [
      'in the title',
      [0],
      6,
      '<h3>Titre </h3>',
      '<h3>entier</h3><p>un deux</p><ul><li><p>x</p></li><li><p>y</p></li></ul>',
    ],
    [
      'in a paragraph',
      [1],
      3,
      '<h3>Titre entier</h3><p>un</p>',
      '<h3>deux</h3><ul><li><p>x</p></li><li><p>y</p></li></ul>',
    ],
    [
      'before a paragraph',
      [1],
      0,
      '<h3>Titre entier</h3>',
      '<h3>un deux</h3><ul><li><p>x</p></li><li><p>y</p></li></ul>',
    ],
    [
      'in a list',
      [2, 1, 0],
      0,
      '<h3>Titre entier</h3><p>un deux</p><ul><li><p>x</p></li></ul>',
      '<h3><br></h3><ul><li><p>y</p></li></ul>',
    ],
    [
      'at the end',
      [9],
      0,
      '<h3>Titre entier</h3><p>un deux</p><ul><li><p>x</p></li><li><p>y</p></li></ul>',
      '<h3><br></h3>',
    ],
  ] as [string, number[], number, string, string][])('%s', (_, path, offset, left, right) => {
    const room = one();
    expect(splitItem(room, 'a', { path, offset }, 'n')).toBe(true);
    expect(html(room, 'a')?.replace('un </p>', 'un</p>')).toBe(left);
    expect(html(room, 'n')).toBe(right);
    expect(outline(room)).toBe('a(k) n b');
    expect(readRoom(room.doc, room.template, 'missions', 'fr')[0]?.items[1]?.origin).toEqual({
      split: ['a'],
    });
  });

  test('never between the halves of a character', () => {
    const room = one();
    setText(room, 'a', titled('a🙂b'));
    splitItem(room, 'a', { path: [0], offset: 2 }, 'n');
    expect([html(room, 'a'), html(room, 'n')]).toEqual(['<h3>a</h3>', '<h3>🙂b</h3>']);
  });

  test('a merge keeps words, references, fields and children', () => {
    const room = one();
    setField(room, 'a', 'assessment', 'oral');
    addReference(room, 'a', { item: 'x', level: 2 });
    addReference(room, 'b', { item: 'y' });
    expect(mergeItem(room, 'a', 'b')).toBe(true);
    expect(outline(room)).toBe('b(k)');
    expect(html(room, 'b')).toBe(
      '<h3>b</h3><p>corps de b</p><p>Titre entier</p><p>un deux</p><ul><li><p>x</p></li><li><p>y</p></li></ul>',
    );
    const merged = readRoom(room.doc, room.template, 'missions', 'fr')[0]?.items[0];
    expect(merged?.origin).toEqual({ merged: ['a'] });
    expect(merged?.fields).toEqual({ assessment: 'oral' });
    expect(merged?.references).toEqual([{ item: 'y' }, { item: 'x', level: 2 }]);
    expect(binOf(room.doc).map((item) => item.id)).toEqual(['a']);
  });
});
