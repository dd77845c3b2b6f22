// The title page: status, title, date and licence, with the panels of the template beside them.

import type { Language } from '#core/framework/interchange.ts';
import { paths } from '#core/paths.ts';
import { typeset } from '#locales/typography.ts';
import type { RevisionSummary, VersionSummary } from '#server/context.ts';
import { LinkButton } from '../components/button.tsx';
import { Callout } from '../components/callout.tsx';
import { Moment } from '../components/moment.tsx';
import { Status } from '../components/status.tsx';
import { useT } from '../language.tsx';
import styles from './cover.module.css';
import { CoverArt } from './cover-art.tsx';
import type { ReadSection } from './outline.ts';

export interface CoverPage {
  readonly slug: string;
  readonly ref: string;
  readonly title: string;
  readonly licence: string;
  readonly textLanguage: Language;
  readonly version: VersionSummary | null;
  readonly revision: RevisionSummary | null;
  readonly changedAt: string;
  /** Label of a later version that stands; '' where there is none. */
  readonly newer: string;
  readonly sections: readonly ReadSection[];
}

/** "CC-BY-SA-4.0" as people write it: "CC BY-SA 4.0". */
function licenceName(licence: string): string {
  const creative = /^CC-(BY[A-Z-]*?)-(\d\.\d)$/.exec(licence);
  return creative ? `CC ${creative[1]} ${creative[2]}` : licence;
}

export function Cover({ page }: { readonly page: CoverPage }) {
  const t = useT();
  const { version, revision } = page;
  const first = page.sections[0]?.key ?? '';
  return (
    <header className={styles.cover}>
      <div className={styles.page}>
        <CoverArt sections={page.sections.map((section) => section.key)} />
        <div className={styles.text}>
          {version ? (
            <Status status={version.status}>
              {t(`common.version.${version.status}`, { label: version.label })}
            </Status>
          ) : (
            <Status status="working">
              {revision ? t('read.revision', { ref: revision.ref }) : t('common.working')}
            </Status>
          )}
          <h1 className={styles.title} lang={page.textLanguage}>
            {typeset(page.textLanguage, page.title)}
          </h1>
          <p className="small quiet">
            {version ? (
              <>
                {t('read.published')} <Moment instant={version.publishedAt} />
              </>
            ) : (
              <>
                {t(revision ? 'read.frozen' : 'read.changed')}{' '}
                <Moment instant={revision?.createdAt ?? page.changedAt} style="moment" />
              </>
            )}
            {page.licence !== '' &&
              ` · ${t('read.licence', { licence: licenceName(page.licence) })}`}
          </p>
          {version?.withdrawal && (
            <Callout tone="warning">
              <p>
                {t('read.withdrawn')} <Moment instant={version.withdrawal.at} /> :{' '}
                {version.withdrawal.reason}
              </p>
            </Callout>
          )}
          {page.newer !== '' && (
            <Callout
              action={
                <LinkButton size="small" reloadDocument to={paths.read(page.slug, page.newer)}>
                  {t('read.version', { label: page.newer })}
                </LinkButton>
              }
            >
              <p>{t('read.newer')}</p>
            </Callout>
          )}
          <p className={styles.go}>
            <LinkButton look="primary" to={`#${first}`} reloadDocument={false}>
              {t('read.start')}
            </LinkButton>
            <LinkButton to="#download" reloadDocument={false}>
              {t('read.download')}
            </LinkButton>
          </p>
        </div>
      </div>
    </header>
  );
}
