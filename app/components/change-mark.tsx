// The six kinds of change: each has a sign of its own shape, a colour, and always its word.
import type { ChangeKind } from '#core/comparison/comparison.ts';
import { useT } from '../language.tsx';
import styles from './change-mark.module.css';

/** Drawn, so that no face has to hold them: plus, minus, up and down, almost equal, equal, arrow. */
const SIGNS: Record<ChangeKind, string> = {
  added: 'M8 4v8M4 8h8',
  removed: 'M4.5 8h7',
  moved: 'M8 3v10M5.5 5.5L8 3l2.5 2.5M5.5 10.5L8 13l2.5-2.5',
  reworded: 'M4 6.8q2-1.8 4 0t4 0M4 10.4q2-1.8 4 0t4 0',
  fields: 'M4.5 6.5h7M4.5 9.5h7',
  references: 'M3.5 8h9M9.5 5l3 3-3 3',
};

/** The sign and its word; with `compact` the word is only heard and in the tooltip. */
export function ChangeMark({
  kind,
  compact = false,
  children,
}: {
  readonly kind: ChangeKind;
  readonly compact?: boolean;
  /** Other words than the kind's own: « Déplacé d’ici ». */
  readonly children?: string;
}) {
  const t = useT();
  const word = children ?? t(`common.change.${kind}`);
  return (
    <span className={`${styles.mark} ${styles[kind]}`} title={compact ? word : undefined}>
      <svg className={styles.sign} viewBox="0 0 16 16" aria-hidden="true">
        <path d={SIGNS[kind]} />
      </svg>
      <span className={compact ? 'hidden' : undefined}>{word}</span>
    </span>
  );
}
