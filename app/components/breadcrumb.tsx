// The path from the list of frameworks to the page one is on.
import { Link } from '@remix-run/react';
import { useT } from '../language.tsx';
import styles from './breadcrumb.module.css';
import { Icon } from './icon.tsx';

export interface Crumb {
  readonly label: string;
  /** Left out for the page one is on. */
  readonly to?: string;
}

/** On a phone the last step is shown, and the one before it as an arrow back; the sign leads to the list. */
export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const t = useT();
  if (crumbs.length === 0) return null;
  return (
    <nav className={styles.breadcrumb} aria-label={t('common.breadcrumb')}>
      <ol>
        {crumbs.map(({ label, to }) => (
          <li key={label}>
            {to === undefined ? (
              <span aria-current="page">{label}</span>
            ) : (
              <Link to={to} prefetch="intent">
                <span className={styles.back}>
                  <Icon name="chevron-left" />
                </span>
                <span className={styles.step}>{label}</span>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
