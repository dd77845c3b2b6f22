// Something to know or to settle, where it stands: a warning, a fact, or what has just been done, with its undo.
import type { ReactNode } from 'react';
import styles from './callout.module.css';
import { Icon } from './icon.tsx';

const ICON = { warning: 'triangle-alert', info: 'info', done: 'check' } as const;

/** `done` is told at once to those who listen. */
export function Callout({
  tone = 'info',
  children,
  action,
}: {
  readonly tone?: keyof typeof ICON;
  readonly children: ReactNode;
  /** One button or link, at the end. */
  readonly action?: ReactNode;
}) {
  return (
    <div
      className={`${styles.callout} ${styles[tone]}`}
      role={tone === 'done' ? 'status' : undefined}
    >
      <Icon name={ICON[tone]} />
      <div className={styles.text}>{children}</div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
