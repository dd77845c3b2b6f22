// Matched words as runs of text that is equal, deleted or inserted.
import type { WordRun } from '../comparison.ts';
import type { Alignment } from './align.ts';
import type { Group } from './side.ts';
import type { Token } from './tokens.ts';

/** A piece of a run: one word or the space before one. `at` is where it begins in the text it is from. */
export interface Piece {
  readonly op: WordRun['op'];
  readonly text: string;
  /** Index of the word in the text before (for `equal` and `delete`), -1 for a space. */
  readonly before: number;
  /** Index of the word in the text after (for `equal` and `insert`), -1 for a space. */
  readonly after: number;
}

/**
 * The pieces of a part of two aligned texts, in order, what was deleted before what was inserted.
 * `outer` also gives the spaces before the first words.
 */
export function* piecesOf(
  { before, after, match }: Alignment,
  { a0, a1, b0, b1 }: Group,
  outer = true,
): Generator<Piece> {
  let [i, j] = [a0, b0];
  const spaceOf = (token: Token | undefined, first: boolean) =>
    !token || (first && !outer) ? { form: '', text: '' } : { form: token.spaceForm, text: token.space };
  while (i < a1 || j < b1) {
    let endA = i;
    while (endA < a1 && match[endA] === -1) endA++;
    const endB = endA < a1 ? (match[endA] as number) : b1;
    const spaceA = spaceOf(before.tokens[i], i === a0);
    const spaceB = spaceOf(after.tokens[j], j === b0);
    if (endA > i || endB > j) {
      // A replaced passage keeps the space before it, and a cell gone or new at the start of a row the line break.
      const kept =
        spaceA.form === spaceB.form &&
        ((endA > i && endB > j) ||
          (endA < a1 && before.tokens[endA]?.spaceForm !== after.tokens[endB]?.spaceForm));
      if (kept) yield { op: 'equal', text: spaceB.text, before: -1, after: -1 };
      for (let at = i; at < endA; at++) {
        if (!(at === i && kept)) {
          const { text } = at === i ? spaceA : spaceOf(before.tokens[at], false);
          yield { op: 'delete', text, before: -1, after: -1 };
        }
        yield { op: 'delete', text: before.tokens[at]?.text ?? '', before: at, after: -1 };
      }
      for (let at = j; at < endB; at++) {
        if (!(at === j && kept)) {
          const { text } = at === j ? spaceB : spaceOf(after.tokens[at], false);
          yield { op: 'insert', text, before: -1, after: -1 };
        }
        yield { op: 'insert', text: after.tokens[at]?.text ?? '', before: -1, after: at };
      }
      [i, j] = [endA, endB];
    }
    if (i < a1 && j < b1) {
      const x = keptFor?.[0] === i ? NOTHING : spaceOf(before.tokens[i], i === a0);
      if (x.form === y.form) yield { op: 'equal', text: y.text, before: -1, after: -1 };
      else {
        if (x.form !== '') yield { op: 'delete', text: x.text, before: -1, after: -1 };
        if (y.form !== '') yield { op: 'insert', text: y.text, before: -1, after: -1 };
      }
      yield { op: 'equal', text: after.tokens[j]?.text ?? '', before: i, after: j };
      i++;
      j++;
    }
  }
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
  return runsOf(piecesOf(alignment, whole));
}

/** The text before (or after) as runs give it. */
export function joined(runs: readonly WordRun[], side: 'before' | 'after'): string {
  const other = side === 'before' ? 'insert' : 'delete';
  return runs
    .filter(({ op }) => op !== other)
    .map(({ text }) => text)
    .join('');
}
