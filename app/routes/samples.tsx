// Removing the sample frameworks: a page that says what it does and asks once, since it cannot be undone.
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { can } from '#core/policy.ts';
import { refuse } from '#core/refusal.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ErrorPage } from '../components/error-page.tsx';
import { FormActions, FormSheet } from '../components/form-sheet.tsx';

import { Headline, Page } from '../components/page.tsx';
import { useT } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { valueOrLeave } from '../refusals.ts';
import styles from '../shelf/shelf.module.css';

export const meta: MetaFunction<typeof loader> = pageMeta('home.samples.remove');

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor } = context;
  if (!can(actor, 'framework.create', { kind: 'network' })) {
    const code = actor.kind === 'anonymous' ? 'not-signed-in' : 'not-allowed';
    valueOrLeave(context, request, refuse(code));
  }
  const { items } = await context.queries.frameworks.list(actor, { limit: 100 });
  return { titles: items.filter(({ sample }) => sample).map(({ title }) => title) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { removed, archived } = valueOrLeave(
    context,
    request,
    await context.commands.frameworks.removeSamples(context.actor),
  );
  return redirect(`${paths.home}?removed=${removed}&archived=${archived}`);
}

export default function RemoveSamples() {
  const { titles } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Page
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: t('home.samples.remove') },
      ]}
      width="form"
    >
      <Headline title={t('home.samples.title')} />
      <FormSheet>
        <p>{t('home.samples.text')}</p>
        <ul className={styles.plain}>
          {titles.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
        <p>{t('home.samples.confirm')}</p>
        <Form method="post">
          <FormActions>
            <Button type="submit" look="danger" isDisabled={titles.length === 0}>
              {t('home.samples.remove')}
            </Button>
            <LinkButton look="quiet" to={paths.home}>
              {t('common.cancel')}
            </LinkButton>
          </FormActions>
        </Form>
      </FormSheet>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
