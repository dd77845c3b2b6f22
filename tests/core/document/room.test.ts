// Reading a room never throws and never writes, whatever its bytes say.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readSections } from '#core/document/interchange.ts';
import { binOf, itemsOf, readRoom, rowsOf, titleOf } from '#core/document/room.ts';
import { ITEM_KEY, SOURCES } from '#core/document/wire.ts';
import { interchangeDocumentSchema } from '#core/framework/interchange.ts';
import { known } from './rooms.ts';

const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('map', 'text', 'xml', 'element', 'array').map((shared) => ({ shared })),
);

/** A value of the document: JSON, or a shared type of some kind with something in it. */
function put(map: Y.Map<unknown>, key: string, wanted: unknown): void {
  const shared = (wanted as { shared?: string } | null)?.shared;
  if (shared === 'map') map.set(key, new Y.Map(Object.entries({ a: 1, order: 'x', level: 9 })));
  else if (shared === 'text') map.set(key, new Y.Text('words'));
  else if (shared === 'array') map.set(key, Y.Array.from([1, 'x']));
  else if (shared === 'element') map.set(key, new Y.XmlElement('itemTitle'));
  else if (shared === 'xml') {
    const fragment = new Y.XmlFragment();
    const odd = new Y.XmlElement('odd-node');
    odd.insert(0, [new Y.XmlText('odd'), new Y.XmlElement('itemTitle')]);
    const line = new Y.XmlText();
    line.applyDelta([
      {
        insert: 'bare',
        attributes: { bold: true, 'note--AAAAAAAA': 5, link: { href: 'javascript:x' } },
      },
    ]);
    fragment.insert(0, [line, odd]);
    map.set(key, fragment);
  } else map.set(key, wanted);
}

const keys = [...Object.values(ITEM_KEY), 'other'];

test.each(['job-reference', 'ideal-system'])(
  'any bytes in a room of %s',
  (name) => {
    const template = known(name);
    const room = template.rooms[0]?.key ?? '';
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('a', 'b', 'c', '', '__proto__', 'x y'),
          fc.oneof(fc.constant(null), fc.dictionary(fc.constantFrom(...keys), value)),
          { maxKeys: 6 },
        ),
        value,
        (items, source) => {
          const doc = new Y.Doc();
          for (const [id, members] of Object.entries(items)) {
            if (members === null) {
              itemsOf(doc).set(id, 'no item');
              continue;
            }
            const item = new Y.Map<unknown>();
            itemsOf(doc).set(id, item);
            for (const [key, member] of Object.entries(members)) put(item, key, member);
          }
          put(doc.getMap(SOURCES), 'item/a', source);
          const before = Y.encodeStateAsUpdate(doc);
          const copy = new Y.Doc();
          Y.applyUpdate(copy, before);
          const count = (list: readonly { children: readonly unknown[] }[]): number =>
            list.reduce((sum, one) => sum + 1 + count(one.children as typeof list), 0);
          const shown = readRoom(copy, template, room, 'fr').reduce(
            (sum, section) => sum + count(section.items),
            0,
          );
          expect(shown).toBe(rowsOf(copy).filter((row) => row.removed !== true).length);
          binOf(copy);
          const sections = readSections(copy, template, room);
          expect(JSON.stringify(sections)).not.toContain('javascript');
          const ids = Object.keys(items).every((id) => /^\w+$/.test(id) && id !== '__proto__');
          if (ids) {
            const framework = { slug: 'x', template: name, language: 'fr', title: 'X' };
            expect(
              interchangeDocumentSchema.safeParse({ format: 'triptyque/1', framework, sections })
                .success,
            ).toBe(true);
          }
          expect(Y.encodeStateAsUpdate(copy)).toEqual(before);
        },
      ),
      { seed: 20_260_124, numRuns: 250 },
    );
  },
  60_000,
);

test('a title is plain, whatever stands before it', () => {
  const item = new Y.Doc().getMap<unknown>('items');
  const fragment = new Y.XmlFragment();
  item.set(ITEM_KEY.text, fragment);
  expect(titleOf(item)).toBe('');
  const title = new Y.XmlElement('itemTitle');
  title.insert(0, [new Y.XmlText('Le '), new Y.XmlText('titre')]);
  fragment.insert(0, [new Y.XmlElement('paragraph'), title, new Y.XmlElement('itemTitle')]);
  expect(titleOf(item)).toBe('Le titre');
});
