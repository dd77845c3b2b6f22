// The table of contents: beside the text at a desk, before it on a phone; chapters, and entries where there are none.
import type { Language } from '#core/framework/interchange.ts';
import { isMessageKey } from '#locales/catalogue.ts';
import { typeset } from '#locales/typography.ts';
import { SectionGlyph } from '../components/glyph.tsx';
import { useT } from '../language.tsx';
import styles from './contents.module.css';
import type { ReadSection } from './outline.ts';

export function Contents({
  sections,
  textLanguage,
}: {
  readonly sections: readonly ReadSection[];
  readonly textLanguage: Language;
}) {
  const t = useT();
  return (
    <nav className={styles.contents} aria-label={t('read.contents')}>
      <p className="label">{t('read.contents')}</p>
      {sections.map((section) => {
        const name = `section.${section.key}`;
        const items = section.items.filter((item) => item.shape !== 'line');
        return (
          <details key={section.key} data-sec={section.key} open={items.length <= 12}>
            <summary className={styles.section}>
              <SectionGlyph section={section.key} />
              <b>{isMessageKey(name) ? t(name) : section.key}</b>
            </summary>
            <p className={styles.start}>
              <a href={`#${section.key}`}>{t('read.section-start')}</a>
            </p>
            <ol lang={textLanguage}>
              {items.map((item) => (
                <li key={item.id}>
                  <a href={`#${encodeURIComponent(item.id)}`}>
                    <span className="num">{item.number}</span>
                    <span>{typeset(textLanguage, item.title)}</span>
                  </a>
                </li>
              ))}
            </ol>
          </details>
        );
      })}
    </nav>
  );
}
