// Words that are pointed at: found again after edits, when their characters were written anew, and not confused with others.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  type Anchor,
  findByIds,
  findByWords,
  locateAnchor,
  makeAnchor,
} from '#core/document/anchor.ts';
import { flatWords, spokenWords } from '#core/document/flat-words.ts';

function paragraphs(...texts: string[]): { doc: Y.Doc; fragment: Y.XmlFragment } {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment('text');
  fragment.insert(0, texts.map(paragraph));
  return { doc, fragment };
}

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(text)]);
  return element;
}

function textAt(fragment: Y.XmlFragment, index: number): Y.XmlText {
  const text = (fragment.get(index) as Y.XmlElement).get(0);
  if (!(text instanceof Y.XmlText)) throw new Error('no text');
  return text;
}

function anchorOf(fragment: Y.XmlFragment, words: string): Anchor {
  const flat = flatWords(fragment);
  const from = flat.line.indexOf(words);
  const anchor = makeAnchor(flat, { from, to: from + words.length });
  if (!anchor) throw new Error(`no ${words}`);
  return anchor;
}

/** The words an anchor is at, '' where it is detached. */
function at(doc: Y.Doc, fragment: Y.XmlFragment, anchor: Anchor): string {
  const wordsOf = (id: string) => (id === 'a' ? flatWords(fragment) : null);
  const place = locateAnchor(doc, anchor, 'a', ['a'], wordsOf);
  return place ? spokenWords(flatWords(fragment), place.span) : '';
}

