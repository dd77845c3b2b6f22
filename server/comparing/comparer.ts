// What queries ask for a comparison, wherever it is made.
import type { CompareOptions } from '#core/comparison/compare.ts';
import type { Comparison } from '#core/comparison/comparison.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';

export interface Comparer {
  /** Compares as `compareDocuments` of core does, and throws what it throws. */
  compare(
    base: InterchangeDocument,
    head: InterchangeDocument,
    options: CompareOptions,
  ): Promise<Comparison>;
  /** Ends what runs; who still waits is told so by an error. */
  close(): Promise<void>;
}
