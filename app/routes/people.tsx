// The accounts of the network, for coordinators: who is there with which role, inviting, changing roles, closing accounts.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { ROLES, type Role } from '#core/policy.ts';
import { refuse } from '#core/refusal.ts';
import { ErrorPage } from '../components/error-page.tsx';
import { Headline, Page } from '../components/page.tsx';
import { type FormState, readForm, refusedForm } from '../forms.ts';
import { useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { AccountsTable } from '../people/accounts-table.tsx';
import { Done, type PeopleDone } from '../people/done.tsx';
import { InviteForm } from '../people/invite-form.tsx';
import styles from '../people/people.module.css';
import { valueOrLeave } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta('people.title');

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { actor, queries } = context;
  const accounts = valueOrLeave(context, request, await queries.people.list(actor));
  return {
    accounts,
    me: actor.kind === 'account' ? actor.id : '',
    now: new Date().toISOString(),
  };
}

function roleOf(text: string | undefined): Role | undefined {
  return ROLES.find((role) => role === text);
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, commands, queries, language } = context;
  const t = words(language);
  const values = await readForm(request);
  const { intent, id = '', name = '', email = '' } = values;
  const role = roleOf(values.role);
  if (intent === 'invite') {
    if (!role) return refusedForm(t, values, refuse('invalid-input'));
    const invited = await commands.people.invite(actor, { name, email, role, language });
    if (!invited.ok) return refusedForm(t, values, invited);
    const { account, link, mailed } = invited.value;
    return { done: 'invited', name: account.name, email: account.email, link, mailed } as const;
  }
  const before = valueOrLeave(context, request, await queries.people.list(actor)).find(
    (account) => account.id === id,
  );
  if (!before) return refusedForm(t, values, refuse('not-found'));
  if (intent === 'role' && role) {
    const changed = await commands.people.changeRole(actor, id, role);
    if (!changed.ok) return refusedForm(t, values, changed);
    return { done: 'role', id, name: before.name, role, before: before.role } as const;
  }
  if (intent === 'disable') {
    const disabled = await commands.people.disable(actor, id);
    if (!disabled.ok) return refusedForm(t, values, disabled);
    const { name, email, role } = before;
    return { done: 'disabled', name, email, role } as const;
  }
  return refusedForm(t, values, refuse('invalid-input'));
}

export default function People() {
  const { accounts, me, now } = useLoaderData<typeof loader>();
  const answer: PeopleDone | FormState | undefined = useActionData<typeof action>();
  const t = useT();
  const done = answer && 'done' in answer ? answer : undefined;
  const state = answer && 'values' in answer ? answer : undefined;
  return (
    <Page
      crumbs={[{ label: t('common.frameworks'), to: paths.home }, { label: t('people.title') }]}
      width="wide"
    >
      <Headline
        title={t('people.title')}
        below={<p className="small quiet">{t('people.count', { count: accounts.length })}</p>}
      />
      <Done done={done} state={state} />
      <div className={styles.two}>
        <AccountsTable accounts={accounts} me={me} now={now} />
        <InviteForm state={state} done={done} />
      </div>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
