// Two texts compared, from the filters down: counts that filter, a list in plain words, the text with its marks.
import type { Comparison } from '#core/comparison/comparison.ts';
import type { Language } from '#core/framework/interchange.ts';
import { ChangeFlow } from './change-flow.tsx';
import { ChangeList } from './change-list.tsx';
import type { ChangeLine } from './change-words.ts';
import styles from './compare.module.css';
import type { CompareSection } from './compare-view.ts';
import { Filters } from './filters.tsx';
import { Stepper } from './stepper.tsx';
import { useChanges } from './use-changes.ts';

export interface Compared {
  readonly summary: Comparison['summary'];
  readonly preambles: Comparison['preambles'];
  readonly sections: readonly CompareSection[];
  /** By item id. */
  readonly lines: Readonly<Record<string, ChangeLine>>;
  readonly language: Language;
}

/** Stands on a page of the comparison, in its columns. */
export function ComparedTexts({ summary, preambles, sections, lines, language }: Compared) {
  const changes = useChanges(sections);
  return (
    <>
      <div className={styles.bar}>
        <Filters summary={summary} shown={changes.kinds} onToggle={changes.toggle} />
        <Stepper changes={changes} />
      </div>
      <ChangeList sections={sections} lines={lines} changes={changes} />
      <ChangeFlow
        sections={sections}
        lines={lines}
        preambles={preambles}
        language={language}
        changes={changes}
      />
    </>
  );
}