describe('an anchor', () => {
  it('stays at its words while others write before, after and in them', () => {
    const { doc, fragment } = paragraphs('Évaluer, réguler, conclure.');
    const anchor = anchorOf(fragment, 'réguler');
    const text = textAt(fragment, 0);
    text.insert(0, 'Toujours ');
    text.insert(text.length, ' Puis recommencer.');
    text.insert(text.toString().indexOf('guler'), '–');
    expect(at(doc, fragment, anchor)).toBe('ré–guler');
  });

  it('shrinks to what is left of its words', () => {
    const { doc, fragment } = paragraphs('Évaluer, réguler, conclure.');
    const anchor = anchorOf(fragment, 'réguler, conclure');
    textAt(fragment, 0).delete(9, 9);
    expect(at(doc, fragment, anchor)).toBe('conclure');
  });

  it('is found again where the paragraph was cut and pasted lower', () => {
    const { doc, fragment } = paragraphs('Évaluer, réguler, conclure.', 'Un.', 'Deux.', 'Trois.');
    const anchor = anchorOf(fragment, 'réguler');
    fragment.delete(0, 1);
    fragment.insert(3, [paragraph('Évaluer, réguler, conclure.')]);
    expect(at(doc, fragment, anchor)).toBe('réguler');
  });

  it('is found again when an undo brings the words back, here and with the others', () => {
    const { doc, fragment } = paragraphs('Évaluer, réguler, conclure.');
    const anchor = anchorOf(fragment, 'réguler');
    const undo = new Y.UndoManager(fragment);
    textAt(fragment, 0).delete(9, 7);
    expect(at(doc, fragment, anchor)).toBe('');
    undo.undo();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    expect(at(doc, fragment, anchor)).toBe('réguler');
    expect(at(other, other.getXmlFragment('text'), anchor)).toBe('réguler');
  });

  it('is detached once its words are gone for good, and says what they were', () => {
    const { doc, fragment } = paragraphs('Évaluer, réguler, conclure.');
    const anchor = anchorOf(fragment, 'réguler');
    textAt(fragment, 0).delete(9, 7);
    expect(at(doc, fragment, anchor)).toBe('');
    expect(anchor.words).toBe('réguler');
  });

  it('is not taken for the same words somewhere else', () => {
    const { doc, fragment } = paragraphs(
      'Le réseau écoute.',
      'La famille aussi.',
      'Le réseau agit.',
    );
    const anchor = anchorOf(fragment, 'réseau');
    textAt(fragment, 0).delete(0, 17);
    // What stood before and after is another text: not sure enough for a short word.
    expect(findByWords('La famille, le réseau, et puis', anchor)).toBeNull();
    expect(findByIds(doc, flatWords(fragment), anchor)).toBeNull();
  });

  it('tells equal words apart by what stands around them, and gives up where nothing does', () => {
    const { fragment } = paragraphs('un mot ici, un mot là-bas');
    const anchor = anchorOf(fragment, 'mot');
    expect(findByWords('là un mot là-bas, un mot ici, encore', anchor)).toEqual({
      from: 21,
      to: 24,
    });
    expect(findByWords('mot mot', anchor)).toBeNull();
  });

  it('follows its words into another item, when they say enough', () => {
    const { doc, fragment } = paragraphs(
      'Repérer un danger et transmettre l’alerte sans attendre.',
    );
    const long = anchorOf(fragment, 'transmettre l’alerte');
    const short = { ...anchorOf(fragment, 'un'), before: '', after: '' };
    const other = paragraphs('Ailleurs : transmettre l’alerte, un peu.').fragment;
    fragment.delete(0, 1);
    const wordsOf = (id: string) => flatWords(id === 'a' ? fragment : other);
    expect(locateAnchor(doc, long, 'a', ['a', 'b'], wordsOf)).toMatchObject({
      item: 'b',
      by: 'words',
    });
    expect(locateAnchor(doc, short, 'a', ['a', 'b'], wordsOf)).toBeNull();
    expect(locateAnchor(doc, long, 'a', ['a', 'b', 'c'], wordsOf)).toBeNull();
  });

  it('never begins or ends in the middle of a sign of two units', () => {
    const { fragment } = paragraphs('a🔴b🟢c');
    expect(makeAnchor(flatWords(fragment), { from: 2, to: 5 })?.words).toBe('🔴b🟢');
    expect(makeAnchor(flatWords(fragment), { from: 3, to: 3 })).toBeNull();
  });

  it('reads ids that mean nothing without a throw', () => {
    const { doc, fragment } = paragraphs('Des mots.');
    const anchor = anchorOf(fragment, 'mots');
    for (const id of [
      { client: 1, clock: 0 },
      { client: doc.clientID, clock: 0 },
      { client: doc.clientID, clock: 99 },
    ]) {
      const odd = { ...anchor, first: id, last: id };
      expect(findByIds(doc, flatWords(fragment), odd)).toBeNull();
    }
  });

  it('is at its own words after any edits that spare them', () => {
    const edit = fc.record({ at: fc.nat(60), remove: fc.nat(8), add: fc.string({ maxLength: 6 }) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const { doc, fragment } = paragraphs('avant avant avant CIBLE après après après');
        const anchor = anchorOf(fragment, 'CIBLE');
        const text = textAt(fragment, 0);
        for (const { at: wanted, remove, add } of edits) {
          const now = text.toString();
          const start = now.indexOf('CIBLE');
          const place = Math.min(wanted, now.length);
          const before = place <= start;
          const from = before ? place : Math.max(place, start + 5);
          const most = before ? start - from : now.length - from;
          text.delete(from, Math.min(remove, Math.max(0, most)));
          // At the very edge it is a matter of taste whether what is typed belongs to the words.
          if (from !== start && from !== start + 5) text.insert(from, add.replaceAll('CIBLE', ''));
        }
        expect(at(doc, fragment, anchor)).toBe('CIBLE');
      }),
      { seed: 20261, numRuns: 200 },
    );
  });
});

it('speaks words of several blocks with a space between', () => {
  const { fragment } = paragraphs('Un titre', 'Un corps.');
  const flat = flatWords(fragment);
  expect(flat.line).toBe('Un titreUn corps.');
  expect(spokenWords(flat, { from: 3, to: 11 })).toBe('titre Un');
});
