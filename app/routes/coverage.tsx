// The coverage of a framework: activities, training and profiles by skill, what is missing, followed live while people write.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useSearchParams,
} from '@remix-run/react';
import { useMemo } from 'react';
import { coveragePlan } from '#core/framework/coverage-plan.ts';
import { sortingField } from '#core/framework/kinds.ts';
import { templateOf } from '#core/framework/templates.ts';
import { apiPaths, paths } from '#core/paths.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorPage } from '../components/error-page.tsx';
import { LeftOut } from '../components/left-out.tsx';
import { Page } from '../components/page.tsx';
import styles from '../coverage/coverage.module.css';
import { FilterBar } from '../coverage/filter-bar.tsx';
import { CoverageList } from '../coverage/list.tsx';
import { Matrix } from '../coverage/matrix.tsx';
import { filterOf, gapCounts, shownOf } from '../coverage/shown.ts';
import { Standing } from '../coverage/standing.tsx';
import { useLiveCoverage } from '../coverage/use-live.ts';
import { coverageSentences } from '../coverage/words.ts';
import { FrameworkHeader } from '../framework/header.tsx';
import { useRoot, useT } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { valueOrLeave } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta<Awaited<ReturnType<typeof loader>>>(
  'coverage.title',
  (page) => page.framework.title,
);

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { actor, queries } = context;
  const slug = params.slug ?? '';
  const framework = valueOrLeave(context, request, await queries.frameworks.get(actor, slug));
  const { ref, coverage, damaged } = valueOrLeave(
    context,
    request,
    await queries.coverage.get(actor, slug),
  );
  return { framework, ref, coverage, damaged };
}

/** A filter changes what is shown of the same text: nothing is asked again. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  return currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search
    ? false
    : defaultShouldRevalidate;
}

/** The types that skills are sorted by, in the template's order. */
function skillTypes(templateKey: string): readonly string[] {
  const template = templateOf(templateKey);
  const plan = template && coveragePlan(template);
  if (!template || !plan) return [];
  return [...plan.skills].flatMap((kind) => sortingField(template, kind)?.choices ?? []);
}

export default function CoveragePage() {
  const { framework, ref, coverage: served, damaged } = useLoaderData<typeof loader>();
  const t = useT();
  const person = useRoot()?.person?.id ?? '';
  const [search] = useSearchParams();
  const template = templateOf(framework.template);
  const { slug, language } = framework;
  const working = ref === 'working';
  // A version does not change; a damaged text has no room to follow.
  const follows = working && damaged.length === 0 && template !== undefined;
  const live = useLiveCoverage(
    follows ? { framework: framework.id, slug, language, template, person } : null,
  );
  const coverage = live.coverage ?? served;
  const filter = filterOf(search);
  const counts = useMemo(() => gapCounts(coverage), [coverage]);
  const shown = useMemo(
    () => shownOf(coverage, { mission: filter.mission, gap: filter.gap }),
    [coverage, filter.mission, filter.gap],
  );
  const to = ({ section, id }: { readonly section: string; readonly id: string }) =>
    working ? paths.write(slug, section, id) : paths.read(slug, ref, id);
  const nothing = coverage.skills.length === 0 && coverage.activities.length === 0;
  const unanswered =
    shown.skills.length === 0 && shown.groups.length === 0 && shown.modules.length === 0;
  return (
    <Page
      notice={framework.notice}
      noticeLang={framework.language}
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: framework.title, to: paths.framework(slug) },
        { label: t('coverage.title') },
      ]}
    >
      <FrameworkHeader framework={framework} actions={false} />
      <LeftOut sections={damaged} />
      <div className={styles.lead}>
        <p className={styles.sentence}>
          {nothing ? t('coverage.lead') : coverageSentences(t, coverage, counts).join(' ')}
        </p>
        <div className={`${styles.standing} small quiet`}>
          {!working && <span>{t('coverage.of-version', { label: ref })}</span>}
          {follows && <Standing standing={live.standing} />}
          {!nothing && (
            <a href={apiPaths.coverage(slug, 'csv')} download className="no-print">
              {t('coverage.download')}
            </a>
          )}
        </div>
      </div>
      {nothing ? (
        <EmptyState heading={2} title={t('coverage.empty.title')} text={t('coverage.empty.text')} />
      ) : (
        <>
          <FilterBar filter={filter} counts={counts} missions={coverage.missions} />
          {unanswered ? (
            <p className="quiet">{t('coverage.filter.nothing')}</p>
          ) : (
            <>
              <div className="sheet only-wide">
                <Matrix
                  shown={shown}
                  types={skillTypes(framework.template)}
                  language={language}
                  to={to}
                />
              </div>
              <CoverageList
                shown={shown}
                language={language}
                writes={working && framework.rights.write && !framework.archived}
                to={to}
              />
            </>
          )}
        </>
      )}
    </Page>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
