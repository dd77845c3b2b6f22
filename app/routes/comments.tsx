// All that is said about a framework's working text, with filters in the address: the page of whoever has no script, and where letters lead.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData, useRevalidator } from '@remix-run/react';
import { useMemo } from 'react';
import { inFilter, THREAD_FILTERS, type ThreadFilter } from '#core/deliberation/threads.ts';
import { paths } from '#core/paths.ts';
import type { CommentThread } from '#server/context.ts';
import { actOnComments } from '../comments/act.server.ts';
import { type CommentValues, sendComment } from '../comments/acting.ts';
import styles from '../comments/comments.module.css';
import { CommentsContext } from '../comments/context.ts';
import { filterCounts } from '../comments/filters.tsx';
import { Thread } from '../comments/thread.tsx';
import { ErrorPage } from '../components/error-page.tsx';
import { Page } from '../components/page.tsx';
import { readForm, refusedForm } from '../forms.ts';
import { FrameworkHeader } from '../framework/header.tsx';
import { useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { valueOrLeave } from '../refusals.ts';

function filterOf(request: Request): ThreadFilter {
  const asked = new URL(request.url).searchParams.get('filter');
  return THREAD_FILTERS.find((filter) => filter === asked) ?? 'open';
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { queries, actor } = context;
  const slug = params.slug ?? '';
  const framework = valueOrLeave(context, request, await queries.frameworks.get(actor, slug));
  const threads = valueOrLeave(context, request, await queries.comments.list(actor, slug));
  const people = await queries.comments.people(actor, slug);
  return {
    title: framework.title,
    framework,
    threads,
    people: people.ok ? people.value : [],
    filter: filterOf(request),
    me: actor.kind === 'anonymous' ? '' : actor.id,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const t = words(context.language);
  const slug = params.slug ?? '';
  const values = await readForm(request);
  const done = await actOnComments(context, slug, values);
  if (!done) return refusedForm(t, values, { ok: false, code: 'invalid-input' });
  if (!done.ok) return refusedForm(t, values, done);
  const { search } = new URL(request.url);
  return redirect(`${paths.comments(slug)}${search}#thread-${done.value.id}`);
}

export const meta = pageMeta<Awaited<ReturnType<typeof loader>>>(
  'comments.title',
  ({ title }) => title,
);

/** Threads by the item that they stand at, or stood at. */
function grouped(threads: readonly CommentThread[]): Map<string, CommentThread[]> {
  const groups = new Map<string, CommentThread[]>();
  for (const thread of threads) {
    const key = thread.place?.item ?? `gone ${thread.item}`;
    groups.set(key, [...(groups.get(key) ?? []), thread]);
  }
  return groups;
}

export default function CommentsPage() {
  const { framework, threads, people, filter, me } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useT();
  const { revalidate } = useRevalidator();
  const { slug, rights } = framework;
  const page = useMemo(
    () => ({
      me,
      mayComment: rights.comment,
      people,
      act: async (values: CommentValues) => {
        const answer = await sendComment(slug, values);
        if (answer.ok) revalidate();
        return answer;
      },
      announce: () => {},
    }),
    [me, rights.comment, people, slug, revalidate],
  );
  const shown = threads.filter((thread) => inFilter(thread, filter, me));
  const said = (thread: CommentThread) =>
    refused?.values.thread === thread.id
      ? {
          intent: refused.intent,
          id: refused.values.comment ?? '',
          words: Object.values(refused.errors)[0] ?? refused.message,
          body: refused.values.body ?? '',
        }
      : undefined;
  return (
    <Page
      notice={framework.notice}
      noticeLang={framework.language}
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: framework.title, to: paths.framework(slug) },
        { label: t('comments.title') },
      ]}
    >
      <FrameworkHeader framework={framework} actions={false} />
      <div className={styles.page}>
        <p className="quiet">{t('comments.lead')}</p>
        <nav className={styles.filters} aria-label={t('comments.filter')}>
          {filterCounts(threads, me, filter).map(({ filter: one, count }) => (
            <Link
              key={one}
              to={`?filter=${one}`}
              aria-current={one === filter ? 'page' : undefined}
              preventScrollReset
            >
              {t(`comments.filter.${one}`)} <b>{count}</b>
            </Link>
          ))}
        </nav>
        {shown.length === 0 && <p className="quiet">{t('comments.none')}</p>}
        <CommentsContext.Provider value={page}>
          {[...grouped(shown)].map(([key, [first, ...others]]) => {
            if (!first) return null;
            const { place, itemTitle } = first;
            const name = place ? `${place.number} ${place.title}`.trim() : itemTitle;
            return (
              <section key={key} className={`${styles.sheet} sheet`}>
                <h2 className={styles.place}>
                  {place ? (
                    <Link to={paths.write(slug, place.section, place.item)} reloadDocument>
                      {name || t('section.preamble')}
                    </Link>
                  ) : (
                    name || t('section.preamble')
                  )}
                </h2>
                {[first, ...others].map((thread) => (
                  <div key={thread.id} id={`thread-${thread.id}`} className={styles.anchored}>
                    <Thread thread={thread} message={said(thread)} />
                  </div>
                ))}
              </section>
            );
          })}
        </CommentsContext.Provider>
      </div>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
