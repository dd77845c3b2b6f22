// An advocacy framework as the list it is: each recommendation with whom it is addressed to, why, and what it rests on.

import { paths } from '#core/paths.ts';
import type { ItemTitle } from '#server/context.ts';
import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { useT } from '../language.tsx';
import { ServerText } from '../server-text.tsx';
import { Damaged } from './damaged.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { useFocus } from './focus.ts';
import styles from './recommendations.module.css';
import type { Shown } from './triptych.tsx';

/** The name under which an item's text is handed to the page. */
export function bodyName(item: string): string {
  return `body ${item}`;
}

export function Recommendations({
  shown,
  elsewhere,
}: {
  readonly shown: Shown;
  readonly elsewhere: readonly ItemTitle[];
}) {
  const t = useT();
  const focus = useFocus();
  const section = shown.sections[0];
  if (!section) return null;
  if (shown.damaged.includes(section.key)) return <Damaged shown={shown} section={section.key} />;
  if (section.items.length === 0) {
    return (
      <EmptyState heading={2} title={t('framework.empty.section')}>
        {shown.writes && (
          <LinkButton look="primary" to={paths.write(shown.slug, section.key)} reloadDocument>
            {t('framework.empty.start')}
          </LinkButton>
        )}
      </EmptyState>
    );
  }
  return (
    <ol className={`${styles.list} sheet`} data-sec={section.key}>
      {section.items.map((item) => (
        <li
          key={item.id}
          id={item.id}
          className={item.id === focus ? `${styles.item} ${styles.here}` : styles.item}
        >
          <span className="num">{item.number}</span>
          <div className={styles.inside}>
            {typeof item.fields.addressee === 'string' && item.fields.addressee !== '' && (
              <p className="small quiet">
                {t('framework.addressee', { who: item.fields.addressee })}
              </p>
            )}
            <h2 className={`title ${styles.title}`} lang={shown.language}>
              {item.title || t('framework.untitled')}
            </h2>
            {item.written && (
              <ServerText
                name={bodyName(item.id)}
                className={`reading rich ${styles.text}`}
                lang={shown.language}
              />
            )}
          </div>
          <div className={styles.rests}>
            <p className="small quiet">{t('framework.rests-on')}</p>
            <Elsewhere item={item} titles={elsewhere} writes={shown.writes} />
          </div>
        </li>
      ))}
    </ol>
  );
}
