// The comparison of two ends: one sentence, counts that filter, a list in plain words, the text with its marks.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useNavigate } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { refuse } from '#core/refusal.ts';
import { LeftOut } from '../components/left-out.tsx';
import { Page } from '../components/page.tsx';
import { useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { changeLines, comparisonSentence } from '../reading/change-words.ts';
import styles from '../reading/compare.module.css';
import { compareView } from '../reading/compare-view.ts';
import { ComparedTexts } from '../reading/compared-texts.tsx';
import { EndSelect } from '../reading/end-select.tsx';
import { endsOf } from '../reading/ends.server.ts';
import { refName } from '../reading/ref-name.ts';
import { valueOrLeave } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta<Awaited<ReturnType<typeof loader>>>(
  'compare.title',
  (page) => page.framework.title,
);

/** "0.1...working" as its two ends; null for anything else. */
function rangeOf(range: string): [string, string] | null {
  const [base, head, ...more] = range.split('...');
  return base && head && more.length === 0 ? [base, head] : null;
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug = '', range = '' } = params;
  const { actor, queries } = context;
  const [base, head] = rangeOf(range) ?? valueOrLeave<never>(context, request, refuse('not-found'));
  const framework = valueOrLeave(context, request, await queries.frameworks.get(actor, slug));
  const [before, after, comparison] = await Promise.all([
    queries.documents.readable(actor, slug, base),
    queries.documents.readable(actor, slug, head),
    queries.comparisons.get(actor, slug, base, head),
  ]);
  const compared = valueOrLeave(context, request, comparison);
  const baseDocument = valueOrLeave(context, request, before).document;
  const headDocument = valueOrLeave(context, request, after).document;
  const t = words(context.language);
  const { summary, preambles } = compared;
  return {
    framework: {
      slug,
      title: framework.title,
      notice: framework.notice,
      language: framework.language,
    },
    base,
    head,
    ends: await endsOf(context, framework),
    summary,
    preambles,
    sentence: comparisonSentence(t, compared),
    lines: changeLines(t, compared),
    unreadable: compared.unreadable ?? [],
    sections: compareView(compared, baseDocument, headDocument),
  };
}

export default function Compare() {
  const { framework, base, head, ends, summary, sentence, lines, sections, preambles, unreadable } =
    useLoaderData<typeof loader>();
  const t = useT();
  const navigate = useNavigate();
  const go = (from: string, to: string) => navigate(paths.compare(framework.slug, from, to));
  const total = Object.keys(lines).length;
  return (
    <Page
      width="bare"
      notice={framework.notice}
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: framework.title, to: paths.framework(framework.slug) },
        { label: t('compare.title') },
      ]}
    >
      <div className={styles.page}>
        <header className={styles.head}>
          <form method="get" action={paths.compare(framework.slug)} className={styles.ends}>
            <EndSelect
              key={`base ${base}`}
              compact
              name="base"
              label={t('compare.base')}
              ends={ends}
              value={base}
              onChange={(ref) => go(ref, head)}
            />
            <EndSelect
              key={`head ${head}`}
              compact
              name="head"
              label={t('compare.head')}
              ends={ends}
              value={head}
              onChange={(ref) => go(base, ref)}
            />
            <noscript>
              <button type="submit">{t('compare.show')}</button>
            </noscript>
          </form>
          <p className={styles.printed}>
            {t('compare.printed', {
              title: framework.title,
              base: refName(t, base),
              head: refName(t, head),
            })}
          </p>
          <h1 className={styles.sentence}>{sentence}</h1>
          <LeftOut sections={unreadable} compared />
        </header>
        {total > 0 || preambles.length > 0 ? (
          <ComparedTexts
            summary={summary}
            preambles={preambles}
            sections={sections}
            lines={lines}
            language={framework.language}
          />
        ) : (
          <p className={styles.nothing}>{t('compare.nothing')}</p>
        )}
      </div>
    </Page>
  );
}
