// What a file holds, in words: its title, its template and language, how many items of each kind, what does not fit.
import type { FrameworkHead } from '#core/framework/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';
import { isMessageKey } from '#locales/catalogue.ts';
import { typeset } from '#locales/typography.ts';
import { useT } from '../language.tsx';
import styles from './importing.module.css';
import type { NoteCount } from './notes.ts';

export interface FoundDocument {
  readonly head: FrameworkHead;
  readonly counts: Readonly<Record<string, number>>;
  readonly notes: readonly NoteCount[];
  /** The document itself, sent back with the answer to the question. */
  readonly text: string;
}

export function Found({ found }: { readonly found: FoundDocument }) {
  const t = useT();
  const { head, counts, notes } = found;
  const kinds = templateOf(head.template)?.sections.flatMap((section) => section.kinds) ?? [];
  const known = kinds.map(({ key }) => key);
  const others = Object.keys(counts).filter((kind) => !known.includes(kind));
  const said = [...new Set([...known, ...others])].flatMap((kind) => {
    const count = counts[kind] ?? 0;
    const key = `count.${kind}`;
    if (count === 0) return [];
    return [isMessageKey(key) ? t(key, { count }) : `${count} ${kind}`];
  });
  const template = `template.${head.template}`;
  return (
    <section className={`${styles.found} sheet`}>
      <h2 className="label">{t('importing.found')}</h2>
      <p className={`title ${styles.name}`} lang={head.language}>
        {typeset(head.language, head.title)}
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>{t('importing.template')}</dt>
          <dd>{isMessageKey(template) ? t(template) : head.template}</dd>
        </div>
        <div>
          <dt>{t('importing.language')}</dt>
          <dd>{t(`common.language.${head.language}`)}</dd>
        </div>
        <div>
          <dt>{t('importing.content')}</dt>
          <dd>{said.length > 0 ? said.join(', ') : t('importing.empty')}</dd>
        </div>
      </dl>
      {notes.length === 0 ? (
        <p className="small quiet">{t('importing.fine')}</p>
      ) : (
        <>
          <h3 className="label">{t('importing.notes')}</h3>
          <p className="small quiet">{t('importing.notes-hint')}</p>
          <ul className={styles.places}>
            {notes.map(({ note, count, items }) => (
              <li key={note}>
                {isMessageKey(note) && t('importing.note', { text: t(note), count })}{' '}
                <code>{items.join(', ')}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
