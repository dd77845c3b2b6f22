// Calls on frameworks themselves: list, make, change, remove.
import { z } from 'zod';
import { frameworkHeadSchema } from '#core/framework/interchange.ts';
import { FRAMEWORK_CURSOR } from '#server/queries/frameworks.ts';
import { type Call, call } from '../call.ts';
import { none, pageQuery, pageRequest, slugParams } from '../inputs.ts';
import { frameworkDetailSchema, frameworkSchema, pageOf } from '../schemas.ts';

const visibility = z.enum(['public', 'private']);
const { slug, template, language, title, licence, notice } = frameworkHeadSchema.shape;

export const FRAMEWORK_CALLS: readonly Call[] = [
  call({
    method: 'GET',
    path: '/frameworks',
    id: 'listFrameworks',
    least: 'anonymous',
    params: none,
    query: pageQuery.extend({ cursor: z.string().regex(FRAMEWORK_CURSOR).optional() }),
    body: null,
    successes: [{ status: 200, schema: pageOf(frameworkSchema) }],
    refusals: ['invalid-input'],
    async handle({ queries, actor }, { query }) {
      return { status: 200, json: await queries.frameworks.list(actor, pageRequest(query)) };
    },
  }),
  call({
    method: 'POST',
    path: '/frameworks',
    id: 'createFramework',
    least: 'coordinator',
    params: none,
    query: none,
    body: {
      kind: 'json',
      schema: z.object({
        slug,
        template,
        language,
        title,
        licence,
        notice,
        visibility: visibility.optional(),
      }),
    },
    successes: [{ status: 201, schema: frameworkDetailSchema }],
    refusals: ['invalid-input', 'unknown-template', 'slug-taken'],
    async handle({ commands, actor }, { body }) {
      const made = await commands.frameworks.create(actor, body);
      if (!made.ok) return made;
      const headers = { Location: `/api/v1/frameworks/${made.value.slug}` };
      return { status: 201, json: made.value, headers };
    },
  }),
  call({
    method: 'GET',
    path: '/frameworks/{slug}',
    id: 'getFramework',
    least: 'anonymous',
    params: slugParams,
    query: none,
    body: null,
    successes: [{ status: 200, schema: frameworkDetailSchema }],
    refusals: ['not-found'],
    async handle({ queries, actor }, { params }) {
      const found = await queries.frameworks.get(actor, params.slug);
      return found.ok ? { status: 200, json: found.value } : found;
    },
  }),
  call({
    method: 'PATCH',
    path: '/frameworks/{slug}',
    id: 'updateFramework',
    least: 'coordinator',
    params: slugParams,
    query: none,
    body: {
      kind: 'json',
      schema: z
        .object({
          title,
          slug,
          licence,
          notice,
          archived: z.boolean(),
          visibility,
        })
        .partial(),
    },
    successes: [{ status: 200, schema: frameworkDetailSchema }],
    refusals: ['invalid-input', 'not-found', 'slug-taken'],
    async handle({ commands, actor }, { params, body }) {
      const changed = await commands.frameworks.update(actor, params.slug, body);
      return changed.ok ? { status: 200, json: changed.value } : changed;
    },
  }),
  call({
    method: 'DELETE',
    path: '/frameworks/{slug}',
    id: 'removeFramework',
    least: 'coordinator',
    params: slugParams,
    query: none,
    body: null,
    successes: [{ status: 204 }],
    refusals: ['not-found', 'already-published'],
    async handle({ commands, actor }, { params }) {
      const removed = await commands.frameworks.remove(actor, params.slug);
      return removed.ok ? { status: 204 } : removed;
    },
  }),
];
