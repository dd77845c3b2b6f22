// Bringing a file into a working text: headings become items as one chooses, what would change is shown, then it is done, a revision first.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { templateOf } from '#core/framework/templates.ts';
import { IMPORT_WAYS } from '#core/importing/merge.ts';
import { planOfForm } from '#core/importing/plan-form.ts';
import { seenSchema } from '#core/importing/schema.ts';
import { seenText } from '#core/importing/since.ts';
import type { SourceDocument } from '#core/importing/source.ts';
import { paths } from '#core/paths.ts';
import { refuse } from '#core/refusal.ts';
import { importNames } from '#locales/import-names.ts';
import type { AppContext, PlannedImport } from '#server/context.ts';
import { ErrorPage } from '../components/error-page.tsx';
import { FormSheet } from '../components/form-sheet.tsx';
import { Headline, Page } from '../components/page.tsx';
import { type FormState, refusedForm, wrongForm } from '../forms.ts';
import type { Arranging } from '../importing/arrange-form.tsx';
import { ArrangePresent } from '../importing/arrange-present.tsx';
import { FileForm } from '../importing/file-form.tsx';
import type { FoundDocument } from '../importing/found.tsx';
import { countNotes } from '../importing/notes.ts';
import { type Planned, PlannedImport as PlannedView } from '../importing/planned.tsx';
import { noFile, readUpload } from '../importing/upload.ts';
import { useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { changeLines, comparisonSentence } from '../reading/change-words.ts';
import { compareView } from '../reading/compare-view.ts';
import { valueOrLeave } from '../refusals.ts';

export const meta = pageMeta('importing.replace.title');

async function framework(context: AppContext, request: Request, slug: string) {
  const found = valueOrLeave(
    context,
    request,
    await context.queries.frameworks.get(context.actor, slug),
  );
  if (!found.rights.write) {
    const signedIn = context.actor.kind !== 'anonymous';
    const code = !signedIn ? 'not-signed-in' : found.archived ? 'archived' : 'not-allowed';
    valueOrLeave(context, request, refuse(code));
  }
  return found;
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const found = await framework(context, request, params.slug ?? '');
  const { slug, title, notice, template, language, rights, counts } = found;
  const empty = Object.values(counts).every((count) => count === 0);
  return { slug, title, notice, template, language, empty, manages: rights.manage };
}

interface Answer {
  readonly arranging?: Arranging;
  readonly planned?: Planned;
  readonly found?: FoundDocument;
}

type Values = Readonly<Record<string, string>>;

export async function action({ context, params, request }: ActionFunctionArgs) {
  const slug = params.slug ?? '';
  const { actor, language, queries } = context;
  await framework(context, request, slug);
  const t = words(language);
  const { values, file, document, source, seen } = await readUpload(request);
  if (file) {
    const read = await queries.documents.read(actor, file, language);
    if (!read.ok) return refusedForm(t, { intent: 'check' }, read);
    if ('source' in read.value) return arranging(read.value.source, {});
    const { document: own, counts } = read.value;
    const preview = await queries.comparisons.preview(actor, slug, own);
    if (!preview.ok) return refusedForm(t, { intent: 'check' }, preview);
    const text = JSON.stringify(own);
    const found = { head: own.framework, counts, notes: countNotes(own), text };
    const planned = plannedOf(context, { ...preview.value, after: own }, null);
    return { found, planned } satisfies Answer;
  }
  if (source !== '') {
    const reread = await queries.documents.reread(actor, source);
    if (!reread.ok) return refusedForm(t, { intent: 'check' }, reread);
    if (values.intent !== 'compare') return arranging(reread.value, values);
    return compareArranged(context, request, slug, reread.value, values);
  }
  if (document === '') return wrongForm(noFile(t('importing.no-file')));
  const looked = await queries.documents.look(actor, document, language);
  if (!looked.ok) return refusedForm(t, { intent: 'check' }, looked);
  const replaced = await context.commands.working.replace(
    actor,
    slug,
    looked.value.document,
    seenOf(seen),
  );
  if (!replaced.ok) return refusedForm(t, { intent: 'check' }, replaced);
  const newest = await queries.revisions.list(actor, slug, { limit: 1 });
  const kept = newest.ok ? newest.value.items[0]?.number : undefined;
  return redirect(`${paths.revisions(slug)}?replaced${kept ? `&kept=${kept}` : ''}`);
}

/** How the text stood when what would change was shown; nothing where the form does not say. */
function seenOf(text: string) {
  try {
    return seenSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function arranging(source: SourceDocument, values: Values, more: Partial<FormState> = {}) {
  const state = { intent: 'compare', values, errors: {}, message: '', ...more };
  return { arranging: { source, state } } satisfies Answer;
}

async function compareArranged(
  context: AppContext,
  request: Request,
  slug: string,
  source: SourceDocument,
  values: Values,
) {
  const { actor, queries } = context;
  const t = words(context.language);
  const {
    title,
    template: key,
    language,
    licence,
    notice,
  } = await framework(context, request, slug);
  const template = templateOf(key);
  if (!template) return refusedForm(t, { intent: 'check' }, refuse('unknown-template'));
  const head = { slug, template: key, language, title, licence, notice };
  const plan = planOfForm(values, source, template, importNames(language));
  const made = await queries.documents.arrange(actor, source, plan, head);
  if (!made.ok) return arranging(source, values, refusedForm(t, values, made).data);
  const way = IMPORT_WAYS.find((one) => one === values.way) ?? 'update';
  const preview = await queries.comparisons.previewImport(actor, slug, made.value, way);
  if (!preview.ok) return arranging(source, values, refusedForm(t, values, preview).data);
  const chosen = { ...values, source: JSON.stringify(source) };
  return { planned: plannedOf(context, preview.value, chosen) } satisfies Answer;
}

function plannedOf(
  context: AppContext,
  { comparison, before, after }: PlannedImport,
  chosen: Values | null,
): Planned {
  const t = words(context.language);
  const { changes, preambles, summary, framework: head = [] } = comparison;
  return {
    sentence: comparisonSentence(t, comparison),
    compared: {
      summary,
      preambles,
      sections: compareView(comparison, before, after),
      lines: changeLines(t, comparison),
      language: before.framework.language,
    },
    differs: changes.length + preambles.length + head.length > 0,
    document: JSON.stringify(after),
    seen: JSON.stringify(seenText(before.sections)),
    chosen,
  };
}

export default function Replace() {
  const page = useLoaderData<typeof loader>();
  const answer: FormState | Answer | undefined = useActionData<typeof action>();
  const t = useT();
  const steps: Answer = answer && !('intent' in answer) ? answer : {};
  const refused = answer && 'intent' in answer ? answer : undefined;
  const { arranging: arranged, planned, found } = steps;
  return (
    <Page
      width={planned ? 'bare' : arranged ? 'wide' : 'form'}
      notice={page.notice}
      noticeLang={page.language}
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: page.title, to: paths.framework(page.slug) },
        { label: t('importing.replace.title') },
      ]}
    >
      {planned ? (
        <PlannedView
          planned={planned}
          found={found}
          slug={page.slug}
          headFollows={found !== undefined && page.manages}
        />
      ) : (
        <>
          <Headline
            title={t('importing.replace.title')}
            below={
              <p className="quiet">
                {arranged ? t('importing.plan.lead') : t('importing.replace.lead')}
              </p>
            }
          />
          {arranged ? (
            <ArrangePresent arranging={arranged} framework={page} />
          ) : (
            <FormSheet>
              <FileForm state={refused} />
            </FormSheet>
          )}
        </>
      )}
    </Page>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
