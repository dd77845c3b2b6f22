// Words kept, added and removed, told apart by form (bold and underlined, struck through) and by hidden words.
import { Fragment } from 'react';
import type { WordRun } from '#core/comparison/comparison.ts';
import type { Language } from '#core/framework/interchange.ts';
import { typeset } from '#locales/typography.ts';
import { useT } from '../language.tsx';
import styles from './word-runs.module.css';

/** The runs cut at line breaks: one list of runs per paragraph. */
export function paragraphsOf(runs: readonly WordRun[]): WordRun[][] {
  const paragraphs: WordRun[][] = [[]];
  for (const run of runs) {
    const [first = '', ...rest] = run.text.split('\n');
    if (first !== '') paragraphs.at(-1)?.push({ op: run.op, text: first });
    for (const line of rest) paragraphs.push(line === '' ? [] : [{ op: run.op, text: line }]);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** Whether anything differs. */
export function hasChange(runs: readonly WordRun[]): boolean {
  return runs.some((run) => run.op !== 'equal');
}

/** The dress of an added or removed run; where it touches the run before, a gap parts the two words. */
export function runClass(runs: readonly WordRun[], index: number): string | undefined {
  const form = runs[index]?.op === 'insert' ? styles.inserted : styles.deleted;
  const before = runs[index - 1];
  const touches = before !== undefined && before.op !== 'equal' && !/\s$/.test(before.text);
  return touches ? `${form} ${styles.beside}` : form;
}

/** One line of runs, in the language of the text. */
export function WordRuns({
  runs,
  language,
}: {
  readonly runs: readonly WordRun[];
  readonly language: Language;
}) {
  const t = useT();
  return runs.map((run, index) => {
    const text = typeset(language, run.text);
    // Runs have no identity of their own: their place is what they are.
    const key = `${index}${run.op}`;
    if (run.op === 'equal') return <Fragment key={key}>{text}</Fragment>;
    const [Tag, word] =
      run.op === 'insert'
        ? (['ins', t('compare.hidden.added')] as const)
        : (['del', t('compare.hidden.removed')] as const);
    return (
      <Tag key={key} className={runClass(runs, index)}>
        <span className="hidden">[{word}] </span>
        {text}
      </Tag>
    );
  });
}
