// Searching the items of what the caller may read.
import { z } from 'zod';
import { slugSchema } from '#core/framework/interchange.ts';
import { type Call, call } from '../call.ts';
import { none } from '../inputs.ts';
import { itemTitleSchema } from '../schemas.ts';

export const SEARCH_CALLS: readonly Call[] = [
  call({
    method: 'GET',
    path: '/search',
    id: 'search',
    least: 'anonymous',
    params: none,
    query: z.object({
      q: z.string().max(10_000),
      framework: slugSchema.optional(),
      limit: z
        .string()
        .regex(/^\d{1,3}$/)
        .transform(Number)
        .pipe(z.number().min(1).max(100))
        .default(20),
    }),
    body: null,
    successes: [
      {
        status: 200,
        schema: z.object({ items: z.array(itemTitleSchema), cursor: z.string().nullable() }),
      },
    ],
    refusals: ['invalid-input'],
    async handle({ queries, actor }, { query }) {
      const items = await queries.items.find(actor, {
        text: query.q.slice(0, 200),
        kinds: [],
        limit: query.limit,
        ...(query.framework === undefined ? {} : { framework: query.framework }),
      });
      return { status: 200, json: { items, cursor: null } };
    },
  }),
];
