// The shape of a comparison as the interface gives it, held to the type of core/comparison.
import { z } from 'zod';
import {
  CHANGE_KINDS,
  type ComparedBlock,
  type Comparison,
  type FormattingChange,
  type ItemChange,
} from '#core/comparison/comparison.ts';
import { fieldValueSchema, referenceSchema } from '#core/framework/interchange.ts';

const opSchema = z.enum(['equal', 'insert', 'delete']);
const wordsSchema = z.array(z.object({ op: opSchema, text: z.string() }));

const marksSchema = z.array(z.object({ type: z.string(), href: z.string().optional() }));
const shapeSchema = z.object({
  type: z.string(),
  within: z.array(z.string()),
  item: z.boolean().optional(),
  ordinal: z.int().optional(),
  start: z.int().optional(),
  header: z.boolean().optional(),
});

const blockSchema: z.ZodType<ComparedBlock> = z.object({
  before: shapeSchema.optional(),
  after: shapeSchema.optional(),
  runs: z.array(
    z.object({
      op: opSchema,
      text: z.string(),
      marks: marksSchema.optional(),
      was: marksSchema.optional(),
    }),
  ),
});

const formattingSchema: z.ZodType<FormattingChange> = z.object({
  start: z.int(),
  end: z.int(),
  text: z.string(),
  marks: z.object({ before: marksSchema, after: marksSchema }).optional(),
  block: z.object({ before: shapeSchema, after: shapeSchema }).optional(),
});

const sideSchema = z.object({
  path: z.array(z.string()),
  index: z.int().optional(),
  number: z.string(),
  title: z.string(),
  body: z.string(),
});

const fieldSchema = z.object({
  name: z.string(),
  before: fieldValueSchema.optional(),
  after: fieldValueSchema.optional(),
  words: wordsSchema.optional(),
});

const orderedLevel = z.object({ level: z.int().optional(), order: z.int() });
const referencesSchema = z.object({
  added: z.array(referenceSchema),
  removed: z.array(referenceSchema),
  changed: z.array(
    z.object({
      item: z.string(),
      framework: z.string().optional(),
      before: orderedLevel.optional(),
      after: orderedLevel.optional(),
    }),
  ),
});

const changeSchema: z.ZodType<ItemChange> = z.object({
  item: z.string(),
  kind: z.string(),
  section: z.string(),
  changes: z.array(z.enum(CHANGE_KINDS)),
  before: sideSchema.optional(),
  after: sideSchema.optional(),
  words: z.object({ title: wordsSchema, body: wordsSchema }).optional(),
  blocks: z.array(blockSchema).optional(),
  formatting: z.array(formattingSchema).optional(),
  coarse: z.boolean().optional(),
  fields: z.array(fieldSchema).optional(),
  references: referencesSchema.optional(),
});

const namesSchema = z.record(
  z.string(),
  z.object({ kind: z.string(), number: z.string(), title: z.string() }),
);

export const comparisonSchema: z.ZodType<Comparison> = z.object({
  base: z.object({ ref: z.string() }),
  head: z.object({ ref: z.string() }),
  summary: z.object({
    added: z.int(),
    removed: z.int(),
    moved: z.int(),
    reworded: z.int(),
    fields: z.int(),
    references: z.int(),
    unchanged: z.int(),
  }),
  changes: z.array(changeSchema),
  preambles: z.array(
    z.object({
      section: z.string(),
      words: wordsSchema,
      blocks: z.array(blockSchema).optional(),
      formatting: z.array(formattingSchema).optional(),
    }),
  ),
  relations: z.object({
    split: z.array(z.object({ from: z.string(), to: z.array(z.string()) })),
    merged: z.array(z.object({ from: z.array(z.string()), to: z.string() })),
    replaced: z.array(z.object({ from: z.string(), to: z.string() })),
  }),
  unreadable: z.array(z.string()).optional(),
  framework: z.array(fieldSchema).optional(),
  pairs: z.array(z.object({ base: z.string(), head: z.string() })).optional(),
  names: z.object({ before: namesSchema, after: namesSchema }).optional(),
});
