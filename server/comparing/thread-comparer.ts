// Comparisons in a thread of their own, so that nobody's typing waits for them.
import type { CompareOptions } from '#core/comparison/compare.ts';
import type { Comparison } from '#core/comparison/comparison.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { createThread, openWorker } from '../threads/thread.ts';
import type { Comparer } from './comparer.ts';

export interface ComparingTask {
  readonly base: InterchangeDocument;
  readonly head: InterchangeDocument;
  readonly options: CompareOptions;
}

/** A thread with nothing to do ends after this: it holds some twenty megabytes. */
const IDLE_MS = 60_000;

/** `idleMs`: how long the thread stays without work, in milliseconds. */
export function createThreadComparer(idleMs = IDLE_MS): Comparer {
  const thread = createThread<ComparingTask, Comparison>({
    work: 'a comparison',
    open: () => openWorker('compare-thread', new URL('./thread.ts', import.meta.url)),
    idleMs,
  });
  return {
    compare: (base, head, options) => thread.ask({ base, head, options }),
    close: () => thread.end('the server ends'),
  };
}
