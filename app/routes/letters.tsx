// Which letters one gets: those about comments can be switched off.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { Button } from '../components/button.tsx';
import { Callout } from '../components/callout.tsx';
import { ErrorPage } from '../components/error-page.tsx';
import { Checkbox, FormFields } from '../components/field.tsx';
import { FormActions, FormSheet } from '../components/form-sheet.tsx';
import { Headline, Page } from '../components/page.tsx';
import { readForm, refusedForm } from '../forms.ts';
import { useRoot, useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { valueOrLeave } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta('people.letters.title');

export async function loader({ context, request }: LoaderFunctionArgs) {
  const mine = valueOrLeave(context, request, await context.queries.people.mine(context.actor));
  return { email: mine.email, commentMail: mine.commentMail };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const values = await readForm(request);
  const wanted = values.comments === 'on';
  const set = await context.commands.people.setCommentMail(context.actor, wanted);
  return set.ok ? { saved: true as const } : refusedForm(words(context.language), values, set);
}

export default function Letters() {
  const { email, commentMail } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const leaves = useRoot()?.mailLeaves ?? true;
  return (
    <Page
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: t('people.letters.title') },
      ]}
      width="form"
    >
      <Headline
        title={t('people.letters.title')}
        below={<p>{leaves ? t('people.letters.text', { email }) : t('people.letters.no-mail')}</p>}
      />
      <FormSheet>
        {answer && 'saved' in answer && (
          <Callout tone="done">
            <p>{t('people.letters.saved')}</p>
          </Callout>
        )}
        <Form method="post">
          <FormFields state={answer && 'values' in answer ? answer : undefined}>
            <Checkbox
              name="comments"
              label={t('people.letters.comments')}
              hint={t('people.letters.comments.hint')}
              defaultChecked={commentMail}
            />
            <FormActions>
              <Button type="submit" look="primary">
                {t('common.save')}
              </Button>
            </FormActions>
          </FormFields>
        </Form>
      </FormSheet>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
