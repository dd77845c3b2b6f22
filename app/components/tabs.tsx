// Links that stand as tabs: the pages of one thing, the present one marked.
import { NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

export interface TabLink {
  readonly to: string;
  readonly label: ReactNode;
  /** Whether pages below it count as it. */
  readonly deep?: boolean;
  /** For pages whose texts only the server has. */
  readonly reloadDocument?: boolean;
}

/** Pages, not panels: so a navigation with a name, and each tab has an address. */
export function TabLinks({
  label,
  tabs,
}: {
  readonly label: string;
  readonly tabs: readonly TabLink[];
}) {
  return (
    <nav aria-label={label} className={`${styles.tabs} no-print`}>
      <ul>
        {tabs.map(({ to, label: text, deep = false, reloadDocument = false }) => (
          <li key={to}>
            <NavLink to={to} end={!deep} prefetch="intent" reloadDocument={reloadDocument}>
              {text}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
