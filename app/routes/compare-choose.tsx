// Where two ends are chosen: versions, revisions, the working text. A plain form, so it works without script.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { Button } from '../components/button.tsx';
import { Headline, Page } from '../components/page.tsx';
import { useT } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import styles from '../reading/compare.module.css';
import { EndSelect } from '../reading/end-select.tsx';
import { endsOf } from '../reading/ends.server.ts';
import { valueOrLeave } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta<Awaited<ReturnType<typeof loader>>>(
  'compare.title',
  (page) => page.framework.title,
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const url = new URL(request.url);
  const base = url.searchParams.get('base');
  const head = url.searchParams.get('head');
  if (base && head) throw redirect(paths.compare(slug, base, head));
  const framework = valueOrLeave(
    context,
    request,
    await context.queries.frameworks.get(context.actor, slug),
  );
  const ends = await endsOf(context, framework);
  return {
    framework: { slug, title: framework.title, notice: framework.notice },
    ends,
    base: ends.at(-1)?.ref ?? '',
    head: ends[0]?.ref ?? '',
  };
}

export default function CompareChoose() {
  const { framework, ends, base, head } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page
      width="form"
      notice={framework.notice}
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: framework.title, to: paths.framework(framework.slug) },
        { label: t('compare.title') },
      ]}
    >
      <Headline
        title={t('compare.title')}
        below={<p className="quiet">{t('compare.choose.lead')}</p>}
      />
      {ends.length < 2 ? (
        <p>{t('compare.choose.too-few')}</p>
      ) : (
        <Form method="get" className={styles.choose}>
          <EndSelect name="base" label={t('compare.base')} ends={ends} value={base} />
          <EndSelect name="head" label={t('compare.head')} ends={ends} value={head} />
          <Button type="submit" look="primary">
            {t('compare.show')}
          </Button>
        </Form>
      )}
    </Page>
  );
}
