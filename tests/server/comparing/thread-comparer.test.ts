// Comparisons are made beside the server's own thread: it goes on meanwhile, and a thread that fails harms only who waits.
import { afterEach, describe, expect, it } from 'vitest';
import { compareDocuments } from '#core/comparison/compare.ts';
import { createThreadComparer } from '#server/comparing/thread-comparer.ts';
import { sample } from '../house.ts';

const OPTIONS = { baseRef: 'r1', headRef: 'r2', language: 'fr' } as const;

let comparer = createThreadComparer();
afterEach(async () => {
  await comparer.close();
  comparer = createThreadComparer();
});

/** The sample with a body so long that comparing it takes a while. */
function long(word: string) {
  const document = sample('mediation-scolaire');
  const first = document.sections[0]?.items?.[0];
  if (!first) throw new Error('an empty sample');
  const text = (n: number) => `${word}${n % 97} ${word} et ${n % 31} autres choses dites ici.`;
  first.body = Array.from({ length: 4_000 }, (_, n) => text(n)).join('\n\n');
  return document;
}

describe('the thread of the comparisons', () => {
  it('finds what is found without it', async () => {
    const [base, head] = [sample('mediation-scolaire'), long('mot')];
    expect(await comparer.compare(base, head, OPTIONS)).toEqual(
      compareDocuments(base, head, OPTIONS),
    );
  });

  it('B37 leaves the loop free while it compares', async () => {
    await comparer.compare(sample('mediation-scolaire'), sample('mediation-scolaire'), OPTIONS);
    const [base, head] = [long('avant'), long('après')];
    let turns = 0;
    let done = false;
    const turn = () => {
      turns++;
      if (!done) setImmediate(turn);
    };
    const found = comparer.compare(base, head, OPTIONS);
    turn();
    await found;
    done = true;
    // On the thread of the test nothing would have turned before the end.
    expect(turns).toBeGreaterThan(10);
  });

  it('answers each asker with its own comparison', async () => {
    const documents = ['un', 'deux', 'trois'].map(long);
    const before = sample('mediation-scolaire');
    const found = await Promise.all(documents.map((one) => comparer.compare(before, one, OPTIONS)));
    for (const [at, comparison] of found.entries()) {
      const [change] = comparison.changes.filter(({ words }) => words);
      expect(change?.after?.body.startsWith(['un', 'deux', 'trois'][at] ?? '-')).toBe(true);
    }
  });

  it('passes on what the comparison throws, and goes on', async () => {
    const broken = { ...sample('mediation-scolaire'), framework: null };
    // @ts-expect-error a document as none comes through the edge
    await expect(comparer.compare(broken, broken, OPTIONS)).rejects.toThrow('a comparison failed');
    const whole = sample('mediation-scolaire');
    expect((await comparer.compare(whole, whole, OPTIONS)).changes).toEqual([]);
  });

  it('comes back after it ended for want of work', async () => {
    comparer = createThreadComparer(0);
    const whole = sample('mediation-scolaire');
    for (let i = 0; i < 3; i++) {
      expect((await comparer.compare(whole, whole, OPTIONS)).changes).toEqual([]);
    }
  });

  it('tells who waits when the server ends', async () => {
    const found = comparer.compare(long('a'), long('b'), OPTIONS);
    await comparer.close();
    await expect(found).rejects.toThrow();
  });
});
