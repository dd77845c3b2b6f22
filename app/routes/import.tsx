// Making a framework from a file, in two steps: the file is checked and told in words, then it becomes a framework.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { paths } from '#core/paths.ts';
import { can } from '#core/policy.ts';
import { refuse } from '#core/refusal.ts';
import type { AppContext } from '#server/context.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ErrorPage } from '../components/error-page.tsx';
import { FormFields, TextField } from '../components/field.tsx';
import { FormActions, FormSheet } from '../components/form-sheet.tsx';
import { Headline, Page } from '../components/page.tsx';
import { checkForm, type FormState, refusedForm, wrongForm } from '../forms.ts';
import { slugSchema } from '../framework/details.ts';
import { FileForm } from '../importing/file-form.tsx';
import { Found, type FoundDocument } from '../importing/found.tsx';
import { countNotes } from '../importing/notes.ts';
import { noFile, readUpload } from '../importing/upload.ts';
import { useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { valueOrLeave } from '../refusals.ts';

export const meta = pageMeta('importing.title');

function leaveUnlessMaker(context: AppContext, request: Request): void {
  const { actor } = context;
  if (can(actor, 'framework.create', { kind: 'network' })) return;
  valueOrLeave(
    context,
    request,
    refuse(actor.kind === 'anonymous' ? 'not-signed-in' : 'not-allowed'),
  );
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  leaveUnlessMaker(context, request);
  return { address: context.url(paths.framework('')) };
}

interface Answer {
  readonly state?: FormState;
  readonly found?: FoundDocument;
}

export async function action({ context, request }: ActionFunctionArgs) {
  leaveUnlessMaker(context, request);
  const { actor, commands, language, queries } = context;
  const t = words(language);
  const { values, text } = await readUpload(request);
  if (text === '') return wrongForm(noFile(t('importing.no-file')));
  const looked = await queries.documents.look(actor, text, language);
  if (!looked.ok) return refusedForm(t, { intent: 'check' }, looked);
  const { document, counts } = looked.value;
  const found: FoundDocument = {
    head: document.framework,
    counts,
    notes: countNotes(document),
    text: JSON.stringify(document),
  };
  if (values.intent !== 'create') return { found } satisfies Answer;
  const checked = checkForm(t, z.object({ slug: slugSchema }), values);
  if (!checked.ok) return { found, state: checked.state } satisfies Answer;
  const made = await commands.frameworks.import(actor, document, checked.value.slug);
  if (made.ok) return redirect(paths.framework(made.value.slug));
  const taken = made.code === 'slug-taken';
  const errors = taken ? [{ path: 'slug', problem: 'refusal.slug-taken' }] : made.errors;
  const refused = refusedForm(t, values, errors ? { ...made, errors } : made);
  return { found, state: refused.data } satisfies Answer;
}

export default function Import() {
  const { address } = useLoaderData<typeof loader>();
  const answer: Answer | FormState | undefined = useActionData<typeof action>();
  const t = useT();
  const found = answer && 'found' in answer ? answer.found : undefined;
  const state = answer && 'intent' in answer ? answer : answer?.state;
  return (
    <Page
      width="form"
      crumbs={[{ label: t('common.frameworks'), to: paths.home }, { label: t('importing.title') }]}
    >
      <Headline
        title={t('importing.title')}
        below={<p className="quiet">{t('importing.lead')}</p>}
      />
      {found === undefined ? (
        <FormSheet>
          <FileForm state={state} />
        </FormSheet>
      ) : (
        <>
          <Found found={found} />
          <FormSheet>
            <form method="post" encType="multipart/form-data">
              <input type="hidden" name="intent" value="create" />
              <input type="hidden" name="document" value={found.text} />
              <FormFields state={state} intent="create">
                <TextField
                  name="slug"
                  label={t('home.new.slug')}
                  hint={
                    <>
                      {t('home.new.slug.hint')} <span className="url">{address}…</span>
                    </>
                  }
                  required
                  autoCapitalize="none"
                  spellCheck={false}
                  defaultValue={found.head.slug}
                />
                <FormActions>
                  <Button type="submit" look="primary">
                    {t('importing.create')}
                  </Button>
                  <LinkButton look="quiet" to={paths.importing} reloadDocument>
                    {t('importing.other-file')}
                  </LinkButton>
                </FormActions>
              </FormFields>
            </form>
          </FormSheet>
        </>
      )}
    </Page>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
