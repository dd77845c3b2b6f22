// What a text is about, as its telling words: for judging whether one text carries another on.

import { WEIGHT } from './words/common-words.ts';
import { tokensOf } from './words/tokens.ts';
import { visibleForm } from './words/visible.ts';

/** Telling words with how often each stands there. */
export type Gist = ReadonlyMap<string, number>;

/**
 * A word without what inflects it: accents, case, plural and feminine endings. Crude on purpose:
 * it only has to bring together forms of one word in one framework.
 */
export function stem(word: string): string {
  const folded = visibleForm(word).toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return folded.length > 4 ? folded.replace(/(?:es|s|x|e)$/, '') : folded;
}

/** The telling words of texts: neither marks nor common words. */
export function gistOf(...texts: readonly string[]): Map<string, number> {
  const gist = new Map<string, number>();
  for (const { form, weight } of texts.flatMap((text) => tokensOf(text).tokens)) {
    if (weight < WEIGHT.word) continue;
    const word = stem(form);
    gist.set(word, (gist.get(word) ?? 0) + 1);
  }
  return gist;
}

/** What is in the first and not in the second. */
export function without(gist: Gist, other: Gist): Map<string, number> {
  const left = new Map<string, number>();
  for (const [word, count] of gist) {
    const rest = count - (other.get(word) ?? 0);
    if (rest > 0) left.set(word, rest);
  }
  return left;
}

/** How telling each word is in a collection of texts: 1 for a word of one text, towards 0 for one of all. */
export class Rarity {
  private readonly texts = new Map<string, number>();
  private count = 0;

  add(gist: Gist): void {
    this.count++;
    for (const word of gist.keys()) this.texts.set(word, (this.texts.get(word) ?? 0) + 1);
  }

  of(word: string): number {
    const all = Math.log(this.count + 1);
    const some = Math.log((this.count + 1) / (this.texts.get(word) ?? 1));
    return all === 0 ? 1 : Math.max(0, some / all);
  }

  /** In how many texts a word stands. */
  holders(word: string): number {
    return this.texts.get(word) ?? 0;
  }

  weight(gist: Gist): number {
    let sum = 0;
    for (const [word, count] of gist) sum += count * this.of(word);
    return sum;
  }

  shared(a: Gist, b: Gist): number {
    let sum = 0;
    for (const [word, count] of a) sum += Math.min(count, b.get(word) ?? 0) * this.of(word);
    return sum;
  }
}
