// What the interface gives and takes, as zod schemas: they check, they document, and they are held to the types of server/context.ts.
import { z } from 'zod';
import {
  documentItemSchema,
  frameworkHeadSchema,
  type InterchangeDocument,
  interchangeDocumentSchema,
  LANGUAGES,
  richNodeSchema,
  slugSchema,
} from '#core/framework/interchange.ts';
import type {
  FrameworkDetail,
  FrameworkSummary,
  ItemTitle,
  RefDocument,
  RevisionSummary,
  VersionSummary,
} from '../../context.ts';
import { commentThreadSchema } from './comment-schema.ts';
import { comparisonSchema } from './comparison-schema.ts';
import { coverageSchema } from './coverage-schema.ts';

const instant = z.iso.datetime({ precision: 3 });

export const versionSchema: z.ZodType<VersionSummary> = z.object({
  label: z.string(),
  status: z.enum(['consultation', 'adopted', 'withdrawn']),
  publishedStatus: z.enum(['consultation', 'adopted']),
  public: z.boolean(),
  publishedAt: instant,
  publishedBy: z.string(),
  note: z.union([z.string(), z.object({ fr: z.string(), en: z.string() })]),
  revision: z.int(),
  previous: z.string(),
  hash: z.string(),
  withdrawal: z.object({ at: instant, reason: z.string() }).optional(),
});

export const revisionSchema: z.ZodType<RevisionSummary> = z.object({
  ref: z.string(),
  number: z.int(),
  name: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  reason: z.enum([
    'manual',
    'published',
    'before-replace',
    'before-restore',
    'after-recovery',
    'quiet',
    'import',
  ]),
  versions: z.array(z.string()),
});

const frameworkShape = {
  id: z.string(),
  slug: slugSchema,
  title: z.string(),
  template: z.string(),
  language: z.enum(LANGUAGES),
  licence: z.string(),
  notice: z.string(),
  visibility: z.enum(['public', 'private']),
  archived: z.boolean(),
  sample: z.boolean(),
  createdAt: instant,
  changedAt: instant,
  latestVersion: versionSchema.nullable(),
  counts: z.record(z.string(), z.int()),
  rights: z.object({
    read: z.boolean(),
    write: z.boolean(),
    comment: z.boolean(),
    publish: z.boolean(),
    manage: z.boolean(),
  }),
};

export const frameworkSchema: z.ZodType<FrameworkSummary> = z.object(frameworkShape);

export const frameworkDetailSchema: z.ZodType<FrameworkDetail> = z.object({
  ...frameworkShape,
  sections: z.array(z.object({ key: z.string(), room: z.string() })),
});

export const documentSchema: z.ZodType<InterchangeDocument> = interchangeDocumentSchema;

export const refDocumentSchema: z.ZodType<RefDocument> = z.object({
  ref: z.string(),
  document: documentSchema,
  version: versionSchema.nullable(),
  revision: revisionSchema.nullable(),
});

export const itemTitleSchema: z.ZodType<ItemTitle> = z.object({
  framework: slugSchema,
  item: z.string(),
  kind: z.string(),
  section: z.string(),
  number: z.string(),
  title: z.string(),
});

/** A list with the cursor of what follows. */
export function pageOf(item: z.ZodType) {
  return z.object({ items: z.array(item), cursor: z.string().nullable() });
}

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), detail: z.string() })).optional(),
});

/** Names of schemas in the documentation; what is not named is written out where it stands. */
export const NAMED_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  Framework: frameworkSchema,
  FrameworkDetail: frameworkDetailSchema,
  Version: versionSchema,
  Revision: revisionSchema,
  Document: documentSchema,
  DocumentHead: frameworkHeadSchema,
  DocumentItem: documentItemSchema,
  RichNode: richNodeSchema,
  RefDocument: refDocumentSchema,
  ItemTitle: itemTitleSchema,
  CommentThread: commentThreadSchema,
  Comparison: comparisonSchema,
  Coverage: coverageSchema,
  Problem: problemSchema,
};
