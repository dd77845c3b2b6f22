// Putting a file in place of the working text, in two steps: what would change is shown, then it is done, a revision first.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { refuse } from '#core/refusal.ts';
import type { AppContext } from '#server/context.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Callout } from '../components/callout.tsx';
import { ChangeMark } from '../components/change-mark.tsx';
import { ErrorPage } from '../components/error-page.tsx';
import { FormActions, FormSheet } from '../components/form-sheet.tsx';
import { Headline, Page } from '../components/page.tsx';
import { type FormState, refusedForm, wrongForm } from '../forms.ts';
import { FileForm } from '../importing/file-form.tsx';
import { Found, type FoundDocument } from '../importing/found.tsx';
import styles from '../importing/importing.module.css';
import { countNotes } from '../importing/notes.ts';
import { noFile, readUpload } from '../importing/upload.ts';
import { useT, words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { type ChangeLine, changeLines, comparisonSentence } from '../reading/change-words.ts';
import { valueOrLeave } from '../refusals.ts';

export const meta = pageMeta('importing.replace.title');

/** So many changes are named before it is done; the revision kept first tells all of them. */
const NAMED = 12;

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
  const { slug, title, notice, language, rights } = await framework(
    context,
    request,
    params.slug ?? '',
  );
  return { slug, title, notice, language, manages: rights.manage };
}

interface Preview extends FoundDocument {
  readonly sentence: string;
  readonly lines: readonly ChangeLine[];
  readonly changed: number;
  /** Whether doing it would change anything. */
  readonly differs: boolean;
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const slug = params.slug ?? '';
  const { actor, commands, language, queries } = context;
  await framework(context, request, slug);
  const t = words(language);
  const { values, text } = await readUpload(request);
  if (text === '') return wrongForm(noFile(t('importing.no-file')));
  const looked = await queries.documents.look(actor, text, language);
  if (!looked.ok) return refusedForm(t, { intent: 'check' }, looked);
  const { document, counts } = looked.value;
  if (values.intent === 'replace') {
    const replaced = await commands.working.replace(actor, slug, document);
    if (!replaced.ok) return refusedForm(t, { intent: 'check' }, replaced);
    const newest = await queries.revisions.list(actor, slug, { limit: 1 });
    const kept = newest.ok ? newest.value.items[0]?.number : undefined;
    return redirect(`${paths.revisions(slug)}?replaced${kept ? `&kept=${kept}` : ''}`);
  }
  const preview = await queries.comparisons.preview(actor, slug, document);
  if (!preview.ok) return refusedForm(t, { intent: 'check' }, preview);
  const { comparison } = preview.value;
  const lines = Object.values(changeLines(t, comparison));
  const { changes, preambles, framework: head = [] } = comparison;
  return {
    preview: {
      head: document.framework,
      counts,
      notes: countNotes(document),
      text: JSON.stringify(document),
      sentence: comparisonSentence(t, comparison),
      lines: lines.slice(0, NAMED),
      changed: lines.length,
      differs: changes.length + preambles.length + head.length > 0,
    } satisfies Preview,
  };
}

export default function Replace() {
  const page = useLoaderData<typeof loader>();
  const answer: FormState | { preview: Preview } | undefined = useActionData<typeof action>();
  const t = useT();
  const preview = answer && 'preview' in answer ? answer.preview : undefined;
  const state = answer && 'intent' in answer ? answer : undefined;
  return (
    <Page
      width="form"
      notice={page.notice}
      noticeLang={page.language}
      crumbs={[
        { label: t('common.frameworks'), to: paths.home },
        { label: page.title, to: paths.framework(page.slug) },
        { label: t('importing.replace.title') },
      ]}
    >
      <Headline
        title={t('importing.replace.title')}
        below={<p className="quiet">{t('importing.replace.lead')}</p>}
      />
      {preview === undefined ? (
        <FormSheet>
          <FileForm state={state} />
        </FormSheet>
      ) : (
        <>
          <Found found={preview} />
          <FormSheet>
            <form method="post" encType="multipart/form-data" className="stack">
              <input type="hidden" name="intent" value="replace" />
              <input type="hidden" name="document" value={preview.text} />
              <h2 className="label">{t('importing.replace.would')}</h2>
              {preview.differs ? (
                <p className={styles.sentence}>{preview.sentence}</p>
              ) : (
                <Callout>
                  <p>{t('importing.replace.nothing')}</p>
                </Callout>
              )}
              <ul className={styles.changes}>
                {preview.lines.map((line) => (
                  <li key={line.item}>
                    {line.kinds.map((kind) => (
                      <ChangeMark key={kind} kind={kind} />
                    ))}
                    <span>
                      <span className="num">{line.number}</span> {line.title}
                      <span className="quiet small"> {line.detail}</span>
                    </span>
                  </li>
                ))}
              </ul>
              {preview.changed > preview.lines.length && (
                <p className="quiet">
                  {t('importing.replace.more', { count: preview.changed - preview.lines.length })}
                </p>
              )}
              {page.manages && <p className="small quiet">{t('importing.replace.head')}</p>}
              <FormActions>
                {preview.differs && (
                  <Button type="submit" look="primary">
                    {t('importing.replace.now')}
                  </Button>
                )}
                <LinkButton look="quiet" to={paths.replace(page.slug)} reloadDocument>
                  {t('importing.other-file')}
                </LinkButton>
              </FormActions>
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
