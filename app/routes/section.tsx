// The editor of a section: asks for the working text, makes its HTML, and shows the page that comes alive.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { templateOf } from '#core/framework/templates.ts';
import { sectionData } from '../editor/page/load.ts';
import { SectionPage } from '../editor/page/section-page.tsx';
import { pageName } from '../editor/page/words.ts';
import { pageMeta } from '../meta.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return sectionData(context, request, params.slug ?? '', params.section ?? '');
}

export const meta = pageMeta<Awaited<ReturnType<typeof loader>>>(
  'section.write',
  ({ title }) => title,
  pageName,
);

export default function SectionRoute() {
  const data = useLoaderData<typeof loader>();
  const template = templateOf(data.template);
  if (!template) throw new Error(`no template ${data.template}`);
  return <SectionPage key={`${data.slug}/${data.roomKey}`} data={data} template={template} />;
}
