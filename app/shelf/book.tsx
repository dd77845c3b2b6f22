// One framework on the shelf: its sections' shapes, what it holds, where it stands, and the way in.
import { Link } from '@remix-run/react';
import { templateOf } from '#core/framework/templates.ts';
import { paths } from '#core/paths.ts';
import { isMessageKey } from '#locales/catalogue.ts';
import { formatMoment } from '#locales/format.ts';
import type { FrameworkSummary } from '#server/context.ts';
import { LinkButton } from '../components/button.tsx';
import { Spine } from '../components/glyph.tsx';
import { Stamp } from '../components/stamp.tsx';
import { Status } from '../components/status.tsx';
import { useLanguage, useT } from '../language.tsx';
import styles from './shelf.module.css';

const MINUTE = 60_000;

/** What is counted on a shelf: the kinds that have a number of their own. */
function useCounts(framework: FrameworkSummary): string {
  const t = useT();
  const kinds = templateOf(framework.template)?.sections.flatMap((section) => section.kinds) ?? [];
  return kinds
    .filter((kind) => kind.number.style === 'prefix' && (framework.counts[kind.key] ?? 0) > 0)
    .map((kind) => {
      const key = `count.${kind.key}`;
      return isMessageKey(key) ? t(key, { count: framework.counts[kind.key] ?? 0 }) : '';
    })
    .join(' · ');
}

/** "a moment ago", "12 min ago", then the day and hour. */
function useChanged(changedAt: string, now: string): string {
  const t = useT();
  const language = useLanguage();
  const minutes = Math.floor((Date.parse(now) - Date.parse(changedAt)) / MINUTE);
  if (minutes < 1) return t('home.changed-now');
  if (minutes < 60) return t('home.changed-minutes', { count: minutes });
  return t('home.changed-at', { moment: formatMoment(language, changedAt) });
}

/** `now` is the server's clock when the page was made, so that both renderings say the same. */
export function Book({
  framework,
  now,
}: {
  readonly framework: FrameworkSummary;
  readonly now: string;
}) {
  const t = useT();
  const counts = useCounts(framework);
  const changed = useChanged(framework.changedAt, now);
  const template = templateOf(framework.template);
  const sections = template?.sections.map((section) => section.key) ?? [];
  const version = framework.latestVersion;
  const first = sections[0];
  const writes = framework.rights.write && !framework.archived && first !== undefined;
  const reading = version ? paths.read(framework.slug, version.label) : undefined;
  return (
    <article className={`${styles.book} sheet`}>
      <Spine sections={sections} />
      <div className={styles.words}>
        <h2 className="title" lang={framework.language}>
          <Link to={paths.framework(framework.slug)} prefetch="intent">
            {framework.title}
          </Link>
        </h2>
        {counts && <p className="small quiet">{counts}</p>}
        <p className={`row small ${styles.state}`}>
          <Status status={version?.status ?? 'working'}>
            {version
              ? t(`common.version.${version.status}`, { label: version.label })
              : t('common.version.none')}
          </Status>
          {framework.archived && <Stamp>{t('home.archived')}</Stamp>}
          {framework.rights.read && framework.visibility === 'private' && (
            <Stamp>{t('home.private')}</Stamp>
          )}
          {framework.rights.read && <span className="quiet">{changed}</span>}
        </p>
      </div>
      <div className={styles.ways}>
        {writes && (
          <LinkButton to={paths.write(framework.slug, first)} reloadDocument>
            {t('home.write')}
          </LinkButton>
        )}
        {version && reading && (
          <LinkButton look={writes ? 'quiet' : 'plain'} to={reading} reloadDocument>
            {t('home.read', { label: version.label })}
          </LinkButton>
        )}
      </div>
    </article>
  );
}
