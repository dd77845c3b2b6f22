// The sheet a form stands on, and the line of buttons at its foot.
import type { ReactNode } from 'react';
import styles from './form-sheet.module.css';

export function FormSheet({ children }: { readonly children: ReactNode }) {
  return <div className={`${styles.sheet} sheet`}>{children}</div>;
}

/** The chosen button first; on a phone each is as wide as the page. */
export function FormActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
