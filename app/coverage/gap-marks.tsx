// Small labels beside an item: what it lacks, in words; nothing where it lacks nothing.
import type { GapKind } from '#core/framework/coverage-gaps.ts';
import { useT } from '../language.tsx';
import styles from './gap-marks.module.css';

export function GapMarks({ gaps }: { readonly gaps: readonly GapKind[] }) {
  const t = useT();
  if (gaps.length === 0) return null;
  return (
    <span className={styles.marks}>
      {gaps.map((gap) => (
        <span key={gap} className={styles.mark}>
          {t(`coverage.mark.${gap}`)}
        </span>
      ))}
    </span>
  );
}
