// One's own password: the first one after an invitation, or another one.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Callout } from '../components/callout.tsx';
import { ErrorPage } from '../components/error-page.tsx';
import { FormFields, TextField } from '../components/field.tsx';
import { FormActions, FormSheet } from '../components/form-sheet.tsx';
import { Headline, Page } from '../components/page.tsx';
import { readForm, refusedForm } from '../forms.ts';
import { useRoot, useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { valueOrLeave } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta('people.password.title');

export async function loader({ context, request }: LoaderFunctionArgs) {
  const mine = valueOrLeave(context, request, await context.queries.people.mine(context.actor));
  const welcome = new URL(request.url).searchParams.has('welcome');
  return { email: mine.email, asksCurrent: mine.asksCurrentPassword, welcome };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const values = await readForm(request);
  const { password = '', current } = values;
  const set = await context.sessions.setPassword(request, context.actor, {
    password,
    ...(current === undefined ? {} : { current }),
  });
  return set.ok ? { saved: true as const } : refusedForm(words(context.language), values, set);
}

export default function Password() {
  const { email, asksCurrent, welcome } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const leaves = useRoot()?.mailLeaves ?? true;
  const saved = answer && 'saved' in answer;
  const state = answer && 'values' in answer ? answer : undefined;
  return (
    <Page
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: t('people.password.title') },
      ]}
      width="form"
    >
      <Headline
        title={t('people.password.title')}
        below={
          <p>
            {t(
              !welcome
                ? 'people.password.text'
                : leaves
                  ? 'people.password.welcome'
                  : 'people.password.welcome-no-mail',
            )}
          </p>
        }
      />
      <FormSheet>
        {saved ? (
          <>
            <Callout tone="done">
              <p>{t('people.password.saved')}</p>
            </Callout>
            <FormActions>
              <LinkButton look="primary" to={paths.home}>
                {t('common.back-home')}
              </LinkButton>
            </FormActions>
          </>
        ) : (
          <Form method="post" noValidate>
            <FormFields state={state}>
              {/* For the browser's password keeper, which wants to know whose it is. */}
              <input
                type="email"
                name="email"
                value={email}
                readOnly
                hidden
                autoComplete="username"
              />
              {asksCurrent && (
                <TextField
                  name="current"
                  type="password"
                  label={t('people.password.current')}
                  autoComplete="current-password"
                />
              )}
              <TextField
                name="password"
                type="password"
                label={t('people.password.new')}
                hint={t('people.password.hint')}
                autoComplete="new-password"
              />
              <FormActions>
                <Button type="submit" look="primary">
                  {t('people.password.save')}
                </Button>
                {welcome && (
                  <LinkButton look="quiet" to={paths.home}>
                    {t('people.password.later')}
                  </LinkButton>
                )}
              </FormActions>
            </FormFields>
          </Form>
        )}
      </FormSheet>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
