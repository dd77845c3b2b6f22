// The reading page of a version, a revision or the working text: a printed book, for anybody who may read it.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { richHtml } from '#core/document/html.ts';
import { paths } from '#core/paths.ts';
import { typesetRich } from '#locales/typography.ts';
import { LeftOut } from '../components/left-out.tsx';
import { Page } from '../components/page.tsx';
import { useT } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { BookSection } from '../reading/book-section.tsx';
import { Contents } from '../reading/contents.tsx';
import { Cover } from '../reading/cover.tsx';
import { newsOf } from '../reading/news.server.ts';
import { News } from '../reading/news.tsx';
import { outlineOf, outsideReferences } from '../reading/outline.ts';
import styles from '../reading/read.module.css';
import { refName } from '../reading/ref-name.ts';
import { TakeAway } from '../reading/take-away.tsx';
import { valueOrLeave } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta<Awaited<ReturnType<typeof loader>>>(
  'read.title',
  (page) => page.title,
  (page, t) => refName(t, page.ref),
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { slug = '', ref = '' } = params;
  const { actor, queries, texts } = context;
  const framework = valueOrLeave(context, request, await queries.frameworks.get(actor, slug));
  const found = valueOrLeave(context, request, await queries.documents.readable(actor, slug, ref));
  const { document, damaged, version, revision } = found;
  const outside = await queries.items.titles(actor, outsideReferences(document));
  const outline = outlineOf(document, outside);
  for (const [name, nodes] of outline.texts)
    texts.set(name, richHtml(typesetRich(document.framework.language, nodes), { title: 'p' }));
  const versions = await queries.versions.list(actor, slug, { limit: 100 });
  const all = versions.ok ? versions.value.items : [];
  const newest = all.find((each) => each.status !== 'withdrawn');
  return {
    slug,
    ref,
    title: document.framework.title,
    notice: document.framework.notice ?? '',
    licence: document.framework.licence ?? '',
    textLanguage: document.framework.language,
    visibility: framework.visibility,
    version,
    revision,
    changedAt: framework.changedAt,
    address: context.url(paths.read(slug, ref)),
    newer: version && newest && newest.publishedAt > version.publishedAt ? newest.label : '',
    sections: outline.sections,
    damaged,
    news: version ? await newsOf(context, slug, version, all) : null,
  };
}

export default function Read() {
  const page = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page
      width="bare"
      notice={page.notice}
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: page.title, to: paths.framework(page.slug) },
        {
          label: page.version
            ? t('read.version', { label: page.version.label })
            : page.ref === 'working'
              ? t('common.working')
              : t('read.revision', { ref: page.ref }),
        },
      ]}
    >
      <div className={styles.book}>
        <Cover page={page} />
        <div className={styles.spread}>
          <Contents sections={page.sections} textLanguage={page.textLanguage} />
          <div className={styles.column}>
            <LeftOut sections={page.damaged} />
            {page.news && <News news={page.news} />}
            <TakeAway page={page} />
            {page.sections.map((section) => (
              <BookSection key={section.key} section={section} textLanguage={page.textLanguage} />
            ))}
          </div>
        </div>
      </div>
    </Page>
  );
}
