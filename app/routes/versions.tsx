// All versions of a framework, newest first: read, compare, withdraw with a reason.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { paths } from '#core/paths.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { FormFields, TextField } from '../components/field.tsx';
import { Moment } from '../components/moment.tsx';
import { Page } from '../components/page.tsx';
import { Status } from '../components/status.tsx';
import { checkForm, type FormState, readForm, refusedForm, wrongForm } from '../forms.ts';
import { FrameworkHeader } from '../framework/header.tsx';
import { useLanguage, useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { noteIn } from '../reading/note.ts';
import styles from '../reading/versions.module.css';
import { valueOrLeave } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta<Awaited<ReturnType<typeof loader>>>(
  'versions.title',
  (page) => page.framework.title,
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const { actor, queries } = context;
  const framework = valueOrLeave(context, request, await queries.frameworks.get(actor, slug));
  const cursor = new URL(request.url).searchParams.get('cursor');
  const page = valueOrLeave(
    context,
    request,
    await queries.versions.list(actor, slug, { limit: 50, ...(cursor === null ? {} : { cursor }) }),
  );
  return {
    framework,
    versions: page.items,
    next: page.cursor,
  };
}

const withdrawal = z.object({
  label: z.string(),
  reason: z.string().min(1, 'common.problem.required').max(1000, 'common.problem.too-long'),
});

export async function action({ request, params, context }: ActionFunctionArgs) {
  const slug = params.slug ?? '';
  const t = words(context.language);
  const values = await readForm(request);
  const parsed = checkForm(t, withdrawal, values);
  if (!parsed.ok) return wrongForm(parsed.state);
  const { label, reason } = parsed.value;
  const done = await context.commands.versions.withdraw(context.actor, slug, label, reason);
  return done.ok ? redirect(paths.versions(slug)) : refusedForm(t, values, done);
}

export default function Versions() {
  const { framework, versions, next } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const language = useLanguage();
  const { rights, slug } = framework;
  return (
    <Page
      notice={framework.notice}
      noticeLang={framework.language}
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: framework.title, to: paths.framework(slug) },
        { label: t('versions.title') },
      ]}
    >
      <FrameworkHeader framework={framework} />
      <p className={`quiet ${styles.lead}`}>{t('versions.lead')}</p>
      {versions.length === 0 && <p>{t('versions.none')}</p>}
      <ol className={styles.list}>
        {versions.map((version, index) => {
          const before = versions[index + 1];
          return (
            <li key={version.label} className={styles.version} id={`v${version.label}`}>
              <div className={styles.head}>
                <h2 className={styles.label}>
                  <Link to={paths.read(slug, version.label)} reloadDocument>
                    {t('read.version', { label: version.label })}
                  </Link>
                </h2>
                <Status status={version.status}>{t(`versions.status.${version.status}`)}</Status>
                {!version.public && (
                  <span className="small quiet">{t('versions.members-only')}</span>
                )}
              </div>
              <p className="small quiet">
                {t('versions.published-by', { name: version.publishedBy })}{' '}
                <Moment instant={version.publishedAt} /> ·{' '}
                {t('versions.from-revision', { ref: `r${version.revision}` })}
              </p>
              {version.withdrawal && (
                <p>
                  {t('read.withdrawn')} <Moment instant={version.withdrawal.at} /> :{' '}
                  {version.withdrawal.reason}
                </p>
              )}
              {noteIn(version.note, language) !== '' && (
                <p className={styles.note}>{noteIn(version.note, language)}</p>
              )}
              <p className={styles.hash}>
                {t('read.fingerprint')} <code>{version.hash}</code>
              </p>
              <div className={styles.acts}>
                <LinkButton size="small" to={paths.read(slug, version.label)} reloadDocument>
                  {t('versions.read')}
                </LinkButton>
                {before && (
                  <LinkButton
                    size="small"
                    look="quiet"
                    to={paths.compare(slug, before.label, version.label)}
                  >
                    {t('versions.compare-with', { label: before.label })}
                  </LinkButton>
                )}
                {rights.read && (
                  <LinkButton
                    size="small"
                    look="quiet"
                    to={paths.compare(slug, version.label, 'working')}
                  >
                    {t('versions.compare-working')}
                  </LinkButton>
                )}
              </div>
              {rights.publish && version.status !== 'withdrawn' && (
                <details
                  className={styles.withdraw}
                  open={state?.values.label === version.label || undefined}
                >
                  <summary>{t('versions.withdraw')}</summary>
                  <Form method="post">
                    <input type="hidden" name="intent" value={`withdraw ${version.label}`} />
                    <input type="hidden" name="label" value={version.label} />
                    <FormFields state={state} intent={`withdraw ${version.label}`}>
                      <p className="small quiet">{t('versions.withdraw-hint')}</p>
                      <TextField
                        name="reason"
                        label={t('versions.reason')}
                        required
                        maxLength={1000}
                      />
                      <Button type="submit" size="small" look="danger">
                        {t('versions.withdraw-now', { label: version.label })}
                      </Button>
                    </FormFields>
                  </Form>
                </details>
              )}
            </li>
          );
        })}
      </ol>
      {next !== null && (
        <LinkButton to={`?cursor=${encodeURIComponent(next)}`}>{t('versions.more')}</LinkButton>
      )}
    </Page>
  );
}
