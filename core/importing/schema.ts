// The shape of what a page sends back of a file that was read, checked where it comes in.
import { z } from 'zod';
import { richNodeSchema } from '../framework/interchange.ts';
import type { SeenText } from './since.ts';
import { LOWEST_HEADING, SOURCE_NOTES, type SourceDocument } from './source.ts';

const note = z.enum(SOURCE_NOTES);

export const sourceSchema: z.ZodType<SourceDocument> = z.object({
  title: z.string(),
  blocks: z.array(
    z.union([
      z.object({ level: z.number().int().min(1).max(LOWEST_HEADING), heading: z.string() }),
      z.object({ nodes: z.array(richNodeSchema) }),
    ]),
  ),
  notes: z.partialRecord(note, z.number().int().min(0)),
  left: z.array(z.object({ note, text: z.string() })),
});

const marks = z.record(z.string(), z.string());
export const seenSchema: z.ZodType<SeenText> = z.object({ items: marks, preambles: marks });
