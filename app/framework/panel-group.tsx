// One group of a panel: its heading, its items as lines, and the item in focus as an open card among them.
import { Link } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { isMessageKey } from '#locales/catalogue.ts';
import { useT } from '../language.tsx';
import { FocusCard } from './focus-card.tsx';
import type { Group } from './groups.ts';
import styles from './triptych.module.css';
import type { Shown } from './triptych.tsx';
import type { ViewItem } from './view.ts';

/** An item as one line: choosing it brings it into focus. */
export function Line({
  item,
  shown,
  away,
}: {
  readonly item: ViewItem;
  readonly shown: Shown;
  /** Whether another item is in focus: this one then steps back. */
  readonly away: boolean;
}) {
  const t = useT();
  return (
    <Link
      className={away ? `${styles.line} ${styles.back}` : styles.line}
      to={paths.framework(shown.slug, item.id)}
      preventScrollReset
      data-item={item.id}
    >
      <span className="num">{item.number}</span>
      <span lang={shown.language}>{item.title || t('framework.untitled')}</span>
    </Link>
  );
}

function useCountWords(group: Group): string {
  const t = useT();
  const counts = new Map<string, number>();
  for (const { kind } of group.items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const [kind, count] of Object.entries(group.counts)) counts.set(kind, count);
  return [...counts]
    .map(([kind, count]) => {
      const key = `count.${kind}`;
      return isMessageKey(key) ? t(key, { count }) : '';
    })
    .join(' · ');
}

/**
 * `focus` is the item in focus where it is in this panel; `away` says that some item is, anywhere:
 * what has nothing to do with it then steps back, and groups beside the one in focus fold.
 */
export function PanelGroup({
  group,
  lit,
  focus,
  away,
  shown,
  section,
}: {
  readonly group: Group;
  readonly lit: ReadonlySet<string>;
  readonly focus: ViewItem | undefined;
  readonly away: boolean;
  readonly shown: Shown;
  readonly section: string;
}) {
  const t = useT();
  const { head, heading, items } = group;
  const counts = useCountWords(group);
  const inFocus =
    focus !== undefined && (head?.id === focus.id || items.some(({ id }) => id === focus.id));
  const folded = head !== undefined && away && !inFocus;
  const headingWords = heading && isMessageKey(heading) ? t(heading) : heading;
  return (
    <section className={away && !inFocus ? `${styles.group} ${styles.back}` : styles.group}>
      {head && head.id === focus?.id && <FocusCard item={head} shown={shown} section={section} />}
      {head && head.id !== focus?.id && !lit.has(head.id) && (
        <h3 className={styles.mission}>
          <Link to={paths.framework(shown.slug, head.id)} preventScrollReset data-item={head.id}>
            <span className="num">{head.number}</span>
            <span className="title" lang={shown.language}>
              {head.title || t('framework.untitled')}
            </span>
          </Link>
        </h3>
      )}
      {headingWords && <h3 className={`capital ${styles.heading}`}>{headingWords}</h3>}
      {folded ? (
        counts && <p className={styles.folded}>{counts}</p>
      ) : (
        <ul className={styles.lines}>
          {items.map((item) => (
            <li key={item.id}>
              {item.id === focus?.id ? (
                <FocusCard item={item} shown={shown} section={section} />
              ) : (
                <Line item={item} shown={shown} away={away} />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
