// Long texts: exact where little changed, coarser where all did, and never so slow that a page waits.
import { describe, expect, test } from 'vitest';
import { compareDocuments } from '#core/comparison/compare.ts';
import { compareTexts } from '#core/comparison/texts.ts';
import { joined } from '#core/comparison/words/runs.ts';
import { matchSequences } from '#core/comparison/words/sequence.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';

/** What is promised is two seconds on a quiet machine; tests run beside others. */
const PATIENCE_MS = 10_000;

const VOCABULARY =
  'le la les de des un une et à en pour avec enfant famille école activité compétence mission parcours formation équipe établissement réseau élève classe accueil écoute médiation dialogue conflit confiance'.split(
    ' ',
  );

/** Words drawn by a small seeded generator (mulberry32). */
function words(count: number, seed: number, vocabulary = VOCABULARY): string[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const drawn = ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    return vocabulary[Math.floor(drawn * vocabulary.length)] ?? 'mot';
  });
}

function timed<T>(run: () => T): T {
  const start = performance.now();
  const result = run();
  expect(performance.now() - start).toBeLessThan(PATIENCE_MS);
  return result;
}

describe('in long texts', { timeout: 60_000 }, () => {
  test.each([
    ['out of the same words', VOCABULARY],
    ['out of other words', words(4000, 3).map((word, at) => `${word}${at}`)],
  ])('60,000 words in one paragraph, wholly rewritten %s', (_, vocabulary) => {
    const before = words(60_000, 1).join(' ');
    const after = words(60_000, 2, vocabulary).join(' ');
    const compared = timed(() => compareTexts(before, after));
    expect(joined(compared.words, 'before')).toBe(before);
    expect(joined(compared.words, 'after')).toBe(after);
  });

  test('60,000 words in 60 items, wholly rewritten', () => {
    const document = (seed: number): InterchangeDocument => ({
      format: 'triptyque/1',
      framework: { slug: 'long', template: 'job-reference', language: 'fr', title: 'Long' },
      sections: [
        {
          key: 'missions',
          items: Array.from({ length: 60 }, (_, at) => ({
            id: `m${at}`,
            kind: 'mission',
            body: words(1000, seed + at).join(' '),
          })),
        },
      ],
    });
    const options = { baseRef: 'r1', headRef: 'r2', language: 'fr' } as const;
    const { summary } = timed(() => compareDocuments(document(1), document(1000), options));
    expect(summary.reworded).toBe(60);
  });

  test('a paragraph of 25,000 characters, wholly rewritten', () => {
    const [before, after] = [1, 2].map((seed) => words(6000, seed).join(' ').slice(0, 25_000));
    const compared = timed(() => compareTexts(before ?? '', after ?? ''));
    expect(compared.before).toBe(before);
    expect(compared.after).toBe(after);
  });

  test('one word changed in each of 3,000 paragraphs is 3,000 changes', () => {
    const before = Array.from({ length: 3000 }, (_, at) => [...words(12, at), 'fin.'].join(' '));
    const after = before.map((text, at) => text.replace('fin.', `terme${at}.`));
    const { words: runs, coarse } = timed(() => compareTexts(before.join('\n'), after.join('\n')));
    expect(runs.filter(({ op }) => op === 'delete').map(({ text }) => text)).toEqual(
      before.map(() => 'fin'),
    );
    expect(runs.filter(({ op }) => op === 'insert')).toHaveLength(3000);
    expect(coarse).toBe(false);
  });

  test('paragraphs that are all alike face those at their place', () => {
    const before = Array.from({ length: 2000 }, (_, at) => `Le mot ${at} de la liste des mots.`);
    const after = before.map((text) => text.replace('liste', 'série'));
    const { words: runs } = timed(() => compareTexts(before.join('\n'), after.join('\n')));
    expect(runs.filter(({ op }) => op !== 'equal')).toHaveLength(4000);
  });

  test('a sign repeated without a space is no trap', () => {
    for (const sign of ['a', 'a.', 'a@', '«', '"', '-', 'l’', 'é\u0301', '👨‍👩‍👧', '(a)', '1 ']) {
      const text = sign.repeat(20_000);
      expect(timed(() => compareTexts(text, `${text}b`)).same).toBe(false);
    }
  });
});

describe('the longest common subsequence', () => {
  /** Its length by the plain table. */
  function length(a: readonly number[], b: readonly number[]): number {
    let row = new Array<number>(b.length + 1).fill(0);
    for (const x of a) {
      const next = [0];
      for (const [j, y] of b.entries())
        next.push(x === y ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
      row = next;
    }
    return row.at(-1) ?? 0;
  }

  test('is found exactly in short sequences, and is one', () => {
    const letters = ['0', '1', '2', '3', '4'];
    for (let seed = 1; seed <= 2000; seed++) {
      const [a, b] = [seed, -seed].map((each) =>
        words(seed % 17, each * 31, letters.slice(0, 2 + (seed % 4))).map(Number),
      );
      const { match, coarse } = matchSequences(Int32Array.from(a ?? []), Int32Array.from(b ?? []));
      const matched = [...match.entries()].filter(([, found]) => found >= 0);
      expect(matched).toHaveLength(length(a ?? [], b ?? []));
      for (const [at, [index, found]] of matched.entries()) {
        expect(a?.[index]).toBe(b?.[found]);
        expect(found).toBeGreaterThan(matched[at - 1]?.[1] ?? -1);
      }
      expect(coarse).toBe(false);
    }
  });
});
