// The shared text of an empty paragraph: there from the start, so that two people who begin in it write in the same one.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { makeFirstTexts } from '#core/document/first-texts.ts';
import { writeFragment } from '#core/document/write.ts';

const MINE = 'mine';

function typist(client: number, from?: Y.Doc): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  if (from) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from));
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.local && transaction.origin === MINE) makeFirstTexts(transaction);
  });
  return doc;
}

function fragment(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('text');
}

function insert(doc: Y.Doc, ...elements: Y.XmlElement[]): void {
  doc.transact(() => fragment(doc).push(elements), MINE);
}

function firstText(doc: Y.Doc): Y.XmlText {
  const [paragraph] = fragment(doc).toArray();
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('no shared text');
  return text;
}

test('SY-77 a paragraph has its shared text when it reaches the others, in one update with it', () => {
  const doc = typist(1);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  insert(doc, new Y.XmlElement('paragraph'));
  const other = new Y.Doc();
  Y.applyUpdate(other, updates[0] ?? new Uint8Array([0, 0]));
  expect(firstText(other).length).toBe(0);
});

test('SY-77 two who begin in it at once write in the same one, and no letter is doubled', () => {
  const one = typist(1);
  insert(one, new Y.XmlElement('paragraph'));
  const two = typist(2, one);
  firstText(one).insert(0, 'ici');
  firstText(two).insert(0, 'là');
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  expect(fragment(one).toString()).toBe(fragment(two).toString());
  expect(fragment(one).toArray().map(shape)).toEqual(['paragraph(text)']);
  expect(firstText(one).toString()).toHaveLength(5);
});

test('titles too, and what lies in lists and cells; what holds no words itself gets none', () => {
  const doc = typist(1);
  const list = new Y.XmlElement('bulletList');
  const listItem = new Y.XmlElement('listItem');
  listItem.insert(0, [new Y.XmlElement('paragraph')]);
  list.insert(0, [listItem]);
  insert(doc, new Y.XmlElement('itemTitle'), list);
  expect(fragment(doc).toArray().map(shape)).toEqual([
    'itemTitle(text)',
    'bulletList(listItem(paragraph(text)))',
  ]);
});

test('what somebody else made, or what holds words, is left alone', () => {
  const other = new Y.Doc();
  fragment(other).push([new Y.XmlElement('paragraph')]);
  const doc = typist(1, other);
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText('mots')]);
  insert(doc, paragraph);
  expect(fragment(doc).toArray().map(shape)).toEqual(['paragraph()', 'paragraph(text)']);
});

test('it is part of the step of undo that made the paragraph', () => {
  const doc = typist(1);
  const manager = new Y.UndoManager(fragment(doc), { trackedOrigins: new Set([MINE]) });
  insert(doc, new Y.XmlElement('paragraph'));
  expect(manager.undoStack).toHaveLength(1);
  manager.undo();
  expect(fragment(doc).length).toBe(0);
});

test('the server’s own writing makes paragraphs with their text', () => {
  const doc = new Y.Doc();
  writeFragment(fragment(doc), [{ type: 'itemTitle' }, { type: 'paragraph' }]);
  expect(fragment(doc).toArray().map(shape)).toEqual(['itemTitle(text)', 'paragraph(text)']);
});

test('a paragraph that the server empties keeps its text', () => {
  const doc = new Y.Doc();
  const words = (text: string) => [
    { type: 'itemTitle', content: [{ type: 'text', text: 'Titre' }] },
    { type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'Suite' }] },
  ];
  writeFragment(fragment(doc), words('mots'));
  const text = (fragment(doc).get(1) as Y.XmlElement).get(0);
  writeFragment(fragment(doc), words(''));
  expect(fragment(doc).toArray().map(shape)).toEqual([
    'itemTitle(text)',
    'paragraph(text)',
    'paragraph(text)',
  ]);
  expect((fragment(doc).get(1) as Y.XmlElement).get(0)).toBe(text);
});

function shape(child: unknown): string {
  if (child instanceof Y.XmlText) return 'text';
  if (!(child instanceof Y.XmlElement)) return '?';
  return `${child.nodeName}(${child.toArray().map(shape).join(',')})`;
}
