// Where two ends are chosen: versions, revisions, the working text. A plain form, so it works without script.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { LABEL } from '#core/framework/label.ts';
import { paths } from '#core/paths.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Page } from '../components/page.tsx';
import { FrameworkHeader } from '../framework/header.tsx';
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
    framework,
    ends,
    /** What is asked most: what the newest state changed since the last version, or since the oldest. */
    base: (ends.slice(1).find(({ ref }) => LABEL.test(ref)) ?? ends.at(-1))?.ref ?? '',
    head: ends[0]?.ref ?? '',
  };
}

export default function CompareChoose() {
  const { framework, ends, base, head } = useLoaderData<typeof loader>();
  const t = useT();
  const { rights } = framework;
  return (
    <Page
      notice={framework.notice}
      noticeLang={framework.language}
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: framework.title, to: paths.framework(framework.slug) },
        { label: t('compare.title') },
      ]}
    >
      <FrameworkHeader framework={framework} actions={false} />
      <p className={`quiet ${styles.lead}`}>{t('compare.choose.lead')}</p>
      {ends.length < 2 ? (
        <>
          <p>{t(rights.read ? 'compare.choose.too-few' : 'compare.choose.too-few-public')}</p>
          <p className={styles.ways}>
            {rights.write && (
              <LinkButton to={paths.revisions(framework.slug)}>{t('revisions.freeze')}</LinkButton>
            )}
            {rights.publish && (
              <LinkButton to={paths.publish(framework.slug)}>{t('versions.publish')}</LinkButton>
            )}
          </p>
        </>
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
