// A reference to another item: the shape of its section, its number and title, and the level asked of it.
import { Link } from '@remix-run/react';
import { useT } from '../language.tsx';
import { SectionGlyph } from './glyph.tsx';
import { Level } from './level.tsx';
import styles from './reference-chip.module.css';

/** `section` is undefined when the target is gone: the chip then says so. */
export function ReferenceChip({
  section,
  number,
  title,
  level,
  to,
}: {
  readonly section: string | undefined;
  readonly number?: string;
  readonly title: string;
  readonly level?: number | undefined;
  /** Where it leads; without, the chip is text. */
  readonly to?: string;
}) {
  const t = useT();
  if (section === undefined) {
    return (
      <span className={`${styles.chip} ${styles.gone}`}>
        {t('common.reference-gone', { title })}
      </span>
    );
  }
  const inside = (
    <>
      <SectionGlyph section={section} />
      {number && <span className={styles.number}>{number}</span>}
      <span className={styles.title}>{title}</span>
      {level !== undefined && <Level level={level} />}
    </>
  );
  return to === undefined ? (
    <span className={styles.chip} data-sec={section}>
      {inside}
    </span>
  ) : (
    <Link className={styles.chip} data-sec={section} to={to}>
      {inside}
    </Link>
  );
}
