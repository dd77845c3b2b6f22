// Calls on the working text and its revisions: read, replace, import, freeze, put back.
import { z } from 'zod';
import {
  type InterchangeDocument,
  interchangeDocumentSchema,
  itemIdSchema,
  slugSchema,
} from '#core/framework/interchange.ts';
import { IMPORT_WAYS } from '#core/importing/merge.ts';
import { seenText } from '#core/importing/since.ts';
import type { Refusal } from '#core/refusal.ts';
import { readBrought } from '#server/exchange/bring-in.ts';
import { type Asking, type Call, call, type Reply } from '../call.ts';
import { comparisonSchema } from '../comparison-schema.ts';
import { flag, none, pageQuery, pageRequest, slugParams } from '../inputs.ts';
import { documentSchema, pageOf, refDocumentSchema, revisionSchema } from '../schemas.ts';

const numberParams = z.object({
  slug: slugSchema,
  number: z
    .string()
    .regex(/^r?[1-9]\d{0,8}$/)
    .transform((text) => Number(text.replace('r', ''))),
});

/**
 * What an import would change, without changing anything: compared with the working text where there
 * is one, and refused where the import would be; else with nothing, for who may make the framework.
 */
async function dryRun(
  { queries, actor }: Asking,
  slug: string,
  document: InterchangeDocument,
): Promise<Reply | Refusal> {
  const planned = await queries.comparisons.preview(actor, slug, document);
  if (planned.ok) return { status: 200, json: planned.value.comparison };
  if (planned.code !== 'not-found') return planned;
  const made = await queries.comparisons.previewNew(actor, document);
  return made.ok ? { status: 200, json: made.value } : made;
}

export const TEXT_CALLS: readonly Call[] = [
  call({
    method: 'GET',
    path: '/frameworks/{slug}/working',
    id: 'getWorking',
    least: 'reader',
    params: slugParams,
    query: none,
    body: null,
    successes: [{ status: 200, schema: documentSchema }],
    refusals: ['not-found', 'text-unreadable'],
    async handle({ queries, actor }, { params }) {
      const found = await queries.documents.get(actor, params.slug, 'working');
      return found.ok ? { status: 200, json: found.value.document } : found;
    },
  }),
  call({
    method: 'PUT',
    path: '/frameworks/{slug}/working',
    id: 'replaceWorking',
    least: 'editor',
    params: slugParams,
    query: none,
    body: { kind: 'json', schema: interchangeDocumentSchema },
    successes: [{ status: 200, schema: documentSchema }],
    refusals: ['invalid-input', 'not-found', 'document-invalid', 'archived'],
    async handle({ commands, actor }, { params, body }) {
      const replaced = await commands.working.replace(actor, params.slug, body);
      return replaced.ok ? { status: 200, json: replaced.value.document } : replaced;
    },
  }),
  call({
    method: 'POST',
    path: '/frameworks/{slug}/import',
    id: 'importFramework',
    least: 'editor',
    params: slugParams,
    query: z.object({
      format: z.string().max(20).default('json'),
      dryRun: flag,
      way: z.enum(IMPORT_WAYS).optional(),
      template: z.string().max(60).optional(),
    }),
    body: { kind: 'raw' },
    successes: [
      { status: 200, schema: z.union([refDocumentSchema, comparisonSchema]) },
      { status: 201, schema: refDocumentSchema },
    ],
    refusals: [
      'document-invalid',
      'file-unreadable',
      'unsupported-format',
      'archived',
      'unknown-template',
    ],
    async handle(asking, { params, query, raw }) {
      const { commands, queries, actor } = asking;
      const { slug } = params;
      const read = await readBrought(asking, { ...query, slug, bytes: raw });
      if (!read.ok) return read;
      const { document, planned, present } = read.value;
      if (query.dryRun && planned) return { status: 200, json: planned.comparison };
      if (query.dryRun) return dryRun(asking, slug, document);
      if (present) {
        const seen = planned ? seenText(planned.before.sections) : undefined;
        const replaced = await commands.working.replace(actor, slug, document, seen);
        return replaced.ok ? { status: 200, json: replaced.value } : replaced;
      }
      const made = await commands.frameworks.import(actor, document, slug);
      if (!made.ok) return made;
      const found = await queries.documents.get(actor, params.slug, 'working');
      if (!found.ok) return found;
      const headers = { Location: `/api/v1/frameworks/${made.value.slug}` };
      return { status: 201, json: found.value, headers };
    },
  }),
  call({
    method: 'GET',
    path: '/frameworks/{slug}/revisions',
    id: 'listRevisions',
    least: 'reader',
    params: slugParams,
    query: pageQuery,
    body: null,
    successes: [{ status: 200, schema: pageOf(revisionSchema) }],
    refusals: ['not-found'],
    async handle({ queries, actor }, { params, query }) {
      const listed = await queries.revisions.list(actor, params.slug, pageRequest(query));
      return listed.ok ? { status: 200, json: listed.value } : listed;
    },
  }),
  call({
    method: 'POST',
    path: '/frameworks/{slug}/revisions',
    id: 'freezeRevision',
    least: 'editor',
    params: slugParams,
    query: none,
    body: { kind: 'json', schema: z.object({ name: z.string().trim().max(200).default('') }) },
    successes: [
      { status: 201, schema: revisionSchema },
      { status: 200, schema: revisionSchema },
    ],
    refusals: ['invalid-input', 'not-found', 'archived'],
    async handle({ commands, actor }, { params, body }) {
      const frozen = await commands.revisions.freeze(actor, params.slug, body.name);
      if (!frozen.ok) return frozen;
      const { created, revision } = frozen.value;
      return { status: created ? 201 : 200, json: revision };
    },
  }),
  call({
    method: 'POST',
    path: '/frameworks/{slug}/revisions/{number}/restore',
    id: 'restoreRevision',
    least: 'editor',
    params: numberParams,
    query: none,
    body: {
      kind: 'json',
      schema: z.object({ items: z.array(itemIdSchema).min(1).max(10_000).optional() }),
    },
    successes: [{ status: 200, schema: documentSchema }],
    refusals: ['invalid-input', 'not-found', 'archived'],
    async handle({ commands, actor }, { params, body }) {
      const { slug, number } = params;
      const restored = await commands.revisions.restore(actor, slug, number, body.items);
      return restored.ok ? { status: 200, json: restored.value.document } : restored;
    },
  }),
];
