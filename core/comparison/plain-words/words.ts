// What happened to the words of an item, in a few words: « réagir » devient « intervenir ».
import type { ItemChange, WordRun } from '../comparison.ts';
import { numeral, type Phrase, quoted } from './phrase.ts';

/** Longer passages are not quoted. */
const QUOTABLE = 48;
/** More replaced passages than this are not listed one by one. */
const LISTABLE = 2;

interface Edit {
  readonly deleted: string;
  readonly inserted: string;
  /** What stands before it: '' at the beginning of a text. */
  readonly before: string;
}

function editsOf(runs: readonly WordRun[]): Edit[] {
  const edits: Edit[] = [];
  let before = '';
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at];
    if (!run) continue;
    if (run.op === 'equal') before = run.text;
    else {
      const next = runs[at + 1];
      const pair = run.op === 'delete' && next?.op === 'insert' ? next.text : undefined;
      edits.push({
        deleted: run.op === 'delete' ? run.text : '',
        inserted: pair ?? (run.op === 'insert' ? run.text : ''),
        before,
      });
      if (pair !== undefined) at++;
    }
  }
  return edits;
}

/** A passage as it is quoted: without the spaces and commas at its ends. */
function bare(text: string): string {
  return text.replace(/^[\s,;:]+|[\s,;:]+$/gu, '').replace(/\s+/gu, ' ');
}

/** How many whole sentences a passage is, 0 where it is none. */
function sentences(passage: string, before: string): number {
  const text = passage.trim();
  const begins = before.trim() === '' || /[.!?…»)]\s*$/u.test(before) || /^\s*\n/u.test(passage);
  if (!begins || !/^[«"“(]?\s*[\p{Lu}\p{N}]/u.test(text) || !/[.!?…]\s*[»")]?$/u.test(text))
    return 0;
  return text.split(/[.!?…]+(?=\s|$)/u).filter((part) => bare(part) !== '').length;
}

function onlyOn(edits: readonly Edit[], side: 'inserted' | 'deleted'): Phrase | null {
  const key = side === 'inserted' ? 'added' : 'removed';
  const whole = edits.map((edit) => sentences(edit[side], edit.before));
  if (whole.every((count) => count > 0)) {
    const count = whole.reduce((sum, one) => sum + one, 0);
    return { key: `change.sentences-${key}`, values: { count, n: numeral(count) } };
  }
  const [edit] = edits;
  const text = edit ? bare(edit[side]) : '';
  if (edits.length === 1 && text !== '' && text.length <= QUOTABLE)
    return { key: `change.quote-${key}`, values: { words: quoted(text) } };
  return {
    key: `change.passages-${key}`,
    values: { count: edits.length, n: numeral(edits.length) },
  };
}

/** What happened to the words of a reworded item; none where it is not reworded. */
export function describeWords(change: ItemChange): Phrase[] {
  if (!change.words || !change.changes.includes('reworded')) return [];
  const title = editsOf(change.words.title);
  const body = editsOf(change.words.body);
  const edits = [...title, ...body];
  if (edits.length === 0) return [{ key: 'change.formatting' }];
  if (edits.every(({ deleted }) => deleted === ''))
    return [onlyOn(edits, 'inserted')].flatMap((x) => x ?? []);
  if (edits.every(({ inserted }) => inserted === ''))
    return [onlyOn(edits, 'deleted')].flatMap((x) => x ?? []);
  const replaced = edits.map(({ deleted, inserted }) => [bare(deleted), bare(inserted)] as const);
  const short = replaced.every((pair) =>
    pair.every((text) => text !== '' && text.length <= QUOTABLE),
  );
  if (short && replaced.length <= LISTABLE) {
    return replaced.map(([was, is]) => ({
      key: 'change.becomes',
      values: { before: quoted(was), after: quoted(is) },
    }));
  }
  if (title.length > 0 && body.length > 0) return [{ key: 'change.title-and-text' }];
  return [{ key: title.length > 0 ? 'change.title' : 'change.text' }];
}
