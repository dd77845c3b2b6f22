// Threads of comments as JSON for the editor: those of a room with who can be named in them, and acts on them.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { REFUSALS } from '#core/refusal.ts';
import { actOnComments } from '../comments/act.server.ts';
import { readForm } from '../forms.ts';
import { words } from '../language.tsx';
import { refusalErrors, refusalText, valueOrLeave } from '../refusals.ts';

const FRESH = { headers: { 'Cache-Control': 'no-store' } };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { queries, actor } = context;
  const slug = params.slug ?? '';
  const room = new URL(request.url).searchParams.get('room') ?? '';
  const threads = valueOrLeave(
    context,
    request,
    await queries.comments.list(actor, slug, { room }),
  );
  // Who may not comment (an archived framework) names nobody.
  const people = await queries.comments.people(actor, slug);
  return Response.json({ threads, people: people.ok ? people.value : [] }, FRESH);
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const t = words(context.language);
  const done = await actOnComments(context, params.slug ?? '', await readForm(request));
  if (!done) return Response.json({ message: t('refusal.invalid-input') }, { status: 400 });
  if (done.ok) return Response.json({ thread: done.value }, FRESH);
  const [problem] = Object.values(refusalErrors(t, done));
  const message = problem ?? refusalText(t, done);
  return Response.json({ message }, { status: REFUSALS[done.code] });
}
