// Writing texts into shared fragments: exactly what is wanted, by little, inside the grammar, and as the binding reads it.
import {
  initProseMirrorDoc,
  prosemirrorJSONToYXmlFragment,
  yXmlFragmentToProsemirrorJSON,
} from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { repairText } from '#core/document/edits/text.ts';
import { itemSchema } from '#core/document/extensions.ts';
import { fitNodes, fitsGrammar, mayBeEdited } from '#core/document/fit.ts';
import { plainText } from '#core/document/plain.ts';
import { normalNodes, readFragment, sameNodes } from '#core/document/rich.ts';
import { textOf } from '#core/document/room.ts';
import { writeFragment } from '#core/document/write.ts';
import type { RichNode } from '#core/framework/interchange.ts';
import { itemText, richBlocks } from './arbitrary.ts';
import { emptyRoom, paragraph, plant, titled } from './rooms.ts';

function fragmentOf(nodes: readonly RichNode[]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('t');
  writeFragment(fragment, nodes);
  return fragment;
}

describe('writing a text', () => {
  test('any text after any other is exactly that text, for us and for the binding', () => {
    fc.assert(
      fc.property(itemText, itemText, (one, two) => {
        const fragment = fragmentOf(one);
        writeFragment(fragment, two);
        const read = normalNodes(readFragment(fragment));
        expect(sameNodes(read, normalNodes(two))).toBe(true);
        const bound = yXmlFragmentToProsemirrorJSON(fragment) as RichNode;
        expect(sameNodes(normalNodes(bound.content ?? []), read)).toBe(true);
        const vector = Y.encodeStateVector(fragment.doc as Y.Doc);
        writeFragment(fragment, two);
        expect(Y.encodeStateVector(fragment.doc as Y.Doc)).toEqual(vector);
      }),
      { seed: 20_260_121, numRuns: 300 },
    );
  }, 60_000);

  test('what the binding wrote reads the same', () => {
    fc.assert(
      fc.property(itemText, (nodes) => {
        const fragment = new Y.Doc().getXmlFragment('t');
        const doc = itemSchema.nodeFromJSON({ type: 'doc', content: normalNodes(nodes) });
        prosemirrorJSONToYXmlFragment(itemSchema, doc.toJSON(), fragment);
        expect(sameNodes(normalNodes(readFragment(fragment)), normalNodes(nodes))).toBe(true);
        expect(mayBeEdited(fragment)).toBe(true);
      }),
      { seed: 20_260_122, numRuns: 300 },
    );
  }, 60_000);

  test('leaves alone what is equal: words typed meanwhile in other words stay', () => {
    const fragment = fragmentOf(titled('T', paragraph('un deux trois quatre'), paragraph('fin')));
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(fragment.doc as Y.Doc));
    const line = (other.getXmlFragment('t').get(1) as Y.XmlElement).get(0) as Y.XmlText;
    line.insert(7, ' ET DEMI');
    writeFragment(
      fragment,
      titled('T', paragraph('zéro'), paragraph('un 2 trois 4'), paragraph('fin')),
    );
    Y.applyUpdate(fragment.doc as Y.Doc, Y.encodeStateAsUpdate(other));
    expect(plainText(readFragment(fragment))).toBe('T\nzéro\nun 2 ET DEMI trois 4\nfin');
  });

  test('marks change without touching words', () => {
    const fragment = fragmentOf([paragraph('un deux trois')]);
    const line = (fragment.get(0) as Y.XmlElement).get(0);
    const bold = { type: 'text', text: 'deux', marks: [{ type: 'bold' }] };
    writeFragment(fragment, [
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'un ' }, bold, { type: 'text', text: ' trois' }],
      },
    ]);
    expect((fragment.get(0) as Y.XmlElement).get(0)).toBe(line);
    expect((line as Y.XmlText).toDelta()).toEqual([
      { insert: 'un ' },
      { insert: 'deux', attributes: { bold: {} } },
      { insert: ' trois' },
    ]);
  });
});

