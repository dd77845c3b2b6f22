// Where a one-time link leads: a page that says what the link is for, and whose button uses it up.
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
import { FormFields } from '../components/field.tsx';
import { FormActions, FormSheet } from '../components/form-sheet.tsx';
import { Headline, Page } from '../components/page.tsx';
import { readForm, refusedForm } from '../forms.ts';
import { useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { refusalText } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta('people.sign-in.title');

export async function loader({ context, request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const link = await context.queries.people.link(token);
  return link.ok
    ? { token, link: link.value, why: '' }
    : { token, link: null, why: refusalText(words(context.language), link) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const values = await readForm(request);
  const token = values.token ?? '';
  const link = await context.queries.people.link(token);
  const entered = await context.sessions.enterByLink(request, { token });
  if (!entered.ok) return refusedForm(words(context.language), values, entered);
  const invited = link.ok && link.value.purpose === 'invitation';
  return redirect(invited ? `${paths.password}?welcome=1` : paths.home, {
    headers: entered.value.headers,
  });
}

export default function SignInLink() {
  const { token, link, why } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useT();
  if (!link) {
    return (
      <Page width="narrow">
        <EmptyState title={t('common.error.410')} text={why}>
          <LinkButton look="primary" to={paths.signIn()}>
            {t('people.link.again')}
          </LinkButton>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page width="form">
      <Headline title={t('people.link.title', { name: link.name })} />
      <FormSheet>
        <div>
          <p>{t(`people.link.${link.purpose}`)}</p>
          <p className="small quiet">{t('people.link.as', { email: link.email })}</p>
        </div>
        <Form method="post">
          <FormFields state={state}>
            <input type="hidden" name="token" value={token} />
            <FormActions>
              <Button type="submit" look="primary">
                {t('people.link.enter')}
              </Button>
            </FormActions>
          </FormFields>
        </Form>
      </FormSheet>
    </Page>
  );
}
