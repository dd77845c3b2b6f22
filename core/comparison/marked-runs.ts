// The runs of a block with the marks on them, and those words that stayed had before.
import type { MarkedRun } from './comparison.ts';
import { marksOn, type WordMarks } from './formatting.ts';
import { markStretches, type RichText } from './rich-text.ts';
import type { Alignment } from './words/align.ts';
import { piecesOf } from './words/runs.ts';
import type { Group } from './words/side.ts';

/** Runs being made: a piece with the form of the run before it is joined to it. */
class Runs {
  readonly runs: MarkedRun[] = [];
  private form = '';

  add(run: MarkedRun, form: string): void {
    const last = this.runs.at(-1);
    if (last?.op === run.op && this.form === form) last.text += run.text;
    else this.runs.push(run);
    this.form = form;
  }

  /** Takes the runs of others, and empties these. */
  take(...others: readonly Runs[]): void {
    for (const other of others) {
      if (other.runs.length === 0) continue;
      this.runs.push(...other.runs.splice(0));
      this.form = '';
    }
  }
}

/** The runs of one group with their marks; between two equal runs deleted ones, then inserted ones. */
export function markedRuns(
  alignment: Alignment,
  group: Group,
  before: RichText,
  after: RichText,
): MarkedRun[] {
  const all = new Runs();
  const deleted = new Runs();
  const inserted = new Runs();
  const bare = before.sets.length === 1 && after.sets.length === 1;
  for (const { op, text, at, was } of piecesOf(alignment, group, false)) {
    if (text === '') continue;
    if (op === 'equal') all.take(deleted, inserted);
    const runs = op === 'equal' ? all : op === 'delete' ? deleted : inserted;
    if (bare) {
      runs.add({ op, text }, '');
      continue;
    }
    const old = was === undefined ? null : oldMarks(alignment, was, before, after);
    const source = op === 'delete' ? before : after;
    for (const { start, end, set } of markStretches(source, at, at + text.length)) {
      const run: MarkedRun = { op, text: text.slice(start - at, end - at) };
      if (set.marks.length > 0) run.marks = [...set.marks];
      if (old) run.was = old.marks;
      runs.add(run, `${set.key} ${old?.key ?? ''}`);
    }
  }
  all.take(deleted, inserted);
  return all.runs;
}

/** The marks a word that stayed had before, where it has others now. */
function oldMarks(
  alignment: Alignment,
  index: number,
  before: RichText,
  after: RichText,
): WordMarks | null {
  const token = alignment.before.tokens[index];
  const now = alignment.after.tokens[alignment.match[index] ?? -1];
  if (!token || !now) return null;
  const had = marksOn(before, token);
  return had.key === marksOn(after, now).key ? null : had;
}
