// One section of the book: chapters, entries and lines, each with a link that lasts.
import type { Language } from '#core/framework/interchange.ts';
import { paths } from '#core/paths.ts';
import { isMessageKey } from '#locales/catalogue.ts';
import { fieldLabel, fieldText } from '#locales/field-words.ts';
import { typeset } from '#locales/typography.ts';
import { SectionGlyph } from '../components/glyph.tsx';
import { Icon } from '../components/icon.tsx';
import { useT } from '../language.tsx';
import { ServerText } from '../server-text.tsx';
import styles from './book-section.module.css';
import type { ReadItem, ReadReference, ReadSection } from './outline.ts';

interface Setting {
  readonly textLanguage: Language;
}

function References({
  references,
  textLanguage,
}: Setting & { readonly references: readonly ReadReference[] }) {
  const t = useT();
  const sections = [...new Set(references.map((reference) => reference.section))];
  return sections.map((section) => {
    const name = `section.${section}`;
    return (
      <p key={section} className={styles.references}>
        <span className="quiet">
          {t('read.list', { name: isMessageKey(name) ? t(name) : t('read.elsewhere') })}
        </span>{' '}
        {references
          .filter((reference) => reference.section === section)
          .map((reference, index, all) => (
            <span key={`${reference.framework}/${reference.item}`}>
              {reference.title === '' ? (
                <s>{t('common.reference-gone', { title: reference.item })}</s>
              ) : (
                <a
                  href={
                    reference.framework === ''
                      ? `#${encodeURIComponent(reference.item)}`
                      : paths.framework(reference.framework, reference.item)
                  }
                >
                  {typeset(textLanguage, reference.title)}
                </a>
              )}
              {reference.level !== null && (
                <span className="quiet"> ({t('level.value', { level: reference.level })})</span>
              )}
              {index < all.length - 1 && typeset(textLanguage, ' ; ')}
            </span>
          ))}
      </p>
    );
  });
}

function Particulars({ item, ...setting }: Setting & { readonly item: ReadItem }) {
  const t = useT();
  return (
    <>
      {item.fields.length > 0 && (
        <dl className={styles.fields}>
          {item.fields.map((field) => (
            <div key={field.name}>
              <dt>{fieldLabel(t, field.name)}</dt>
              <dd lang={setting.textLanguage}>{fieldText(t, field.name, field.value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <References references={item.references} {...setting} />
    </>
  );
}

function Heading({
  item,
  level,
  textLanguage,
}: Setting & { readonly item: ReadItem; readonly level: 3 | 4 }) {
  const t = useT();
  const Tag = level === 3 ? 'h3' : 'h4';
  return (
    <Tag className={item.shape === 'chapter' ? styles.chapterTitle : styles.entryTitle}>
      {item.number !== '' && <span className={styles.num}>{item.number}</span>}
      {typeset(textLanguage, item.title)}
      <a
        className={styles.lasting}
        href={`#${encodeURIComponent(item.id)}`}
        aria-label={t('read.lasting-link', { what: item.number || item.title })}
      >
        <Icon name="link" small />
      </a>
    </Tag>
  );
}

function Item({
  item,
  level,
  ...setting
}: Setting & { readonly item: ReadItem; readonly level: 3 | 4 }) {
  const lines = item.children.filter((child) => child.shape === 'line');
  const rest = item.children.filter((child) => child.shape !== 'line');
  return (
    <article id={item.id} className={item.shape === 'chapter' ? styles.chapter : styles.entry}>
      <Heading item={item} level={level} {...setting} />
      {item.hasBody && <ServerText name={`body:${item.id}`} className={`${styles.body} rich`} />}
      <Particulars item={item} {...setting} />
      {rest.map((child) => (
        <Item key={child.id} item={child} level={4} {...setting} />
      ))}
      <Lines items={lines} {...setting} />
    </article>
  );
}

/** What has no number: criteria under their mission or skill. */
function Lines({ items, ...setting }: Setting & { readonly items: readonly ReadItem[] }) {
  const t = useT();
  const kinds = [...new Set(items.map((item) => item.kind))];
  return kinds.map((kind) => {
    const name = `kinds.${kind}`;
    return (
      <div key={kind} className={styles.lines}>
        <p className="label">{isMessageKey(name) ? t(name) : kind}</p>
        <ul>
          {items
            .filter((item) => item.kind === kind)
            .map((item) => (
              <li key={item.id} id={item.id}>
                {typeset(setting.textLanguage, item.title)}
                {item.hasBody && (
                  <ServerText name={`body:${item.id}`} className={`${styles.body} rich`} />
                )}
                <Particulars item={item} {...setting} />
                <Lines items={item.children} {...setting} />
              </li>
            ))}
        </ul>
      </div>
    );
  });
}

export function BookSection({ section, ...setting }: Setting & { readonly section: ReadSection }) {
  const t = useT();
  const name = `section.${section.key}`;
  const lines = section.items.filter((item) => item.shape === 'line');
  return (
    <section id={section.key} data-sec={section.key} className={styles.section}>
      <h2 className={styles.name}>
        <SectionGlyph section={section.key} />
        {isMessageKey(name) ? t(name) : section.key}
      </h2>
      <div lang={setting.textLanguage}>
        {section.hasPreamble && (
          <ServerText name={`preamble:${section.key}`} className={`${styles.body} rich`} />
        )}
        {section.items
          .filter((item) => item.shape !== 'line')
          .map((item) => (
            <Item key={item.id} item={item} level={3} {...setting} />
          ))}
        <Lines items={lines} {...setting} />
      </div>
    </section>
  );
}
