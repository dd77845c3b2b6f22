// What of a framework's other rooms the gaps of one room are told from, as JSON: asked again by the editor's page.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { outsideOf } from '#core/framework/coverage-outside.ts';
import { roomOfSection, templateOf } from '#core/framework/templates.ts';
import { valueOrLeave } from '../refusals.ts';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { slug = '', section = '' } = params;
  const { document, damaged } = valueOrLeave(
    context,
    request,
    await context.queries.documents.readable(context.actor, slug, 'working'),
  );
  const template = templateOf(document.framework.template);
  const key = template && (roomOfSection(template, section) ?? section);
  const room = template?.rooms.find((one) => one.key === key);
  const outside =
    template && room ? outsideOf(document.sections, template, room.sections, damaged) : null;
  return Response.json({ outside }, { headers: { 'Cache-Control': 'no-store' } });
}
