// Making a framework from a file: it is read and told, headings become items as one chooses, then it is made.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { slugOf } from '#core/framework/slug.ts';
import { templateOf } from '#core/framework/templates.ts';
import { planOfForm } from '#core/importing/plan-form.ts';
import type { SourceDocument } from '#core/importing/source.ts';
import { paths } from '#core/paths.ts';
import { can } from '#core/policy.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import { importNames } from '#locales/import-names.ts';
import type { AppContext, CountedDocument } from '#server/context.ts';
import { ErrorPage } from '../components/error-page.tsx';
import { FormSheet } from '../components/form-sheet.tsx';
import { Headline, Page } from '../components/page.tsx';
import { checkForm, type FormState, refusedForm, wrongForm } from '../forms.ts';
import { newFrameworkSchema, slugSchema } from '../framework/details.ts';
import type { Arranging } from '../importing/arrange-form.tsx';
import { ArrangeNew } from '../importing/arrange-new.tsx';
import { FileForm } from '../importing/file-form.tsx';
import { Found, type FoundDocument } from '../importing/found.tsx';
import { FoundForm } from '../importing/found-form.tsx';
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
  readonly arranging?: Arranging;
}

type Values = Readonly<Record<string, string>>;

export async function action({ context, request }: ActionFunctionArgs) {
  leaveUnlessMaker(context, request);
  const { actor, language, queries } = context;
  const t = words(language);
  const { values, file, document, source } = await readUpload(request);
  if (file) {
    const read = await queries.documents.read(actor, file, language);
    if (!read.ok) return refusedForm(t, { intent: 'check' }, read);
    return 'source' in read.value ? arranging(read.value.source, {}) : told(read.value);
  }
  if (source !== '') {
    const reread = await queries.documents.reread(actor, source);
    if (!reread.ok) return refusedForm(t, { intent: 'check' }, reread);
    if (values.intent !== 'create') return arranging(reread.value, values);
    return createArranged(context, reread.value, values);
  }
  if (document === '') return wrongForm(noFile(t('importing.no-file')));
  const looked = await queries.documents.look(actor, document, language);
  if (!looked.ok) return refusedForm(t, { intent: 'check' }, looked);
  const { found } = told(looked.value);
  const checked = checkForm(t, z.object({ slug: slugSchema }), values);
  if (!checked.ok) return { found, state: checked.state } satisfies Answer;
  const state = await create(context, looked.value.document, checked.value.slug, values);
  return { found, state } satisfies Answer;
}

function told({ document, counts }: CountedDocument) {
  return {
    found: {
      head: document.framework,
      counts,
      notes: countNotes(document),
      text: JSON.stringify(document),
    },
  } satisfies Answer;
}

function arranging(source: SourceDocument, values: Values, more: Partial<FormState> = {}) {
  const state = { intent: 'create', values, errors: {}, message: '', ...more };
  return { arranging: { source, state } } satisfies Answer;
}

const arrangedSchema = newFrameworkSchema.omit({ visibility: true });

async function createArranged(context: AppContext, source: SourceDocument, typed: Values) {
  const t = words(context.language);
  const values = { ...typed, slug: typed.slug || slugOf(typed.title ?? '') };
  const checked = checkForm(t, arrangedSchema, values);
  if (!checked.ok) return arranging(source, values, { errors: checked.state.errors });
  const head = checked.value;
  const template = templateOf(head.template);
  if (!template) return arranging(source, values);
  const plan = planOfForm(values, source, template, importNames(head.language));
  const made = await context.queries.documents.arrange(context.actor, source, plan, head);
  const state = made.ok
    ? await create(context, made.value, head.slug, values)
    : refusedForm(t, values, made).data;
  return arranging(source, values, state);
}

/** Leaves for the framework that was made; else gives what is wrong with the form. */
async function create(
  context: AppContext,
  document: InterchangeDocument,
  slug: string,
  values: Values,
): Promise<FormState> {
  const made = await context.commands.frameworks.import(context.actor, document, slug);
  if (made.ok) throw redirect(paths.framework(made.value.slug));
  return refusedForm(words(context.language), { ...values }, atTheSlug(made)).data;
}

function atTheSlug(refusal: Refusal): Refusal {
  if (refusal.code !== 'slug-taken') return refusal;
  return { ...refusal, errors: [{ path: 'slug', problem: 'refusal.slug-taken' }] };
}

export default function Import() {
  const { address } = useLoaderData<typeof loader>();
  const answer: Answer | FormState | undefined = useActionData<typeof action>();
  const t = useT();
  const steps: Answer = answer && !('intent' in answer) ? answer : {};
  const refused = answer && 'intent' in answer ? answer : undefined;
  const { found, arranging: arranged, state } = steps;
  return (
    <Page
      width={arranged ? 'wide' : 'form'}
      crumbs={[{ label: t('common.frameworks'), to: paths.home }, { label: t('importing.title') }]}
    >
      <Headline
        title={t('importing.title')}
        below={<p className="quiet">{arranged ? t('importing.plan.lead') : t('importing.lead')}</p>}
      />
      {arranged ? (
        <ArrangeNew arranging={arranged} address={address} />
      ) : found ? (
        <>
          <Found found={found} />
          <FormSheet>
            <FoundForm found={found} state={state} address={address} />
          </FormSheet>
        </>
      ) : (
        <FormSheet>
          <FileForm state={refused} />
        </FormSheet>
      )}
    </Page>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
