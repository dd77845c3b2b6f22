// The revisions of a working text: freeze one by name, read, compare, put one back.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { paths } from '#core/paths.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Callout } from '../components/callout.tsx';
import { FormFields, TextField } from '../components/field.tsx';
import { Moment } from '../components/moment.tsx';
import { Page } from '../components/page.tsx';
import { Table } from '../components/table.tsx';
import { checkForm, type FormState, readForm, refusedForm, wrongForm } from '../forms.ts';
import { FrameworkHeader } from '../framework/header.tsx';
import { useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import styles from '../reading/revisions.module.css';
import { valueOrLeave } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta<Awaited<ReturnType<typeof loader>>>(
  'revisions.title',
  (page) => page.framework.title,
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const { actor, queries } = context;
  const framework = valueOrLeave(context, request, await queries.frameworks.get(actor, slug));
  const query = new URL(request.url).searchParams;
  const cursor = query.get('cursor');
  const page = valueOrLeave(
    context,
    request,
    await queries.revisions.list(actor, slug, {
      limit: 50,
      ...(cursor === null ? {} : { cursor }),
    }),
  );
  const number = (name: string) => {
    const value = Number(query.get(name) ?? '');
    return Number.isInteger(value) && value > 0 ? value : null;
  };
  return {
    framework,
    revisions: page.items,
    next: page.cursor,
    /** What was just done: the number frozen (again), or put back, and what was kept before. */
    frozen: number('frozen'),
    same: number('same'),
    named: number('named'),
    restored: number('restored'),
    kept: number('kept'),
    replaced: query.has('replaced'),
  };
}

const freezing = z.object({
  intent: z.literal('freeze'),
  name: z.string().max(120, 'common.problem.too-long'),
});
const restoring = z.object({
  intent: z.literal('restore'),
  number: z.coerce.number().int().positive(),
});

export async function action({ request, params, context }: ActionFunctionArgs) {
  const slug = params.slug ?? '';
  const t = words(context.language);
  const { actor, commands, queries } = context;
  const values = await readForm(request);
  const parsed = checkForm(t, z.discriminatedUnion('intent', [freezing, restoring]), values);
  if (!parsed.ok) return wrongForm(parsed.state);
  if (parsed.value.intent === 'freeze') {
    const done = await commands.revisions.freeze(actor, slug, parsed.value.name);
    if (!done.ok) return refusedForm(t, values, done);
    const { created, named, revision } = done.value;
    const asked = parsed.value.name.trim();
    if (!created && !named && asked !== '') {
      const more = { ref: revision.ref, name: revision.name };
      const errors = { name: t('revisions.has-name', more) };
      return wrongForm({ intent: 'freeze', values, errors, message: '' });
    }
    const what = created ? 'frozen' : asked === '' ? 'same' : 'named';
    return redirect(`${paths.revisions(slug)}?${what}=${revision.number}`);
  }
  const done = await commands.revisions.restore(actor, slug, parsed.value.number);
  if (!done.ok) return refusedForm(t, values, done);
  // What stood before was kept as the newest revision (or already was): putting it back is the undo.
  const newest = await queries.revisions.list(actor, slug, { limit: 1 });
  const kept = newest.ok ? newest.value.items[0]?.number : undefined;
  return redirect(
    `${paths.revisions(slug)}?restored=${parsed.value.number}${kept ? `&kept=${kept}` : ''}`,
  );
}

function RestoreForm({ number, label }: { readonly number: number; readonly label: string }) {
  return (
    <Form method="post" className={styles.inline}>
      <input type="hidden" name="intent" value="restore" />
      <input type="hidden" name="number" value={number} />
      <Button type="submit" size="small" look="quiet" icon="rotate-ccw">
        {label}
      </Button>
    </Form>
  );
}

export default function Revisions() {
  const { framework, revisions, next, frozen, same, named, restored, kept, replaced } =
    useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const { rights, slug } = framework;
  return (
    <Page
      notice={framework.notice}
      noticeLang={framework.language}
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: framework.title, to: paths.framework(slug) },
        { label: t('revisions.title') },
      ]}
    >
      <FrameworkHeader framework={framework} actions={false} />
      <div className={styles.page}>
        <p className="quiet">{t('revisions.lead')}</p>
        {frozen !== null && (
          <Callout tone="done">
            <p>{t('revisions.frozen', { ref: `r${frozen}` })}</p>
          </Callout>
        )}
        {same !== null && (
          <Callout tone="done">
            <p>{t('revisions.same', { ref: `r${same}` })}</p>
          </Callout>
        )}
        {named !== null && (
          <Callout tone="done">
            <p>{t('revisions.named', { ref: `r${named}` })}</p>
          </Callout>
        )}
        {restored !== null && (
          <Callout
            tone="done"
            action={
              kept !== null && kept !== restored ? (
                <RestoreForm number={kept} label={t('common.undo')} />
              ) : undefined
            }
          >
            <p>
              {t('revisions.restored', { ref: `r${restored}` })}{' '}
              {kept !== null && t('revisions.kept', { ref: `r${kept}` })}
            </p>
          </Callout>
        )}
        {replaced && (
          <Callout
            tone="done"
            action={
              kept === null ? undefined : <RestoreForm number={kept} label={t('common.undo')} />
            }
          >
            <p>
              {t('importing.replace.done')}{' '}
              {kept !== null && t('revisions.kept', { ref: `r${kept}` })}
            </p>
          </Callout>
        )}
        {rights.write && (
          <Form key={`${frozen}`} method="post" className={styles.freeze}>
            <input type="hidden" name="intent" value="freeze" />
            <FormFields state={state} intent="freeze">
              <TextField
                name="name"
                label={t('revisions.name')}
                aside={t('common.optional')}
                hint={t('revisions.name-hint')}
                maxLength={120}
              />
              <Button type="submit" look="primary">
                {t('revisions.freeze')}
              </Button>
            </FormFields>
          </Form>
        )}
        {rights.write && (
          <p>
            <LinkButton size="small" icon="upload" to={paths.replace(slug)}>
              {t('importing.replace.link')}
            </LinkButton>
          </p>
        )}
        {state?.intent === 'restore' && <Callout tone="warning">{state.message}</Callout>}
        {revisions.length === 0 ? (
          <p>{t('revisions.none')}</p>
        ) : (
          <Table
            caption={t('revisions.title')}
            rows={revisions}
            rowKey={(revision) => revision.ref}
            columns={[
              {
                key: 'ref',
                label: t('revisions.column.ref'),
                heading: true,
                cell: (revision) => (
                  <Link to={paths.read(slug, revision.ref)} reloadDocument>
                    {revision.ref}
                  </Link>
                ),
              },
              {
                key: 'name',
                label: t('revisions.column.name'),
                cell: (revision) => (
                  <>
                    {revision.name || (
                      <span className="quiet">{t(`revisions.reason.${revision.reason}`)}</span>
                    )}
                    {revision.versions.map((label) => (
                      <span key={label} className={styles.published}>
                        {t('read.version', { label })}
                      </span>
                    ))}
                  </>
                ),
              },
              {
                key: 'at',
                label: t('revisions.column.at'),
                cell: (revision) => (
                  <>
                    <Moment instant={revision.createdAt} style="moment" />
                    {revision.createdBy !== '' && (
                      <span className="quiet"> · {revision.createdBy}</span>
                    )}
                  </>
                ),
              },
              {
                key: 'acts',
                label: t('revisions.column.acts'),
                mute: true,
                cell: (revision) => (
                  <span className={styles.acts}>
                    <LinkButton
                      size="small"
                      look="quiet"
                      to={paths.compare(slug, revision.ref, 'working')}
                    >
                      {t('versions.compare-working')}
                    </LinkButton>
                    {rights.write && (
                      <RestoreForm number={revision.number} label={t('revisions.restore')} />
                    )}
                  </span>
                ),
              },
            ]}
          />
        )}
        {next !== null && (
          <LinkButton to={`?cursor=${encodeURIComponent(next)}`}>{t('versions.more')}</LinkButton>
        )}
      </div>
    </Page>
  );
}
