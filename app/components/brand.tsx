// The sign and the name, in the top bar and on pages without one.
import { Link } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { useT } from '../language.tsx';
import styles from './brand.module.css';
import { WORDMARK } from './wordmark.ts';

/** The three panels of the logo. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 16 16" aria-hidden="true">
      <path className={styles.side} d="M1 14V6a2 2 0 0 1 4 0v8z" />
      <path className={styles.mid} d="M6 15V4l2-3 2 3v11z" />
      <path className={styles.side} d="M11 14V4h4v10z" />
    </svg>
  );
}

/** The lock-up as a link to the list of frameworks; on a phone, where `compact`, the sign alone. */
export function Brand({ compact = false }: { readonly compact?: boolean }) {
  const t = useT();
  return (
    <Link className={styles.brand} to={paths.home} aria-label={t('common.brand-home')}>
      <Mark />
      <svg
        className={compact ? `${styles.word} only-wide` : styles.word}
        viewBox="0 -1 87 20"
        aria-hidden="true"
      >
        <path d={WORDMARK} />
      </svg>
    </Link>
  );
}
