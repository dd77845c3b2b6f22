// The path from the list of frameworks to the page one is on.
import { Link } from '@remix-run/react';
import { useT } from '../language.tsx';
import styles from './breadcrumb.module.css';

export interface Crumb {
  readonly label: string;
  /** Left out for the page one is on. */
  readonly to?: string;
}

/** On a phone only the last step is shown: the sign leads back. */
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
                {label}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
