// Changing the words and marks of one shared text as the fewest edits, word by word.
import type * as Y from 'yjs';
import { jcs } from '../framework/canonical.ts';
import type { RichNode } from '../framework/interchange.ts';
import { align } from './align.ts';
import { marksOf, normalNodes, type RichMark, textRuns } from './rich.ts';

type Attributes = Record<string, unknown>;

/** Eight characters that tell two marks of one kind on the same text apart, as the binding names them. */
function shortHash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let at = 0; at < text.length; at++) {
    a = Math.imul(a ^ text.charCodeAt(at), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(at), 0x85ebca6b);
  }
  const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0');
  return (hex(a) + hex(b)).slice(0, 8);
}

/** Attributes of a shared text that stand for these marks. */
export function attributesOf(marks: readonly RichMark[] | undefined): Attributes {
  const kinds = (marks ?? []).map((mark) => mark.type);
  return Object.fromEntries(
    (marks ?? []).map((mark) => [
      kinds.filter((kind) => kind === mark.type).length > 1
        ? `${mark.type}--${shortHash(jcs(mark))}`
        : mark.type,
      mark.attrs ?? {},
    ]),
  );
}

/** Some 1,400 changed words against as many; beyond, the changed part is replaced as one. */
const MOST_WORD_PAIRS = 2_000_000;

const WORDS = /[\p{L}\p{M}\p{N}]+|\s+|./gsu;

/** Makes a shared text hold these text nodes (in normal form): words first, then marks where they differ. */
export function writeText(text: Y.XmlText, wanted: readonly RichNode[]): void {
  const now = textRuns(text).map((run) => run.text);
  const goal = wanted.map((node) => node.text ?? '');
  const before = now.join('').match(WORDS) ?? [];
  const after = goal.join('').match(WORDS) ?? [];
  const pairs = align(
    before,
    after,
    (x, y) => x === y,
    (x, y) => (x === y ? x.length : 0),
    MOST_WORD_PAIRS,
  );
  let i = 0;
  let j = 0;
  let at = 0;
  for (const [nextI, nextJ] of [...pairs, [before.length, after.length] as const]) {
    const gone = before.slice(i, nextI).join('').length;
    const come = after.slice(j, nextJ).join('');
    // New words first: what another person typed right after the old ones then follows the new.
    if (come !== '') text.insert(at, come, {});
    if (gone > 0) text.delete(at + come.length, gone);
    at += come.length + (before[nextI] ?? '').length;
    i = nextI + 1;
    j = nextJ + 1;
  }
  writeMarks(text, wanted);
}

interface Span<T> {
  readonly start: number;
  readonly end: number;
  readonly of: T;
}

function spans<T>(items: readonly T[], length: (item: T) => number): Span<T>[] {
  let from = 0;
  return items.map((of) => {
    const start = from;
    from += length(of);
    return { start, end: from, of };
  });
}

function writeMarks(text: Y.XmlText, wanted: readonly RichNode[]): void {
  const goals = spans(wanted, (node) => (node.text ?? '').length);
  const runs = spans(textRuns(text), (run) => run.text.length);
  for (const goal of goals) {
    for (const run of runs) {
      const start = Math.max(goal.start, run.start);
      const end = Math.min(goal.end, run.end);
      if (start >= end) continue;
      const [now] = normalNodes(
        [{ type: 'text', text: 'x', marks: marksOf(run.of.attributes) }],
        'line',
      );
      if (jcs(now?.marks ?? []) === jcs(goal.of.marks ?? [])) continue;
      const cleared = Object.keys(run.of.attributes).map((name) => [name, null] as const);
      text.format(start, end - start, {
        ...Object.fromEntries(cleared),
        ...attributesOf(goal.of.marks),
      });
    }
  }
}
