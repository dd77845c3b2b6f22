// What stands around every page: the bar with sign, path and account, the notice of a sample, the main part.
import type { ReactNode } from 'react';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';
import { Notice } from './notice.tsx';
import styles from './page.module.css';

/**
 * A whole page. `crumbs` is the path from the list of frameworks to here, the last one without
 * address. `notice` is a framework's own notice, shown on each of its pages. `end` stands in the
 * bar before the account (saved state, presence). `width`: `wide` for working pages, `narrow` for
 * lists, `form` for one form, `fill` where panels take the rest of the window at a desk, `bare` where
 * the page lays itself out.
 */
export function Page({
  crumbs = [],
  notice = '',
  noticeLang,
  end,
  width = 'wide',
  sticky = false,
  children,
}: {
  readonly crumbs?: readonly Crumb[];
  readonly notice?: string;
  /** Language of the notice, where the page around it is in another. */
  readonly noticeLang?: string;
  readonly end?: ReactNode;
  readonly width?: 'wide' | 'narrow' | 'form' | 'fill' | 'bare';
  /** Whether the bar stays in sight: where it says whether words are kept. */
  readonly sticky?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <>
      <header className={sticky ? `${styles.bar} ${styles.sticky}` : styles.bar}>
        {/* On a phone the arrow back stands for the sign: the name of the page needs the room. */}
        <span className={crumbs.length > 2 ? 'only-wide' : undefined}>
          <Brand compact={crumbs.length > 0} />
        </span>
        <Breadcrumb crumbs={crumbs} />
        <div className={styles.end}>
          {end}
          <AccountMenu />
        </div>
      </header>
      <Notice lang={noticeLang}>{notice}</Notice>
      <main id="content" tabIndex={-1} className={styles[width]} data-width={width}>
        {children}
      </main>
    </>
  );
}

/** The title of a page with what belongs beside it. */
export function Headline({
  title,
  lang,
  below,
  children,
}: {
  readonly title: string;
  /** Of the title, where it is the network's and the page around it is in another language. */
  readonly lang?: string;
  readonly below?: ReactNode;
  /** Buttons, at the end of the line. */
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.headline}>
      <div>
        <h1 className="title" lang={lang}>
          {title}
        </h1>
        {below && <div className={styles.below}>{below}</div>}
      </div>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
