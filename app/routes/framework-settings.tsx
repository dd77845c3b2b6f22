// The settings of a framework, for coordinators: its details, who may read, putting it aside, deleting it.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { refuse } from '#core/refusal.ts';
import type { AppContext } from '#server/context.ts';
import { Callout } from '../components/callout.tsx';
import { ErrorPage } from '../components/error-page.tsx';
import { Page } from '../components/page.tsx';
import { checkForm, type FormState, readForm, refusedForm, wrongForm } from '../forms.ts';
import { archivedSchema, detailsSchema, visibilitySchema } from '../framework/details.ts';
import { FrameworkHeader } from '../framework/header.tsx';
import styles from '../framework/settings.module.css';
import { Archive, Deletion, Details, Readers, type SettingsDone } from '../framework/settings.tsx';
import { useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { valueOrLeave } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta<typeof loader>(
  'framework.settings.title',
  ({ framework }) => framework.title,
);

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { actor, queries } = context;
  const framework = valueOrLeave(
    context,
    request,
    await queries.frameworks.get(actor, params.slug ?? ''),
  );
  if (!framework.rights.manage) {
    const code = actor.kind === 'anonymous' ? 'not-signed-in' : 'not-allowed';
    valueOrLeave(context, request, refuse(code));
  }
  return { framework, address: context.url(paths.framework('')) };
}

async function saveDetails(context: AppContext, slug: string, values: Record<string, string>) {
  const t = words(context.language);
  const checked = checkForm(t, detailsSchema, values);
  if (!checked.ok) return wrongForm(checked.state);
  const saved = await context.commands.frameworks.update(context.actor, slug, checked.value);
  if (saved.ok) return redirect(`${paths.settings(saved.value.slug)}?saved`);
  const errors =
    saved.code === 'slug-taken' ? [{ path: 'slug', problem: 'refusal.slug-taken' }] : saved.errors;
  return refusedForm(t, values, errors ? { ...saved, errors } : saved);
}

async function remove(context: AppContext, slug: string, values: Record<string, string>) {
  const t = words(context.language);
  if (values.typed !== slug) {
    const errors = { typed: t('framework.settings.delete.not-typed') };
    return wrongForm({ intent: 'delete', values, errors, message: '' });
  }
  const removed = await context.commands.frameworks.remove(context.actor, slug);
  return removed.ok ? redirect(paths.home) : refusedForm(t, values, removed);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const slug = params.slug ?? '';
  const values = await readForm(request);
  const { actor, commands, language } = context;
  const t = words(language);
  if (values.intent === 'details') return saveDetails(context, slug, values);
  if (values.intent === 'delete') return remove(context, slug, values);
  const schema = values.intent === 'archive' ? archivedSchema : visibilitySchema;
  const checked = checkForm<typeof archivedSchema | typeof visibilitySchema>(t, schema, values);
  if (!checked.ok) return wrongForm(checked.state);
  const changed = await commands.frameworks.update(actor, slug, checked.value);
  if (!changed.ok) return refusedForm(t, values, changed);
  const { archived, visibility } = changed.value;
  return values.intent === 'archive'
    ? ({ done: archived ? 'archived' : 'open' } as const)
    : ({ done: visibility } as const);
}

export default function FrameworkSettings() {
  const { framework, address } = useLoaderData<typeof loader>();
  const answer: SettingsDone | FormState | undefined = useActionData<typeof action>();
  const [params] = useSearchParams();
  const t = useT();
  const state = answer && 'values' in answer ? answer : undefined;
  const done = answer && 'done' in answer ? answer.done : undefined;
  return (
    <Page
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: framework.title, to: paths.framework(framework.slug) },
        { label: t('framework.settings.title') },
      ]}
      notice={framework.notice}
      noticeLang={framework.language}
    >
      <FrameworkHeader framework={framework} actions={false} />
      <div className={styles.settings}>
        {params.has('saved') && !answer && (
          <Callout tone="done">
            <p>{t('framework.settings.saved')}</p>
          </Callout>
        )}
        <Details key={framework.slug} framework={framework} address={address} state={state} />
        <Readers framework={framework} done={done} state={state} />
        <Archive framework={framework} done={done} state={state} />
        <Deletion framework={framework} state={state} />
      </div>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
