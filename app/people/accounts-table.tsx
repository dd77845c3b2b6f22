// The accounts as a table: each with its role, its state, and what may be done with it.
import { Form, useNavigation, useSubmit } from '@remix-run/react';
import { ROLES } from '#core/policy.ts';
import { formatDate } from '#locales/format.ts';
import type { AccountSummary } from '#server/context.ts';
import { Avatar } from '../components/avatar.tsx';
import { Button } from '../components/button.tsx';
import { SelectBox } from '../components/select-box.tsx';
import { type Column, Table } from '../components/table.tsx';
import { useLanguage, useT } from '../language.tsx';
import styles from './people.module.css';

/** Changes at once with script; without, by its button. */
function RoleForm({ account }: { readonly account: AccountSummary }) {
  const t = useT();
  const submit = useSubmit();
  const { formData } = useNavigation();
  // While it is on its way the new role is shown; refused, the old one is there again.
  const sent = formData?.get('id') === account.id ? formData.get('role') : null;
  return (
    <Form method="post" preventScrollReset className={styles.inline}>
      <input type="hidden" name="intent" value="role" />
      <input type="hidden" name="id" value={account.id} />
      <SelectBox
        name="role"
        small
        aria-label={t('people.change-role', { name: account.name })}
        value={typeof sent === 'string' ? sent : account.role}
        onChange={(event) => submit(event.currentTarget.form, { preventScrollReset: true })}
      >
        {ROLES.toReversed().map((role) => (
          <option key={role} value={role}>
            {t(`common.role.${role}`)}
          </option>
        ))}
      </SelectBox>
      <noscript>
        <button type="submit">{t('people.apply')}</button>
      </noscript>
    </Form>
  );
}

function useStateOf(now: string): (account: AccountSummary) => string {
  const t = useT();
  const language = useLanguage();
  return ({ disabled, joined, createdAt, invitationEndsAt }) => {
    if (disabled) return t('people.state.disabled');
    const day = (instant: string) => ({ day: formatDate(language, instant) });
    if (invitationEndsAt !== null && invitationEndsAt > now)
      return t('people.state.invited', day(invitationEndsAt));
    return joined ? t('people.state.active', day(createdAt)) : t('people.state.invitation-over');
  };
}

/** Closing an account, or inviting again who waits or was closed. */
function Acts({ account }: { readonly account: AccountSummary }) {
  const t = useT();
  const { id, name, email, role, disabled, joined, invitationEndsAt } = account;
  return (
    <div className={styles.acts}>
      {(disabled || !joined || invitationEndsAt !== null) && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="invite" />
          <input type="hidden" name="name" value={name} />
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="role" value={role} />
          <Button type="submit" size="small" aria-label={t('people.reinvite.of', { name })}>
            {t('people.reinvite')}
          </Button>
        </Form>
      )}
      {!disabled && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="disable" />
          <input type="hidden" name="id" value={id} />
          <Button type="submit" size="small" aria-label={t('people.disable.of', { name })}>
            {t('people.disable')}
          </Button>
        </Form>
      )}
    </div>
  );
}

/** `me` is the id of who looks; `now` the server's clock when the page was made. */
export function AccountsTable({
  accounts,
  me,
  now,
}: {
  readonly accounts: readonly AccountSummary[];
  readonly me: string;
  readonly now: string;
}) {
  const t = useT();
  const stateOf = useStateOf(now);
  const columns: Column<AccountSummary>[] = [
    {
      key: 'name',
      label: t('people.name'),
      heading: true,
      cell: (account) => (
        <span className={styles.who}>
          <Avatar name={account.name} decorative />
          <span>
            {account.name}
            {account.id === me && <span className={styles.aside}> ({t('people.you')})</span>}
            <span className={styles.email}>{account.email}</span>
          </span>
        </span>
      ),
    },
    {
      key: 'role',
      label: t('people.role'),
      cell: (account) =>
        account.disabled ? t(`common.role.${account.role}`) : <RoleForm account={account} />,
    },
    { key: 'state', label: t('people.state'), cell: stateOf },
    {
      key: 'acts',
      label: t('people.acts'),
      mute: true,
      cell: (account) => (account.id === me ? null : <Acts account={account} />),
    },
  ];
  return (
    <section className={`${styles.list} sheet`}>
      <Table
        caption={t('people.list')}
        columns={columns}
        rows={accounts}
        rowKey={(account) => account.id}
      />
    </section>
  );
}
