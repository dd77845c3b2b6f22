// Items one may refer to, as JSON for the editor: found by text and kinds, or named by id.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { slugSchema } from '#core/framework/interchange.ts';
import { valueOrLeave } from '../refusals.ts';

/** At most this many proposals, and this many ids in one question. */
const MOST = 30;
const MOST_IDS = 500;

const querySchema = z.object({
  q: z.string().max(200).default(''),
  kinds: z
    .string()
    .max(500)
    .default('')
    .transform((text) => text.split(',').filter(Boolean)),
  elsewhere: z.literal('1').optional(),
  ids: z
    .string()
    .max(100_000)
    .optional()
    .transform((text) => text?.split(' ').filter(Boolean).slice(0, MOST_IDS)),
});

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { queries, actor } = context;
  const slug = slugSchema.safeParse(params.slug);
  const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!slug.success || !query.success) return Response.json({ items: [] }, { status: 400 });
  const framework = valueOrLeave(context, request, await queries.frameworks.get(actor, slug.data));
  const { q, kinds, elsewhere, ids } = query.data;
  const items = ids
    ? await queries.items.titles(actor, ids.map(targetOf))
    : await queries.items.find(actor, {
        text: q,
        kinds,
        ...(elsewhere ? {} : { framework: framework.slug }),
        limit: MOST,
      });
  return Response.json({ items }, { headers: { 'Cache-Control': 'no-store' } });
}

function targetOf(key: string): { framework: string; item: string } {
  const slash = key.indexOf('/');
  return { framework: key.slice(0, slash), item: key.slice(slash + 1) };
}
