// Links that stand as tabs: the pages of one thing, the present one marked.
import { NavLink } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';
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
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where they do not all fit, the present one is shown.
    const list = ref.current?.querySelector('ul');
    const here = ref.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (!list || !here || list.scrollWidth <= list.clientWidth) return;
    list.scrollLeft = here.offsetLeft - (list.clientWidth - here.offsetWidth) / 2;
  }, []);
  return (
    <nav ref={ref} aria-label={label} className={`${styles.tabs} no-print`}>
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
