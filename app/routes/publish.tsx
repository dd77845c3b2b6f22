// Publishing a version: what changed since the last one beside the form; the question whether readers must know.
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { useState } from 'react';
import { z } from 'zod';
import { CHANGE_KINDS } from '#core/comparison/comparison.ts';
import { nextLabel } from '#core/framework/label.ts';
import { paths } from '#core/paths.ts';
import { refuse } from '#core/refusal.ts';
import type { AppContext } from '#server/context.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Callout } from '../components/callout.tsx';
import { ChangeMark } from '../components/change-mark.tsx';
import { Checkbox, FormFields, TextArea } from '../components/field.tsx';
import { FormActions } from '../components/form-sheet.tsx';
import { Headline, Page } from '../components/page.tsx';
import { checkForm, type FormState, readForm, refusedForm, wrongForm } from '../forms.ts';
import { useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { comparisonSentence } from '../reading/change-words.ts';
import { LabelAndStatus } from '../reading/label-and-status.tsx';
import styles from '../reading/publish.module.css';
import { valueOrLeave } from '../refusals.ts';

export const meta: MetaFunction<typeof loader> = pageMeta<Awaited<ReturnType<typeof loader>>>(
  'publish.title',
  (page) => page.framework.title,
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const { actor, queries } = context;
  const framework = valueOrLeave(context, request, await queries.frameworks.get(actor, slug));
  if (!framework.rights.publish)
    valueOrLeave(
      context,
      request,
      refuse(
        actor.kind === 'anonymous'
          ? 'not-signed-in'
          : framework.archived
            ? 'archived'
            : 'not-allowed',
      ),
    );
  const versions = valueOrLeave(
    context,
    request,
    await queries.versions.list(actor, slug, { limit: 1 }),
  );
  const last = versions.items[0];
  const comparison = last
    ? await queries.comparisons.get(actor, slug, last.label, 'working')
    : null;
  return {
    framework: {
      slug,
      title: framework.title,
      notice: framework.notice,
      language: framework.language,
      visibility: framework.visibility,
    },
    last: last?.label ?? '',
    suggestions: {
      consultation: nextLabel(last?.label ?? '', 'consultation'),
      adopted: nextLabel(last?.label ?? '', 'adopted'),
    },
    difference: comparison?.ok
      ? {
          summary: comparison.value.summary,
          changed: comparison.value.changes.length,
          sentence: comparisonSentence(words(context.language), comparison.value),
          // What the note begins with: both languages, to be written on.
          notes: {
            fr: comparisonSentence(words('fr'), comparison.value),
            en: comparisonSentence(words('en'), comparison.value),
          },
        }
      : null,
  };
}

const publication = z.object({
  label: z
    .string()
    .min(1, 'common.problem.required')
    .regex(/^\d+(\.\d+){1,2}$/, 'publish.problem.label'),
  status: z.enum(['consultation', 'adopted'], 'common.problem.required'),
  fr: z.string().max(10_000, 'common.problem.too-long'),
  en: z.string().max(10_000, 'common.problem.too-long'),
  public: z.literal('on').optional(),
});

/** The languages of the note, the framework's own first: that one must not be left out. */
function noteLanguages(language: string): readonly ('fr' | 'en')[] {
  return language === 'en' ? ['en', 'fr'] : ['fr', 'en'];
}

/** Whether exactly this was published last. */
async function isPublished(
  { actor, queries }: AppContext,
  slug: string,
  { label, status, fr, en }: z.infer<typeof publication>,
): Promise<boolean> {
  const versions = await queries.versions.list(actor, slug, { limit: 1 });
  const last = versions.ok ? versions.value.items[0] : undefined;
  if (last?.label !== label || last.publishedStatus !== status) return false;
  return typeof last.note !== 'string' && last.note.fr === fr && last.note.en === en;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const slug = params.slug ?? '';
  const t = words(context.language);
  const values = await readForm(request);
  const parsed = checkForm(t, publication, values);
  if (!parsed.ok) return wrongForm(parsed.state);
  // It cannot be added later, and it is the first thing a reader sees.
  if (parsed.value.fr === '' && parsed.value.en === '') {
    const framework = await context.queries.frameworks.get(context.actor, slug);
    const [first = 'fr'] = noteLanguages(framework.ok ? framework.value.language : 'fr');
    const errors = { [first]: t('publish.problem.note') };
    return wrongForm({ intent: '', values, errors, message: '' });
  }
  const { label, status, fr, en } = parsed.value;
  const done = await context.commands.versions.publish(context.actor, slug, {
    label,
    status,
    note: { fr, en },
    public: status === 'adopted' || parsed.value.public === 'on',
  });
  if (!done.ok) {
    // A second click on the same button asks for what is already done.
    const twice = done.code === 'label-taken' && (await isPublished(context, slug, parsed.value));
    return twice ? redirect(paths.read(slug, label)) : refusedForm(t, values, done);
  }
  return redirect(paths.read(slug, label));
}

export default function Publish() {
  const { framework, last, suggestions, difference } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState | undefined;
  const t = useT();
  const [sending, setSending] = useState(false);
  const proposed = difference && difference.changed > 0 ? difference.notes : undefined;
  const { slug } = framework;
  return (
    <Page
      width="narrow"
      notice={framework.notice}
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: framework.title, to: paths.framework(slug) },
        { label: t('publish.title') },
      ]}
    >
      <Headline title={t('publish.title')} below={<p className="quiet">{t('publish.lead')}</p>} />
      <div className={styles.two}>
        <Form
          method="post"
          reloadDocument
          className={styles.form}
          onSubmit={() => setSending(true)}
        >
          <FormFields state={state}>
            {framework.visibility === 'private' && (
              <Callout
                tone="warning"
                action={
                  <LinkButton size="small" to={paths.settings(slug)}>
                    {t('publish.open-settings')}
                  </LinkButton>
                }
              >
                <p>{t('publish.private')}</p>
              </Callout>
            )}
            {difference?.changed === 0 && (
              <Callout>
                <p>{t('publish.unchanged', { label: last })}</p>
              </Callout>
            )}
            <LabelAndStatus last={last} suggestions={suggestions} />
            <Checkbox
              name="public"
              label={t('publish.public')}
              hint={t('publish.public-hint')}
              defaultChecked={state === undefined || state.values.public === 'on'}
            />
            {framework.visibility === 'public' && (
              <p className="quiet small">{t('publish.what-is-public')}</p>
            )}
            <div className={styles.note}>
              <h2 className={styles.question}>{t('publish.question')}</h2>
              <p className="quiet small">{t('publish.question-hint')}</p>
              {noteLanguages(framework.language).map((language, at) => (
                <TextArea
                  key={language}
                  name={language}
                  label={t(`publish.note-${language}`)}
                  {...(at === 0 ? {} : { aside: t('common.optional') })}
                  defaultValue={proposed?.[language]}
                  rows={at === 0 ? 5 : 3}
                  lang={language}
                />
              ))}
            </div>
            <FormActions>
              <Button type="submit" look="primary" isDisabled={sending}>
                {t(sending ? 'publish.sending' : 'publish.now')}
              </Button>
              <LinkButton look="quiet" to={paths.framework(slug)}>
                {t('common.cancel')}
              </LinkButton>
            </FormActions>
          </FormFields>
        </Form>
        {difference && (
          <aside className={styles.side}>
            <h2 className="label">{t('publish.from-to', { label: last })}</h2>
            <p className={styles.sentence}>{difference.sentence}</p>
            <ul className={styles.tally}>
              {CHANGE_KINDS.map((kind) => (
                <li key={kind}>
                  <ChangeMark kind={kind} />
                  <b>{difference.summary[kind]}</b>
                </li>
              ))}
            </ul>
            <p>
              <Link to={paths.compare(slug, last, 'working')}>{t('publish.read-comparison')}</Link>
            </p>
          </aside>
        )}
      </div>
    </Page>
  );
}
