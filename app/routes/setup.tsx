// The first coordinator's account, made from the link that the server prints; opening the page uses nothing up.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { FormFields, TextField } from '../components/field.tsx';
import { FormActions, FormSheet } from '../components/form-sheet.tsx';
import { Headline, Page } from '../components/page.tsx';
import { readForm, refusedForm } from '../forms.ts';
import { useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';

export const meta: MetaFunction<typeof loader> = pageMeta('people.setup.title');

export async function loader({ context, request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  return { open: await context.queries.people.setupOpen(), token };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { language, commands, sessions } = context;
  const values = await readForm(request);
  const { token = '', name = '', email = '', password = '' } = values;
  const made = await commands.people.setup({ token, name, email, password, language });
  if (!made.ok) return refusedForm(words(language), values, made);
  const entered = await sessions.signIn(request, { email, password });
  if (!entered.ok) return redirect(paths.signIn());
  return redirect(paths.home, { headers: entered.value.headers });
}

export default function Setup() {
  const { open, token } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useT();
  if (!open || token === '') {
    const why = open ? 'no-token' : 'done';
    return (
      <Page width="narrow">
        <EmptyState title={t(`people.setup.${why}.title`)} text={t(`people.setup.${why}.text`)}>
          {!open && (
            <LinkButton look="primary" to={paths.signIn()}>
              {t('common.sign-in')}
            </LinkButton>
          )}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page width="form">
      <Headline title={t('people.setup.title')} below={<p>{t('people.setup.text')}</p>} />
      <FormSheet>
        <Form method="post" noValidate>
          <FormFields state={state}>
            <input type="hidden" name="token" value={token} />
            <TextField
              name="name"
              label={t('people.name')}
              hint={t('people.name.hint')}
              autoComplete="name"
            />
            <TextField
              name="email"
              type="email"
              label={t('people.email')}
              autoComplete="username"
            />
            <TextField
              name="password"
              type="password"
              label={t('people.password')}
              hint={t('people.password.hint')}
              autoComplete="new-password"
            />
            <FormActions>
              <Button type="submit" look="primary">
                {t('people.setup.create')}
              </Button>
            </FormActions>
          </FormFields>
        </Form>
      </FormSheet>
    </Page>
  );
}
