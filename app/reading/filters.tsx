// Counts of each kind of change, which are also the filters.
import { CHANGE_KINDS, type ChangeKind, type Comparison } from '#core/comparison/comparison.ts';
import { ChangeMark } from '../components/change-mark.tsx';
import { useT } from '../language.tsx';
import styles from './filters.module.css';

export function Filters({
  summary,
  shown,
  onToggle,
}: {
  readonly summary: Comparison['summary'];
  readonly shown: ReadonlySet<ChangeKind>;
  readonly onToggle: (kind: ChangeKind) => void;
}) {
  const t = useT();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be read as a form to fill.
    <div className={styles.filters} role="group" aria-label={t('compare.filter')}>
      {CHANGE_KINDS.filter((kind) => summary[kind] > 0).map((kind) => (
        <button
          key={kind}
          type="button"
          className={styles.filter}
          aria-pressed={shown.has(kind)}
          onClick={() => onToggle(kind)}
        >
          <span aria-hidden="true">
            <ChangeMark kind={kind} compact />
          </span>
          {t(`compare.kinds.${kind}`)} <b>{summary[kind]}</b>
        </button>
      ))}
    </div>
  );
}
