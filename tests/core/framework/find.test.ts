// What somebody types finds items whatever the accents, ligatures and apostrophes, and never breaks.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findRank, searchForm, searchWords } from '#core/framework/find.ts';

const TITLES = [
  'L’élève évalue l’activité',
  "L'eleve evalue",
  'Cœur de métier',
  'Évaluation',
  'Langage C++',
];

function found(text: string): number[] {
  const words = searchWords(text);
  return TITLES.flatMap((title, index) =>
    findRank(words, { number: '', title: searchForm(title), body: '' }) === null ? [] : [index + 1],
  );
}

it.each([
  ['eleve', [1, 2]],
  ['ÉLÈVE', [1, 2]],
  ["l'élève", [1, 2]],
  ['l’eleve', [1, 2]],
  ['évalue activité', [1]],
  ['coeur', [3]],
  ['cœur', [3]],
  ['CŒUR', [3]],
  ['evaluation', [4]],
  ['évalu', [1, 2, 4]],
  ['e\u0301value', [1, 2]],
  ['C++', [5]],
  ['a-b', []],
  ['"', []],
  ['AND', []],
  ['(', []],
  ['métier de', [3]],
  ['   ', [1, 2, 3, 4, 5]],
])('%j finds %j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

it('puts a number first, then the start of a title, of a word, the middle of one, the body', () => {
  const item = { number: 'm1.3', title: "reperer un danger et l'alerte", body: 'ecrit transmis' };
  const rank = (text: string) => findRank(searchWords(text), item);
  expect(
    ['M1.3', 'm1', 'Repérer', 'alerte', 'anger', 'transmis', 'alerte écrit', 'rien'].map(rank),
  ).toEqual([0, 1, 1, 2, 3, 4, 4, null]);
});

it('takes any text, and a title is always found by itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const title = searchForm(text);
      const words = searchWords(text.slice(0, 60));
      findRank(words, { number: '', title, body: '' });
      expect(searchForm(title)).toBe(title);
      const own = searchWords(title.slice(0, 60));
      expect(
        findRank(own, { number: '', title: searchForm(title.slice(0, 60)), body: '' }),
      ).not.toBeNull();
    }),
    { seed: 20261, numRuns: 500 },
  );
});
