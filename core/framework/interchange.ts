// The interchange document `triptyque/1`: its shape, parsed once at the edge and trusted inside.
import { z } from 'zod';
import { ITEM_ID, LONGEST_ITEM_ID, LONGEST_SLUG, SLUG } from './names.ts';

/** Tiptap JSON of a fragment whose Markdown would not read back the same. */
export interface RichNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: RichNode[];
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
}

export const richNodeSchema: z.ZodType<RichNode> = z.lazy(() =>
  z.object({
    type: z.string().min(1),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(richNodeSchema).optional(),
    marks: z
      .array(
        z.object({ type: z.string().min(1), attrs: z.record(z.string(), z.unknown()).optional() }),
      )
      .optional(),
    text: z.string().optional(),
  }),
);

export type FieldValue = string | number | boolean;
export const fieldValueSchema = z.union([z.string(), z.number(), z.boolean()]);

export const slugSchema = z.string().max(LONGEST_SLUG).regex(SLUG);
export const itemIdSchema = z.string().min(1).max(LONGEST_ITEM_ID).regex(ITEM_ID);

export const referenceSchema = z.object({
  item: itemIdSchema,
  framework: slugSchema.optional(),
  level: z.number().int().min(1).max(4).optional(),
});
export type Reference = z.infer<typeof referenceSchema>;

export const originSchema = z.object({
  split: z.array(itemIdSchema).optional(),
  merged: z.array(itemIdSchema).optional(),
  replaced: z.array(itemIdSchema).optional(),
  copied: z.object({ framework: slugSchema, item: itemIdSchema }).optional(),
});
export type Origin = z.infer<typeof originSchema>;

export interface DocumentItem {
  id: string;
  kind: string;
  title?: string;
  body?: string;
  bodyDoc?: RichNode;
  fields?: Record<string, FieldValue>;
  references?: Reference[];
  origin?: Origin;
  children?: DocumentItem[];
}

export const documentItemSchema: z.ZodType<DocumentItem> = z.lazy(() =>
  z.object({
    id: itemIdSchema,
    kind: z.string().min(1).max(60),
    title: z.string().max(20_000).optional(),
    body: z.string().optional(),
    bodyDoc: richNodeSchema.optional(),
    fields: z.record(z.string().min(1).max(60), fieldValueSchema).optional(),
    references: z.array(referenceSchema).optional(),
    origin: originSchema.optional(),
    children: z.array(documentItemSchema).optional(),
  }),
);

/** Something to read, on one line; that it is there at all is asked apart, so that each fault is told once. */
const ONE_LINE = /^(?:(?=.*\S)[^\p{Cc}\u2028\u2029]*)?$/u;

export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const frameworkHeadSchema = z.object({
  slug: slugSchema,
  template: z.string().min(1).max(60),
  language: z.enum(LANGUAGES),
  title: z.string().min(1).max(300).regex(ONE_LINE),
  licence: z.string().max(60).optional(),
  notice: z.string().max(2000).optional(),
});
export type FrameworkHead = z.infer<typeof frameworkHeadSchema>;

export interface DocumentSection {
  key: string;
  preamble?: string;
  preambleDoc?: RichNode;
  items?: DocumentItem[];
}

export interface InterchangeDocument {
  format: 'triptyque/1';
  framework: FrameworkHead;
  sections: DocumentSection[];
}

export const interchangeDocumentSchema: z.ZodType<InterchangeDocument> = z.object({
  format: z.literal('triptyque/1'),
  framework: frameworkHeadSchema,
  sections: z.array(
    z.object({
      key: z.string().min(1).max(60),
      preamble: z.string().optional(),
      preambleDoc: richNodeSchema.optional(),
      items: z.array(documentItemSchema).optional(),
    }),
  ),
});
