// A page or a part with nothing in it yet: the three panels, waiting, with a word and a way on.
import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** The triptych in outline, the middle panel in the accent. */
export function TriptychSign() {
  return (
    <svg className={styles.sign} viewBox="0 0 48 40" aria-hidden="true">
      <path d="M2 38V14a6 6 0 0 1 12 0v24z" />
      <path className={styles.middle} d="M18 39V9l6-8 6 8v30z" />
      <path d="M34 38V8h12v30z" />
    </svg>
  );
}

/** `heading` is the level of its title on the page; `children` are the ways on. */
export function EmptyState({
  title,
  text,
  heading = 1,
  children,
}: {
  readonly title: string;
  readonly text?: string;
  readonly heading?: 1 | 2 | 3;
  readonly children?: ReactNode;
}) {
  const Heading = `h${heading}` as const;
  return (
    <div className={`${styles.empty} sheet`}>
      <TriptychSign />
      <Heading className="title">{title}</Heading>
      {text && <p className={`reading ${styles.text}`}>{text}</p>}
      {children && <div className={styles.ways}>{children}</div>}
    </div>
  );
}
