// One thing that can take the place of a damaged text: what it is, when it dates from, how much it holds, and the text itself to look at.
import { isMessageKey, type Translate } from '#locales/catalogue.ts';
import { typeset } from '#locales/typography.ts';
import { Moment } from '../../components/moment.tsx';
import { useT } from '../../language.tsx';
import { ServerText } from '../../server-text.tsx';
import { sectionWord } from '../page/words.ts';
import styles from './damaged.module.css';
import { type DamagedPageData, previewName, type ShownChoice } from './page-data.ts';

/** "6 missions · 26 activités", or that it holds nothing. */
function countsOf(t: Translate, { counts }: ShownChoice): string {
  const words = Object.entries(counts).map(([kind, count]) => {
    const key = `count.${kind}`;
    return isMessageKey(key) ? t(key, { count }) : String(count);
  });
  return words.length > 0 ? words.join(' · ') : t('recovery.holds-nothing');
}

export function Choice({
  choice,
  language,
  isFirst,
}: {
  readonly choice: ShownChoice;
  readonly language: DamagedPageData['language'];
  readonly isFirst: boolean;
}) {
  const t = useT();
  const { from, ref, at } = choice;
  const empty = at === null;
  return (
    <div className={styles.choice}>
      <label className={styles.pick}>
        <input type="radio" name="from" value={from} defaultChecked={isFirst} required />
        <span className={styles.name}>
          {t(empty ? 'recovery.choice.empty' : `recovery.choice.${from}`, { ref })}
        </span>
        <span className={styles.fact}>
          {empty ? (
            t('recovery.choice.empty.hint')
          ) : (
            <>
              {t(`recovery.dated.${from}`)} <Moment instant={at} style="moment" />
            </>
          )}
        </span>
        {!empty && <span className={styles.fact}>{countsOf(t, choice)}</span>}
      </label>
      {!empty && <Preview choice={choice} language={language} />}
    </div>
  );
}

function Preview({
  choice: { from, ref, sections },
  language,
}: {
  readonly choice: ShownChoice;
  readonly language: DamagedPageData['language'];
}) {
  const t = useT();
  const several = sections.length > 1;
  const name = t(`recovery.choice.${from}`, { ref });
  return (
    <details className={styles.preview}>
      <summary>
        {t('recovery.look')}
        <span className="hidden"> {name}</span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must by keyboard too. */}
      <section className={styles.text} aria-label={name} lang={language} tabIndex={0}>
        {sections.map(({ key, rows }) => (
          <div key={key} data-sec={key}>
            {several && <p className={styles.section}>{sectionWord(t, key)}</p>}
            <ServerText
              name={previewName(from, `${key} preamble`)}
              className={`reading rich ${styles.body}`}
            />
            <ul className={styles.rows}>
              {rows.map((row) => (
                <li key={row.id} data-depth={row.depth}>
                  <p className={styles.title}>
                    {row.number && <span className={styles.number}>{row.number}</span>}
                    <span>{typeset(language, row.title) || t('section.untitled')}</span>
                  </p>
                  <ServerText
                    name={previewName(from, row.id)}
                    className={`reading rich ${styles.body}`}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </section>
    </details>
  );
}
