// Who is signed in, and what the frameworks are called now for which words wait on a device, as JSON.
import type { LoaderFunctionArgs } from '@remix-run/node';
import type { PlaceNow, PlacesAnswer } from '../device/send-waiting.ts';

/** At most so many are asked for at once. */
const MOST = 200;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { queries, actor, messageBytes } = context;
  const wanted = new Set(new URL(request.url).searchParams.getAll('id').slice(0, MOST));
  const places: PlaceNow[] = [];
  let cursor: string | undefined;
  do {
    const page = await queries.frameworks.list(actor, cursor === undefined ? {} : { cursor });
    for (const { id, slug, title, archived, rights } of page.items) {
      if (wanted.has(id)) places.push({ id, slug, title, archived, write: rights.write });
    }
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined && places.length < wanted.size);
  const { person, name } =
    actor.kind === 'account' ? { person: actor.id, name: actor.name } : { person: '', name: '' };
  const found: PlacesAnswer = { person, name, places, messageBytes };
  return Response.json(found, { headers: { 'Cache-Control': 'no-store' } });
}
