// An ideal system as three columns of cards: causes, levers, resources.
import { Link } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { isMessageKey } from '#locales/catalogue.ts';
import type { ItemTitle } from '#server/context.ts';
import { SectionGlyph } from '../components/glyph.tsx';
import { useT } from '../language.tsx';
import { ServerText } from '../server-text.tsx';
import styles from './cards.module.css';
import { Damaged } from './damaged.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { useFocus } from './focus.ts';
import { bodyName } from './recommendations.tsx';
import type { Shown } from './triptych.tsx';

export function Cards({
  shown,
  elsewhere,
}: {
  readonly shown: Shown;
  readonly elsewhere: readonly ItemTitle[];
}) {
  const t = useT();
  const focus = useFocus();
  return (
    <div className={styles.columns}>
      {shown.sections.map((section) => {
        const name = `section.${section.key}`;
        const first = section.items.length === 0;
        return (
          <section key={section.key} data-sec={section.key}>
            <header className={styles.head}>
              <SectionGlyph section={section.key} />
              <h2>{isMessageKey(name) ? t(name) : section.key}</h2>
              <span className="quiet">{section.items.length}</span>
            </header>
            {shown.damaged.includes(section.key) ? (
              <Damaged shown={shown} section={section.key} />
            ) : (
              first && <p className="quiet small">{t('framework.empty.section')}</p>
            )}
            <ul className={styles.cards}>
              {section.items.map((item) => (
                <li
                  key={item.id}
                  id={item.id}
                  className={item.id === focus ? `${styles.card} ${styles.here}` : styles.card}
                >
                  <h3 className={`title ${styles.title}`} lang={shown.language}>
                    <span className={`num ${styles.number}`}>{item.number}</span>{' '}
                    {item.title || t('framework.untitled')}
                  </h3>
                  {item.written && (
                    <ServerText
                      name={bodyName(item.id)}
                      className={`reading rich ${styles.text}`}
                    />
                  )}
                  <Elsewhere item={item} titles={elsewhere} writes={shown.writes} />
                </li>
              ))}
            </ul>
            {shown.writes && !shown.damaged.includes(section.key) && (
              <Link className={styles.add} to={paths.write(shown.slug, section.key)} reloadDocument>
                {t('framework.write.section', {
                  section: isMessageKey(name) ? t(name) : section.key,
                })}
              </Link>
            )}
          </section>
        );
      })}
    </div>
  );
}
