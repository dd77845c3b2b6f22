// The sample documents that comparisons are tested on.
import { readFileSync } from 'node:fs';
import {
  type InterchangeDocument,
  interchangeDocumentSchema,
} from '#core/framework/interchange.ts';

const SAMPLE = new URL('../../sample/', import.meta.url);

export const SAMPLES = ['job-reference', 'advocacy', 'ideal-system'] as const;
export type SampleName = (typeof SAMPLES)[number];

/** What a file of the sample says. */
export function readSample(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, SAMPLE), 'utf8'));
}

/** One of the sample's documents: `fr/job-reference.rev1`. */
export function sampleDocument(name: string): InterchangeDocument {
  return interchangeDocumentSchema.parse(readSample(`${name}.json`));
}
