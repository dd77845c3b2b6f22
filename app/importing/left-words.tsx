// What of a file does not come in, or comes in otherwise than it stood there: said in numbers, with the words themselves.
import { SOURCE_NOTES, type SourceDocument } from '#core/importing/source.ts';
import { useT } from '../language.tsx';
import styles from './arrange.module.css';

export function LeftWords({
  source: { notes, left },
  title = '',
}: {
  readonly source: SourceDocument;
  /** The file's own title, where nothing takes it. */
  readonly title?: string;
}) {
  const t = useT();
  const told = SOURCE_NOTES.filter((note) => (notes[note] ?? 0) > 0);
  if (told.length === 0 && title === '') return null;
  return (
    <section className={`${styles.preview} sheet`} aria-labelledby="left">
      <h2 id="left" className="label">
        {t('importing.left')}
      </h2>
      <ul className={styles.left}>
        {title !== '' && <li>{t('importing.left.title', { title })}</li>}
        {told.map((note) => {
          const words = left.filter((one) => one.note === note);
          return (
            <li key={note}>
              {t(`importing.left.${note}`, { count: notes[note] ?? 0 })}
              {words.length > 0 && (
                <details className={styles.words}>
                  <summary>{t('importing.left.words')}</summary>
                  <ul className={styles.left}>
                    {words.map(({ text }) => (
                      <li key={text}>{text}</li>
                    ))}
                  </ul>
                </details>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
