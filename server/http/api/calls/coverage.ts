// Calls on the coverage of a framework: the matrix with its gaps, and the same as a table.
import { z } from 'zod';
import { slugSchema } from '#core/framework/interchange.ts';
import { refuse } from '#core/refusal.ts';
import { CSV_TYPE, coverageFile } from '#server/exchange/coverage-file.ts';
import { type Call, call } from '../call.ts';
import { coverageSchema } from '../coverage-schema.ts';
import { none, slugParams } from '../inputs.ts';

export const COVERAGE_CALLS: readonly Call[] = [
  call({
    method: 'GET',
    path: '/frameworks/{slug}/coverage',
    id: 'getCoverage',
    least: 'anonymous',
    params: slugParams,
    query: none,
    body: null,
    successes: [{ status: 200, schema: coverageSchema }],
    refusals: ['not-found', 'text-unreadable'],
    async handle({ queries, actor }, { params }) {
      const found = await queries.coverage.get(actor, params.slug);
      return found.ok ? { status: 200, json: found.value } : found;
    },
  }),
  call({
    method: 'GET',
    path: '/frameworks/{slug}/coverage/export.{format}',
    id: 'exportCoverage',
    least: 'anonymous',
    params: z.object({ slug: slugSchema, format: z.string().max(20) }),
    query: none,
    body: null,
    successes: [{ status: 200, files: [CSV_TYPE] }],
    refusals: ['not-found', 'unsupported-format', 'text-unreadable'],
    async handle(asking, { params }) {
      if (params.format !== 'csv') return refuse('unsupported-format');
      const file = await coverageFile(asking, params.slug);
      if (!file.ok) return file;
      const { bytes, type, disposition } = file.value;
      return { status: 200, file: bytes, type, headers: { 'Content-Disposition': disposition } };
    },
  }),
];
