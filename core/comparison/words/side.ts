// Both texts of a comparison as words with numbers, and the stretches of them that face each other.
import { type Token, tokensOf } from './tokens.ts';

/** A text as words: those that look the same on either side have the same number. */
export interface Side {
  readonly tokens: readonly Token[];
  readonly ids: Int32Array;
  /** Weight of all words before each index, and of all at the end. */
  readonly sums: Float64Array;
  /** The spaces before the first word and after the last. */
  readonly lead: string;
  readonly tail: string;
}

/** Words of both sides that are compared with each other; one side may have none. Up to, not including, `a1`, `b1`. */
export interface Group {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** The two sides of a comparison of texts. */
export function sidesOf(before: string, after: string): [Side, Side] {
  const numbers = new Map<string, number>();
  const side = (text: string): Side => {
    const { tokens, lead, tail } = tokensOf(text);
    const ids = new Int32Array(tokens.length);
    const sums = new Float64Array(tokens.length + 1);
    for (const [index, { form, weight }] of tokens.entries()) {
      const known = numbers.get(form) ?? numbers.size;
      numbers.set(form, known);
      ids[index] = known;
      sums[index + 1] = (sums[index] ?? 0) + weight;
    }
    return { tokens, ids, sums, lead, tail };
  };
  return [side(before), side(after)];
}
