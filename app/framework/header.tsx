// The head of each page of a framework: its title, where it stands, what can be done with it, and its pages as tabs.
import type { ReactNode } from 'react';
import { coveragePlan } from '#core/framework/coverage-plan.ts';
import { templateOf } from '#core/framework/templates.ts';
import { paths } from '#core/paths.ts';
import type { FrameworkDetail } from '#server/context.ts';
import { LinkButton } from '../components/button.tsx';
import { Headline } from '../components/page.tsx';
import { Stamp } from '../components/stamp.tsx';
import { Status } from '../components/status.tsx';
import { type TabLink, TabLinks } from '../components/tabs.tsx';
import { useT } from '../language.tsx';
import styles from './header.module.css';
import { TakeAwayPanel } from './take-away.tsx';

export type HeaderFramework = Pick<
  FrameworkDetail,
  'slug' | 'title' | 'language' | 'template' | 'latestVersion' | 'archived' | 'rights'
>;

const OVERVIEW = {
  'job-reference': 'framework.tab.triptych',
  'ideal-system': 'framework.tab.canvas',
  advocacy: 'framework.tab.list',
} as const;

function overviewKey(template: string) {
  return template === 'ideal-system' || template === 'advocacy'
    ? OVERVIEW[template]
    : OVERVIEW['job-reference'];
}

/** The pages that this reader may open. */
function useTabs(framework: HeaderFramework): TabLink[] {
  const { slug, template, archived, rights, latestVersion } = framework;
  const t = useT();
  const known = templateOf(template);
  const first = known?.sections[0]?.key;
  const tabs: (TabLink | false)[] = [
    { to: paths.framework(slug), label: t(overviewKey(template)) },
    rights.write &&
      !archived &&
      first !== undefined && {
        to: paths.write(slug, first),
        label: t('framework.write'),
        reloadDocument: true,
      },
    known !== undefined &&
      coveragePlan(known) !== null &&
      (rights.read || latestVersion !== null) && {
        to: paths.coverage(slug),
        label: t('coverage.title'),
      },
    { to: paths.versions(slug), label: t('framework.tab.versions') },
    rights.read && { to: paths.revisions(slug), label: t('framework.tab.revisions') },
    rights.read && { to: paths.comments(slug), label: t('comments.title') },
    { to: paths.compare(slug), label: t('framework.tab.compare'), deep: true },
    rights.manage && { to: paths.settings(slug), label: t('framework.tab.settings') },
  ];
  return tabs.filter((tab) => tab !== false);
}

/** `below` replaces the line under the title; without `actions` the page has a filled button of its own. */
export function FrameworkHeader({
  framework,
  below,
  actions = true,
}: {
  readonly framework: HeaderFramework;
  readonly below?: ReactNode;
  readonly actions?: boolean;
}) {
  const t = useT();
  const tabs = useTabs(framework);
  const { slug, latestVersion: latest, archived, rights } = framework;
  return (
    <div className={styles.header}>
      <Headline
        title={framework.title}
        lang={framework.language}
        below={
          below ?? (
            <div className={`row small quiet ${styles.state}`}>
              {rights.read && <Status status="working">{t('common.working')}</Status>}
              {latest ? (
                <Status status={latest.status}>
                  {t(`common.version.${latest.status}`, { label: latest.label })}
                </Status>
              ) : (
                <span>{t('common.version.none')}</span>
              )}
              {archived && <Stamp>{t('framework.archived')}</Stamp>}
              <TakeAwayPanel
                slug={slug}
                references={[
                  ...(rights.read ? ['working'] : []),
                  ...(latest ? [latest.label] : []),
                ]}
              />
            </div>
          )
        }
      >
        {actions && (
          <>
            {latest && (
              <LinkButton
                look={rights.publish && !archived ? 'plain' : 'primary'}
                to={paths.read(slug, latest.label)}
                reloadDocument
              >
                {t('framework.read-version', { label: latest.label })}
              </LinkButton>
            )}
            {rights.publish && !archived && (
              <span className="only-wide">
                <LinkButton look="primary" to={paths.publish(slug)}>
                  {t('framework.publish')}
                </LinkButton>
              </span>
            )}
          </>
        )}
      </Headline>
      <TabLinks label={t('framework.nav')} tabs={tabs} />
    </div>
  );
}
