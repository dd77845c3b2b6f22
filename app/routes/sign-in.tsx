// Signing in with a password, or asking for a one-time link by e-mail.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Callout } from '../components/callout.tsx';
import { FormFields, TextField } from '../components/field.tsx';
import { FormActions, FormSheet } from '../components/form-sheet.tsx';
import { Headline, Page } from '../components/page.tsx';
import { readForm, refusedForm } from '../forms.ts';
import { useRoot, useT, words } from '../language.tsx';
import { localPath } from '../local-path.ts';
import { pageMeta } from '../meta.ts';

export const meta: MetaFunction<typeof loader> = pageMeta('people.sign-in.title');

export async function loader({ context, request }: LoaderFunctionArgs) {
  const next = localPath(new URL(request.url).searchParams.get('next'));
  if (context.actor.kind !== 'anonymous') throw redirect(next);
  return { next };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { language, sessions } = context;
  const values = await readForm(request);
  const { email = '', password = '', intent } = values;
  if (intent === 'link') {
    const sent = await sessions.sendLink(request, { email, language });
    return sent.ok ? { sent: true as const } : refusedForm(words(language), values, sent);
  }
  const entered = await sessions.signIn(request, { email, password });
  if (!entered.ok) return refusedForm(words(language), values, entered);
  return redirect(localPath(values.next), { headers: entered.value.headers });
}

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const leaves = useRoot()?.mailLeaves ?? true;
  const sent = answer && 'sent' in answer;
  // One form with two buttons: an answer to either is for it.
  const state = answer && 'values' in answer ? { ...answer, intent: '' } : undefined;
  return (
    <Page width="form">
      <Headline
        title={t('people.sign-in.title')}
        below={<p className="quiet">{t('people.sign-in.text')}</p>}
      />
      <FormSheet>
        {sent && (
          <Callout tone="done">
            <p>{t(leaves ? 'people.sign-in.sent' : 'people.sign-in.sent-nowhere')}</p>
          </Callout>
        )}
        <Form method="post" noValidate>
          <FormFields state={state}>
            <input type="hidden" name="next" value={next} />
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
              autoComplete="current-password"
            />
            <FormActions>
              <Button type="submit" look="primary">
                {t('common.sign-in')}
              </Button>
              <Button type="submit" name="intent" value="link">
                {t('people.sign-in.link')}
              </Button>
            </FormActions>
            <p className="small quiet">
              {t(leaves ? 'people.sign-in.link-hint' : 'people.sign-in.link-hint-no-mail')}
            </p>
          </FormFields>
        </Form>
      </FormSheet>
    </Page>
  );
}
