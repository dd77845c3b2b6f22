// The thread of the comparisons: takes one task after the other, answers each by its number.
import { parentPort } from 'node:worker_threads';
import { compareDocuments } from '#core/comparison/compare.ts';
import type { Answer, Task } from './thread-comparer.ts';

parentPort?.on('message', ({ number, base, head, options }: Task) => {
  parentPort?.postMessage(answer(number, () => compareDocuments(base, head, options)));
});

function answer(number: number, compare: () => ReturnType<typeof compareDocuments>): Answer {
  try {
    return { number, comparison: compare() };
  } catch (error) {
    return { number, error: error instanceof Error ? (error.stack ?? error.message) : `${error}` };
  }
}