describe('the grammar', () => {
  const cell = { type: 'tableCell', content: [paragraph('c')] };
  const text = { type: 'text', text: 'x' };
  const item = { type: 'listItem', content: [paragraph('i')] };

  test('takes any text of the grammar, and any merge of two', () => {
    fc.assert(
      fc.property(richBlocks, itemText, (one, two) => {
        expect(fitsGrammar(normalNodes([...one, ...two]))).toBe(true);
        expect(sameNodes(fitNodes(normalNodes(two)), normalNodes(two))).toBe(true);
      }),
      { seed: 20_260_123, numRuns: 300 },
    );
  }, 60_000);

  test.each<[string, RichNode[]]>([
    ['words between blocks', [text, paragraph('p'), text]],
    ['a list item alone', [item]],
    ['a paragraph in a list', [{ type: 'bulletList', content: [paragraph('p')] }]],
    ['an empty list', [{ type: 'bulletList' }, paragraph('p')]],
    ['an empty list item', [{ type: 'bulletList', content: [{ type: 'listItem' }] }]],
    ['a cell alone', [cell]],
    ['a row alone', [{ type: 'tableRow', content: [cell] }]],
    ['a paragraph in a table', [{ type: 'table', content: [paragraph('p')] }]],
    [
      'a paragraph in a paragraph',
      [{ type: 'paragraph', content: [paragraph('p'), paragraph('q')] }],
    ],
    [
      'a title in a quote',
      [{ type: 'blockquote', content: [{ type: 'itemTitle', content: [text] }] }],
    ],
    ['words in a quote', [{ type: 'blockquote', content: [text] }]],
    ['an empty quote', [{ type: 'blockquote' }]],
    ['a document in a document', [{ type: 'doc', content: [paragraph('p')] }]],
    ['words in a list', [{ type: 'orderedList', content: [text] }]],
  ])('puts %s in a place, keeping the words', (_, nodes) => {
    const fitted = fitNodes(nodes);
    expect(fitsGrammar(fitted)).toBe(true);
    expect(plainText(fitted).replace(/\s/g, '')).toBe(plainText(nodes).replace(/\s/g, ''));
    expect(fitNodes(fitted)).toEqual(fitted);
  });

  test('no merge of two texts is one from which the binding deletes words', () => {
    fc.assert(
      fc.property(itemText, itemText, itemText, (base, one, two) => {
        const here = fragmentOf(base);
        const there = new Y.Doc();
        Y.applyUpdate(there, Y.encodeStateAsUpdate(here.doc as Y.Doc));
        writeFragment(here, one);
        writeFragment(there.getXmlFragment('t'), two);
        Y.applyUpdate(here.doc as Y.Doc, Y.encodeStateAsUpdate(there));
        const before = plainText(readFragment(here)).replace(/\s/g, '');
        expect(mayBeEdited(here)).toBe(true);
        initProseMirrorDoc(here, itemSchema);
        expect(plainText(readFragment(here)).replace(/\s/g, '')).toBe(before);
      }),
      { seed: 20_260_125, numRuns: 300 },
    );
  }, 60_000);

  test('words in a wrong place are repaired', () => {
    const room = emptyRoom('job-reference', 'missions');
    plant(room, 'missions', 'a:mission');
    const text = textOf(room.doc, 'a') as Y.XmlFragment;
    text.push([new Y.XmlText('seul')]);
    const item = new Y.XmlElement('listItem');
    item.insert(0, [new Y.XmlText('point')]);
    text.push([item]);
    expect(mayBeEdited(text)).toBe(false);
    expect(repairText(room, 'a')).toBe(true);
    expect(plainText(readFragment(text))).toBe('a\ncorps de a\nseul\npoint');
  });

  test('what it does not know is kept, and not to be edited', () => {
    const strange = [paragraph('un'), { type: 'encadre-x', content: [paragraph('NE PAS PERDRE')] }];
    const fragment = fragmentOf(strange);
    const vector = Y.encodeStateVector(fragment.doc as Y.Doc);
    expect(mayBeEdited(fragment)).toBe(false);
    expect(sameNodes(readFragment(fragment), strange)).toBe(true);
    expect(Y.encodeStateVector(fragment.doc as Y.Doc)).toEqual(vector);
    const glowing = fragmentOf([
      { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'glow' }] }] },
    ]);
    expect(mayBeEdited(glowing)).toBe(false);
  });
});
