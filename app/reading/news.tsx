// What a reader wants first: the note of the version, and what changed since the one before.
import { Link } from '@remix-run/react';
import { ChangeMark } from '../components/change-mark.tsx';
import { useT } from '../language.tsx';
import styles from './news.module.css';
import type { VersionNews } from './news.server.ts';

export function News({ news }: { readonly news: VersionNews }) {
  const t = useT();
  if (news.note === '' && news.since === '') return null;
  return (
    <section className={styles.news}>
      <h2 className={styles.title}>
        {news.since === '' ? t('read.note') : t('read.changes-since', { label: news.since })}
      </h2>
      {news.note !== '' && <p className={styles.note}>{news.note}</p>}
      {news.since !== '' && news.changed === 0 && <p>{t('compare.nothing')}</p>}
      {news.lines.length > 0 && (
        <ul className={styles.lines}>
          {news.lines.map((line) => (
            <li key={line.item}>
              <span className={styles.marks}>
                {line.kinds.map((kind) => (
                  <ChangeMark key={kind} kind={kind} />
                ))}
              </span>
              <span>
                {line.present ? (
                  <a href={`#${encodeURIComponent(line.item)}`}>
                    {line.number} {line.title}
                  </a>
                ) : (
                  <>
                    {line.number} {line.title}
                  </>
                )}
                {line.detail !== '' && <span className={styles.detail}>{line.detail}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {news.changed > 0 && (
        <p>
          <Link to={news.compare}>{t('read.compare-all')}</Link>{' '}
          <span className="quiet small">({t('compare.items', { count: news.changed })})</span>
        </p>
      )}
    </section>
  );
}
