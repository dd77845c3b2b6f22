// A framework as a whole: the triptych, the canvas or the list, of the working text or, for visitors, of the latest version.
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { notesOn } from '#core/framework/check.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import type { Template } from '#core/framework/template.ts';
import { templateOf } from '#core/framework/templates.ts';
import { walkItems } from '#core/framework/walk.ts';
import { paths } from '#core/paths.ts';
import type { AppContext, FrameworkDetail } from '#server/context.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorPage } from '../components/error-page.tsx';
import { Page } from '../components/page.tsx';
import { bodyHtml } from '../framework/body-html.ts';
import { Cards } from '../framework/cards.tsx';
import { FrameworkHeader } from '../framework/header.tsx';
import { bodyName, Recommendations } from '../framework/recommendations.tsx';
import { Repairs } from '../framework/repairs.tsx';
import { indexOf, Triptych } from '../framework/triptych.tsx';
import { viewOf } from '../framework/view.ts';
import { useT } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { valueOrLeave } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta<typeof loader>(
  'framework.page',
  ({ framework }) => framework.title,
  () => '',
);

/** Sections as the document has them, for a template that is gone. */
function plainTemplate(document: InterchangeDocument): Template {
  return {
    key: document.framework.template,
    rooms: [],
    sections: document.sections.map(({ key }) => ({ key, kinds: [] })),
  };
}

/** Titles of what items of other frameworks are called now. */
async function titlesElsewhere(context: AppContext, document: InterchangeDocument) {
  const wanted = [...walkItems(document.sections)].flatMap(({ item }) =>
    (item.references ?? []).flatMap(({ framework, item: id }) =>
      framework === undefined ? [] : [{ framework, item: id }],
    ),
  );
  return wanted.length === 0 ? [] : context.queries.items.titles(context.actor, wanted);
}

/** The ref of the text this reader sees: the working text, else the latest version; null where there is none. */
function refFor({ rights, latestVersion }: FrameworkDetail): string | null {
  return rights.read ? 'working' : (latestVersion?.label ?? null);
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { actor, queries } = context;
  const framework = valueOrLeave(
    context,
    request,
    await queries.frameworks.get(actor, params.slug ?? ''),
  );
  const ref = refFor(framework);
  if (ref === null)
    return {
      framework,
      sections: null,
      template: null,
      elsewhere: [],
      body: null,
      damaged: [],
      notes: [],
    };
  const { document, damaged } = valueOrLeave(
    context,
    request,
    await queries.documents.readable(actor, framework.slug, ref),
  );
  const template = templateOf(framework.template) ?? plainTemplate(document);
  const wanted = new URL(request.url).searchParams.get('item');
  let body: { item: string; html: string } | null = null;
  for (const { item } of walkItems(document.sections)) {
    const html = template.key === 'job-reference' && item.id !== wanted ? '' : bodyHtml(item);
    if (item.id === wanted) body = { item: item.id, html };
    if (html !== '' && template.key !== 'job-reference') {
      context.texts.set(bodyName(item.id), html);
    }
  }
  return {
    framework,
    sections: viewOf(document, template, framework.language),
    template,
    elsewhere: await titlesElsewhere(context, document),
    body,
    damaged,
    // Of a text that is not there whole it can't be told what is missing.
    notes: framework.rights.write && damaged.length === 0 ? notesOn(document, template) : [],
  };
}

export default function Framework() {
  const { framework, sections, template, elsewhere, body, damaged, notes } =
    useLoaderData<typeof loader>();
  const t = useT();
  const writes = framework.rights.write && !framework.archived;
  const shared = {
    crumbs: [{ label: t('common.frameworks'), to: paths.home }, { label: framework.title }],
    notice: framework.notice,
    noticeLang: framework.language,
  };
  if (!sections || !template) {
    return (
      <Page {...shared}>
        <FrameworkHeader framework={framework} />
        <EmptyState
          heading={2}
          title={t('framework.empty.nothing-public.title')}
          text={t('framework.empty.nothing-public.text')}
        />
      </Page>
    );
  }
  const shown = {
    slug: framework.slug,
    language: framework.language,
    template,
    sections,
    writes,
    mayRecover: framework.rights.manage,
    damaged,
    body,
  };
  const repairs = <Repairs notes={notes} index={indexOf(sections)} shown={shown} />;
  if (template.key === 'ideal-system' || template.key === 'advocacy') {
    const Whole = template.key === 'advocacy' ? Recommendations : Cards;
    return (
      <Page {...shared}>
        <FrameworkHeader framework={framework} />
        {repairs}
        <Whole shown={shown} elsewhere={elsewhere} />
      </Page>
    );
  }
  return (
    <Page {...shared} width="fill">
      <FrameworkHeader framework={framework} />
      {repairs}
      <Triptych shown={shown} />
    </Page>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
