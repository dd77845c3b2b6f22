// The state of a text as one upright panel: empty while at work, half in consultation, full when adopted, struck when withdrawn.
import type { ReactNode } from 'react';
import styles from './status.module.css';

export function Status({
  status,
  children,
}: {
  readonly status: 'working' | 'consultation' | 'adopted' | 'withdrawn';
  /** The words beside it: a mark alone says nothing. */
  readonly children: ReactNode;
}) {
  return (
    <span className={`${styles.status} ${styles[status]}`}>
      <svg viewBox="0 0 8 14" aria-hidden="true">
        {status === 'consultation' && <path className={styles.full} d="M1 7h6v6H1z" />}
        <path className={status === 'adopted' ? styles.full : styles.edge} d="M1 1h6v12H1z" />
        {status === 'withdrawn' && <path className={styles.edge} d="M0 12L8 2" />}
      </svg>
      <span>{children}</span>
    </span>
  );
}
