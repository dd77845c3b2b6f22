// Calls on versions and what is frozen: publish, withdraw, read, compare, export.
import { z } from 'zod';
import { slugSchema } from '#core/framework/interchange.ts';
import { refuse } from '#core/refusal.ts';
import {
  EXPORT_FORMATS,
  exportDocument,
  isExportFormat,
  isPlannedFormat,
} from '#server/exchange/export.ts';
import { type Call, call } from '../call.ts';
import { comparisonSchema } from '../comparison-schema.ts';
import { labelSchema, none, pageQuery, pageRequest, refSchema, slugParams } from '../inputs.ts';
import { documentSchema, pageOf, versionSchema } from '../schemas.ts';

const labelParams = z.object({ slug: slugSchema, label: labelSchema });
const refParams = z.object({ slug: slugSchema, ref: refSchema });
const note = z.string().max(20_000);
/** An exported page runs nothing, even where a browser shows it instead of keeping it. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

export const VERSION_CALLS: readonly Call[] = [
  call({
    method: 'GET',
    path: '/frameworks/{slug}/versions',
    id: 'listVersions',
    least: 'anonymous',
    params: slugParams,
    query: pageQuery,
    body: null,
    successes: [{ status: 200, schema: pageOf(versionSchema) }],
    refusals: ['not-found'],
    async handle({ queries, actor }, { params, query }) {
      const listed = await queries.versions.list(actor, params.slug, pageRequest(query));
      return listed.ok ? { status: 200, json: listed.value } : listed;
    },
  }),
  call({
    method: 'POST',
    path: '/frameworks/{slug}/versions',
    id: 'publishVersion',
    least: 'coordinator',
    params: slugParams,
    query: none,
    body: {
      kind: 'json',
      schema: z.object({
        label: labelSchema,
        status: z.enum(['consultation', 'adopted']),
        note: z.union([note, z.object({ fr: note, en: note })]),
        public: z.boolean().optional(),
        revision: z.int().min(1).optional(),
      }),
    },
    successes: [{ status: 201, schema: versionSchema }],
    refusals: ['invalid-input', 'not-found', 'archived', 'label-taken', 'label-not-newer'],
    async handle({ commands, actor }, { params, body }) {
      const { label, status, note: words, revision } = body;
      const published = await commands.versions.publish(actor, params.slug, {
        label,
        status,
        note: words,
        // A consultation is for members unless the coordinator says that it is public.
        public: body.public ?? status === 'adopted',
        ...(revision === undefined ? {} : { revision }),
      });
      if (!published.ok) return published;
      const headers = { Location: `/api/v1/frameworks/${params.slug}/documents/${label}` };
      return { status: 201, json: published.value, headers };
    },
  }),
  call({
    method: 'POST',
    path: '/frameworks/{slug}/versions/{label}/withdraw',
    id: 'withdrawVersion',
    least: 'coordinator',
    params: labelParams,
    query: none,
    body: { kind: 'json', schema: z.object({ reason: z.string().trim().min(1).max(2_000) }) },
    successes: [{ status: 200, schema: versionSchema }],
    refusals: ['invalid-input', 'not-found', 'already-withdrawn', 'archived'],
    async handle({ commands, actor }, { params, body }) {
      const { slug, label } = params;
      const withdrawn = await commands.versions.withdraw(actor, slug, label, body.reason);
      return withdrawn.ok ? { status: 200, json: withdrawn.value } : withdrawn;
    },
  }),
  call({
    method: 'GET',
    path: '/frameworks/{slug}/documents/{ref}',
    id: 'getDocument',
    least: 'anonymous',
    params: refParams,
    query: none,
    body: null,
    successes: [{ status: 200, schema: documentSchema }],
    refusals: ['not-found', 'text-unreadable'],
    async handle({ queries, actor }, { params }) {
      const found = await queries.documents.get(actor, params.slug, params.ref);
      return found.ok ? { status: 200, json: found.value.document } : found;
    },
  }),
  call({
    method: 'GET',
    path: '/frameworks/{slug}/documents/{ref}/export.{format}',
    id: 'exportDocument',
    least: 'anonymous',
    params: refParams.extend({ format: z.string().max(20) }),
    query: none,
    body: null,
    successes: [{ status: 200, files: Object.values(EXPORT_FORMATS).map((each) => each.type) }],
    refusals: ['not-found', 'unsupported-format', 'text-unreadable'],
    async handle(asking, { params }) {
      const { slug, ref, format } = params;
      if (!isExportFormat(format)) {
        return refuse(isPlannedFormat(format) ? 'unsupported-format' : 'not-found');
      }
      const file = await exportDocument(asking, slug, ref, format);
      if (!file.ok) return file;
      const { bytes, type, disposition } = file.value;
      return {
        status: 200,
        file: bytes,
        type,
        headers: { 'Content-Disposition': disposition, 'Content-Security-Policy': FILE_POLICY },
      };
    },
  }),
  call({
    method: 'GET',
    path: '/frameworks/{slug}/compare/{base}...{head}',
    id: 'compareDocuments',
    least: 'anonymous',
    params: z.object({ slug: slugSchema, base: refSchema, head: refSchema }),
    query: none,
    body: null,
    successes: [{ status: 200, schema: comparisonSchema }],
    refusals: ['not-found', 'text-unreadable'],
    async handle({ queries, actor }, { params }) {
      const { slug, base, head } = params;
      const compared = await queries.comparisons.get(actor, slug, base, head);
      return compared.ok ? { status: 200, json: compared.value } : compared;
    },
  }),
];
