// Small readings of what people type and what the server tells: numbers, addresses, names, keys, places.
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { whereIs } from '#app/editor/live/presence.ts';
import { readSent } from '#app/editor/live/socket.ts';
import { numberOf } from '#app/editor/page/field-values.ts';
import { linkAddress } from '#app/editor/page/link-address.ts';
import { keyWords } from '#app/editor/page/words.ts';
import { personOf } from '#app/editor/people.ts';
import { addItem } from '#core/document/edits/items.ts';
import { editableRoom } from '#core/document/edits/room.ts';
import { preambleOf, textOf } from '#core/document/room.ts';
import { templateOf } from '#core/framework/templates.ts';
import { translator } from '#locales/catalogue.ts';

test.each([
  ['7', 7],
  ['3,5', 3.5],
  ['3.25', 3.25],
  [' 1 200 ', 1200],
  ['', ''],
  ['sept', undefined],
  ['-1', undefined],
  ['1e9', undefined],
])('the number in %j is %j', (typed, number) => {
  expect(numberOf(typed)).toBe(number);
});

test.each([
  ['exemple.org', 'https://exemple.org'],
  ['exemple.org/a?b#c', 'https://exemple.org/a?b#c'],
  ['école.fr', 'https://école.fr'],
  ['a@exemple.org', 'mailto:a@exemple.org'],
  ['https://exemple.org', 'https://exemple.org'],
  ['tel:+33100000000', 'tel:+33100000000'],
  ['/f/essai', '/f/essai'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['un mot', 'un mot'],
])('the address in %j is %j', (typed, address) => {
  expect(linkAddress(typed)).toBe(address);
});

test('keys are named as they stand on each keyboard', () => {
  expect(keyWords(translator('fr'), 'Mod-Shift-s', false)).toBe('Ctrl+Maj+S');
  expect(keyWords(translator('en'), 'Mod-Shift-s', false)).toBe('Ctrl+Shift+S');
  expect(keyWords(translator('en'), 'Mod-Shift-s', true)).toBe('⌘⇧S');
  expect(keyWords(translator('fr'), 'Alt-Shift-ArrowUp', false)).toBe('Alt+Maj+↑');
});

test('who somebody is comes from the server, whatever shape it has', () => {
  expect(personOf({ id: 'x', name: 'Alix' })).toMatchObject({ key: 'x', name: 'Alix' });
  expect(personOf({ name: 'a'.repeat(10_000) }).name).toHaveLength(80);
  for (const none of [null, undefined, 7, 'Alix', [], { name: 3 }])
    expect(personOf(none).name).toBe('');
});

describe('a caret is in', () => {
  const template = templateOf('job-reference');
  if (!template) throw new Error('no template');
  const doc = new Y.Doc();
  addItem(
    editableRoom(doc, template, 'missions', () => 0.5),
    {
      id: 'a',
      kind: 'mission',
      text: [{ type: 'itemTitle', content: [{ type: 'text', text: 'Titre' }] }],
    },
    { section: 'missions', parent: '' },
  );
  const title = textOf(doc, 'a')?.get(0);
  const line = title instanceof Y.XmlElement ? title.get(0) : null;
  if (!(line instanceof Y.XmlText)) throw new Error('no line');
  const cursor = (
    type: Parameters<typeof Y.createRelativePositionFromTypeIndex>[0],
    index: number,
  ) => {
    const position = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(type, index));
    return { anchor: position, head: position };
  };

  test('the item whose words it stands in, inside them and behind the last', () => {
    expect(whereIs(doc, cursor(line, 2))).toBe('a');
    expect(whereIs(doc, cursor(line, 5))).toBe('a');
  });

  test('the preamble', () => {
    const preamble = preambleOf(doc, 'preamble');
    expect(whereIs(doc, cursor(preamble, 0))).toBe('preamble');
  });

  test('no place where its words are not here yet, or it is no caret', () => {
    const unknown = {
      anchor: null,
      head: { type: null, tname: null, item: { client: 1, clock: 9 }, assoc: 0 },
    };
    expect(whereIs(doc, unknown)).toBeNull();
    for (const none of [null, undefined, 'x', {}, { head: 4 }, { head: { item: 'x' } }])
      expect(whereIs(doc, none)).toBeNull();
  });
});

test.each([
  ['an update', [0, 2, 3, 1, 2, 3], { kind: 'update', empty: false }],
  ['an empty answer', [0, 1, 2, 0, 0], { kind: 'answer', empty: true }],
  ['a question', [0, 0, 1, 0], null],
  ['presence', [1, 1, 0], null],
])('%s that leaves is known for what it is', (_name, bytes, sent) => {
  expect(readSent(new Uint8Array(bytes))).toEqual(sent);
});
