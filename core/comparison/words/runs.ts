// Matched words as runs of text that is equal, deleted or inserted.
import type { WordRun } from '../comparison.ts';
import type { Alignment } from './align.ts';
import type { Group, Side } from './side.ts';

/** A piece of a run: one word, or the space before one. */
export interface Piece {
  readonly op: WordRun['op'];
  readonly text: string;
  /** Where it begins in the text after, or for `delete` in the text before. */
  readonly at: number;
  /** For a word that stayed, its index in the text before. */
  readonly was?: number;
}

interface Space {
  readonly form: string;
  readonly text: string;
  readonly at: number;
}

const NONE: Space = { form: '', text: '', at: 0 };

/**
 * The pieces of a part of two aligned texts, in order. `outer` also gives the spaces before its
 * first words. The space before a replaced passage stays; of the two spaces round a passage that
 * was only added or removed the one goes with it that the other side has not.
 */
export function* piecesOf(
  { before, after, match }: Alignment,
  { a0, a1, b0, b1 }: Group,
  outer = true,
): Generator<Piece> {
  const spaceBefore = (side: Side, at: number, first: number): Space => {
    const token = side.tokens[at];
    if (!token || (!outer && at === first)) return NONE;
    return { form: token.spaceForm, text: token.space, at: token.start - token.space.length };
  };
  let [i, j] = [a0, b0];
  while (i < a1 || j < b1) {
    let endA = i;
    while (endA < a1 && match[endA] === -1) endA++;
    const endB = endA < a1 ? (match[endA] as number) : b1;
    const paired = endA < a1;
    const spaceA = spaceBefore(before, i, a0);
    const spaceB = spaceBefore(after, j, b0);
    let nextA = spaceBefore(before, endA, a0);
    let nextB = spaceBefore(after, endB, b0);
    const replaced = endA > i && endB > j;
    const edited = endA > i || endB > j;
    const kept =
      edited && spaceA.form === spaceB.form && (replaced || (paired && nextA.form !== nextB.form));
    if (kept) yield { op: 'equal', ...spaceB };
    for (let at = i; at < endA; at++) {
      if (at > i || !kept) yield { op: 'delete', ...spaceBefore(before, at, a0) };
      yield { op: 'delete', ...wordOf(before, at) };
    }
    for (let at = j; at < endB; at++) {
      if (at > j || !kept) yield { op: 'insert', ...spaceBefore(after, at, b0) };
      yield { op: 'insert', ...wordOf(after, at) };
    }
    if (!paired) return;
    if (kept && endA === i) nextA = NONE;
    if (kept && endB === j) nextB = NONE;
    if (nextA.form === nextB.form) yield { op: 'equal', ...nextB };
    else {
      if (nextA.form !== '') yield { op: 'delete', ...nextA };
      if (nextB.form !== '') yield { op: 'insert', ...nextB };
    }
    yield { op: 'equal', ...wordOf(after, endB), was: endA };
    [i, j] = [endA + 1, endB + 1];
  }
}

function wordOf(side: Side, at: number): { text: string; at: number } {
  const token = side.tokens[at];
  return token ? { text: token.text, at: token.start } : { text: '', at: 0 };
}

/** Pieces joined into runs; between two equal runs one deleted run, then one inserted. */
export function runsOf(pieces: Iterable<Piece>): WordRun[] {
  const runs: WordRun[] = [];
  let deleted = '';
  let inserted = '';
  const push = (op: WordRun['op'], text: string) => {
    if (text === '') return;
    const last = runs.at(-1);
    if (last?.op === op) last.text += text;
    else runs.push({ op, text });
  };
  const flush = () => {
    push('delete', deleted);
    push('insert', inserted);
    deleted = '';
    inserted = '';
  };
  for (const { op, text } of pieces) {
    if (text === '') continue;
    if (op === 'delete') deleted += text;
    else if (op === 'insert') inserted += text;
    else {
      flush();
      push('equal', text);
    }
  }
  flush();
  return runs;
}

/** The runs of two whole texts. */
export function wordsOf(alignment: Alignment): WordRun[] {
  const whole = {
    a0: 0,
    a1: alignment.before.tokens.length,
    b0: 0,
    b1: alignment.after.tokens.length,
  };
  const { lead, tail } = alignment.after;
  const outside = (text: string): Piece => ({ op: 'equal', text, at: 0 });
  return runsOf([outside(lead), ...piecesOf(alignment, whole), outside(tail)]);
}

/** The text before (or after) as runs give it. */
export function joined(runs: readonly WordRun[], side: 'before' | 'after'): string {
  const other = side === 'before' ? 'insert' : 'delete';
  return runs
    .filter(({ op }) => op !== other)
    .map(({ text }) => text)
    .join('');
}
