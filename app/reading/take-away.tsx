// How to cite a version and how to take it away: the sentence, the lasting address, the fingerprint, the files.
import type { Language } from '#core/framework/interchange.ts';
import { apiPaths } from '#core/paths.ts';
import { formatDate } from '#locales/format.ts';
import type { VersionSummary } from '#server/context.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { useLanguage, useT } from '../language.tsx';
import styles from './take-away.module.css';

/** Formats in the order in which readers ask for them. */
const FORMATS = ['html', 'md', 'json'] as const;

export function TakeAway({
  page,
}: {
  readonly page: {
    readonly slug: string;
    readonly ref: string;
    readonly title: string;
    readonly address: string;
    readonly textLanguage: Language;
    readonly version: VersionSummary | null;
  };
}) {
  const t = useT();
  const language = useLanguage();
  const { version } = page;
  const citation = version
    ? t('read.citation', {
        title: page.title,
        version: t(`read.cited.${version.status}`, { label: version.label }),
        date: formatDate(language, version.publishedAt),
        address: page.address,
      })
    : '';
  return (
    <section className={styles.takeAway} id="download">
      {version && (
        <div>
          <h2 className="label">{t('read.cite')}</h2>
          <p className={styles.citation}>{citation}</p>
          <CopyButton text={citation}>{t('read.copy-citation')}</CopyButton>
          <p className={styles.print}>
            {t('read.fingerprint')}{' '}
            <span title={version.hash}>
              {version.hash.slice(0, 4)} {version.hash.slice(4, 8)} {version.hash.slice(8, 12)}
            </span>
          </p>
        </div>
      )}
      <div>
        <h2 className="label">{t('read.download')}</h2>
        <ul className={styles.files}>
          {FORMATS.map((format) => (
            <li key={format}>
              <a href={apiPaths.export(page.slug, page.ref, format)} download>
                {t(`read.format.${format}`)}
              </a>
              <span className="quiet tiny">{format.toUpperCase()}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
