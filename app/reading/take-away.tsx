// How to cite a version and how to take it away: the sentence, the lasting address, the fingerprint, the files.
import type { Language } from '#core/framework/interchange.ts';
import { formatDate } from '#locales/format.ts';
import type { VersionSummary } from '#server/context.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { ExportList } from '../components/export-list.tsx';
import { useLanguage, useT } from '../language.tsx';
import styles from './take-away.module.css';

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
        <ExportList slug={page.slug} reference={page.ref} />
      </div>
    </section>
  );
}
