// The editor of a section: asks for the working text, makes its HTML, and shows the page that comes alive; or, where its
// stored bytes are damaged, the page on which a coordinator puts it right.
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { roomOfSection, templateOf } from '#core/framework/templates.ts';
import { paths } from '#core/paths.ts';
import { RECOVERY_SOURCES } from '#core/recovery.ts';
import { DamagedPage } from '../editor/damaged/page.tsx';
import { sectionData } from '../editor/page/load.ts';
import { SectionPage } from '../editor/page/section-page.tsx';
import { pageName } from '../editor/page/words.ts';
import { checkForm, readForm, refusedForm, wrongForm } from '../forms.ts';
import { words } from '../language.tsx';
import { pageMeta } from '../meta.ts';
import { valueOrLeave } from '../refusals.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return sectionData(context, request, params.slug ?? '', params.section ?? '');
}

const recovering = z.object({
  intent: z.literal('recover'),
  from: z.enum(RECOVERY_SOURCES, 'common.problem.required'),
  damage: z.string().max(20),
});

/** Puts a damaged text right. Whoever comes second is shown what was done. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { slug = '', section = '' } = params;
  const { actor, commands, queries } = context;
  const t = words(context.language);
  const values = await readForm(request);
  const parsed = checkForm(t, recovering, values);
  if (!parsed.ok) return wrongForm(parsed.state);
  const framework = valueOrLeave(context, request, await queries.frameworks.get(actor, slug));
  const template = templateOf(framework.template);
  const room = (template && roomOfSection(template, section)) ?? section;
  const { from, damage } = parsed.value;
  const done = await commands.working.recover(actor, slug, room, { from, damage });
  if (!done.ok) return refusedForm(t, values, done);
  return redirect(`${paths.write(slug, section)}?recovered=${done.value.done ? 'now' : 'before'}`);
}

export const meta = pageMeta<Awaited<ReturnType<typeof loader>>>(
  'section.write',
  ({ title }) => title,
  pageName,
);

export default function SectionRoute() {
  const data = useLoaderData<typeof loader>();
  if ('damaged' in data) return <DamagedPage data={data} />;
  const template = templateOf(data.template);
  if (!template) throw new Error(`no template ${data.template}`);
  return <SectionPage key={`${data.slug}/${data.roomKey}`} data={data} template={template} />;
}
