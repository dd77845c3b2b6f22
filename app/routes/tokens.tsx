// API tokens, for coordinators: the secret is shown once, where it was made; revoking asks, since it cannot be undone.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { ROLES } from '#core/policy.ts';
import { refuse } from '#core/refusal.ts';
import { formatDate } from '#locales/format.ts';
import type { TokenSummary } from '#server/context.ts';
import { Button } from '../components/button.tsx';
import { Callout } from '../components/callout.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { ErrorPage } from '../components/error-page.tsx';
import { FormFields, RadioGroup, TextField } from '../components/field.tsx';
import { Headline, Page } from '../components/page.tsx';
import { readForm, refusedForm } from '../forms.ts';
import { useLanguage, useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import styles from '../people/people.module.css';
import { valueOrLeave } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta('people.tokens.title');

export async function loader({ context, request }: LoaderFunctionArgs) {
  const tokens = valueOrLeave(context, request, await context.queries.people.tokens(context.actor));
  return { tokens };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, commands, language } = context;
  const t = words(language);
  const values = await readForm(request);
  if (values.intent === 'revoke') {
    const revoked = await commands.people.revokeToken(actor, values.id ?? '');
    return revoked.ok ? { done: 'revoked' as const } : refusedForm(t, values, revoked);
  }
  const role = ROLES.find((one) => one === values.role);
  if (!role) return refusedForm(t, values, refuse('invalid-input'));
  const made = await commands.people.createToken(actor, { name: values.name ?? '', role });
  if (!made.ok) return refusedForm(t, values, made);
  const { token, secret } = made.value;
  return { done: 'created' as const, name: token.name, secret };
}

function Token({ token }: { readonly token: TokenSummary }) {
  const t = useT();
  const language = useLanguage();
  const day = (instant: string) => formatDate(language, instant);
  return (
    <li className={token.revokedAt ? `${styles.token} ${styles.gone}` : styles.token}>
      <b>{token.name}</b>
      <span className="small">{t(`common.role.${token.role}`)}</span>
      <span className="small quiet">
        {token.revokedAt
          ? t('people.tokens.revoked-at', { day: day(token.revokedAt) })
          : t('people.tokens.made', { day: day(token.createdAt), name: token.createdBy })}
      </span>
      {!token.revokedAt && (
        <details className={styles.ask}>
          <summary aria-label={t('people.tokens.revoke.of', { name: token.name })}>
            {t('people.tokens.revoke')}
          </summary>
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="revoke" />
            <input type="hidden" name="id" value={token.id} />
            <p className="small">{t('people.tokens.revoke.confirm')}</p>
            <Button type="submit" look="danger" size="small">
              {t('people.tokens.revoke.now')}
            </Button>
          </Form>
        </details>
      )}
    </li>
  );
}

export default function Tokens() {
  const { tokens } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const done = answer && 'done' in answer ? answer : undefined;
  const state = answer && 'values' in answer ? answer : undefined;
  return (
    <Page
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: t('people.tokens.title') },
      ]}
      width="wide"
    >
      <Headline
        title={t('people.tokens.title')}
        below={
          <p>
            {t('people.tokens.text')} <a href="/api/v1/docs">{t('people.tokens.docs')}</a>
          </p>
        }
      />
      {done && (
        <div className={styles.told}>
          <Callout tone="done">
            {done.done === 'revoked' ? (
              <p>{t('people.tokens.revoked')}</p>
            ) : (
              <>
                <p>
                  <b>{t('people.tokens.created', { name: done.name })}</b>{' '}
                  {t('people.tokens.secret')}
                </p>
                <p className={styles.secret}>{done.secret}</p>
                <p className="row">
                  <CopyButton text={done.secret}>{t('people.tokens.copy')}</CopyButton>
                </p>
              </>
            )}
          </Callout>
        </div>
      )}
      <div className={styles.two}>
        <section className={`${styles.list} sheet`}>
          <h2 className="hidden">{t('people.tokens.list')}</h2>
          {tokens.length === 0 ? (
            <p className={`quiet ${styles.none}`}>{t('people.tokens.none')}</p>
          ) : (
            <ul className={styles.rows}>
              {tokens.map((token) => (
                <Token key={token.id} token={token} />
              ))}
            </ul>
          )}
        </section>
        <section className={`${styles.invite} sheet`}>
          <h2 className={styles.heading}>{t('people.tokens.new')}</h2>
          <Form
            key={done?.done === 'created' ? done.secret : 'form'}
            method="post"
            noValidate
            preventScrollReset
          >
            <input type="hidden" name="intent" value="create" />
            <FormFields state={state} intent="create">
              <TextField
                name="name"
                label={t('people.tokens.name')}
                hint={t('people.tokens.name.hint')}
              />
              <RadioGroup
                name="role"
                label={t('people.role')}
                defaultValue="reader"
                choices={ROLES.map((role) => ({
                  value: role,
                  label: t(`common.role.${role}`),
                  hint: t(`people.role.${role}.hint`),
                }))}
              />
              <Button type="submit" look="primary">
                {t('people.tokens.create')}
              </Button>
            </FormFields>
          </Form>
        </section>
      </div>
    </Page>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
