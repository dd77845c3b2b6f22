// Comparisons in a thread of their own, so that nobody's typing waits for them. It is made when it is needed.
import { Worker } from 'node:worker_threads';
import type { CompareOptions } from '#core/comparison/compare.ts';
import type { Comparison } from '#core/comparison/comparison.ts';
import type { InterchangeDocument } from '#core/framework/interchange.ts';
import type { Comparer } from './comparer.ts';

export interface Task {
  readonly number: number;
  readonly base: InterchangeDocument;
  readonly head: InterchangeDocument;
  readonly options: CompareOptions;
}

export type Answer =
  | { readonly number: number; readonly comparison: Comparison }
  | { readonly number: number; readonly error: string };

interface Waiting {
  readonly resolve: (comparison: Comparison) => void;
  readonly reject: (error: Error) => void;
}

/** A thread with nothing to do ends after this: it holds some twenty megabytes. */
const IDLE_MS = 60_000;

/** `idleMs`: how long the thread stays without work, in milliseconds. */
export function createThreadComparer(idleMs = IDLE_MS): Comparer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let tasks = 0;

  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const end = async () => {
    clearTimeout(idle);
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };

  const start = (): Worker => {
    const made = openThread();
    made.unref();
    made.on('message', (answer: Answer) => {
      const asked = waiting.get(answer.number);
      waiting.delete(answer.number);
      if (waiting.size === 0) idle = setTimeout(() => void end(), idleMs).unref();
      if ('comparison' in answer) asked?.resolve(answer.comparison);
      else asked?.reject(new Error(`a comparison failed: ${answer.error}`));
    });
    // Out of memory, for one: those who wait are told, and the next one gets a new thread.
    const gone = (error: Error) => {
      if (worker !== made) return;
      worker = null;
      failAll(error);
    };
    made.on('error', gone);
    made.on('exit', () => gone(new Error('the thread of the comparisons ended')));
    return made;
  };

  return {
    compare(base, head, options) {
      clearTimeout(idle);
      worker ??= start();
      const thread = worker;
      const number = ++tasks;
      return new Promise((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        const task: Task = { number, base, head, options };
        thread.postMessage(task);
      });
    },
    async close() {
      await end();
      failAll(new Error('the server ends'));
    },
  };
}

/** Built, it is a file beside this one; from the sources, it first needs the loader of sources. */
function openThread(): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./compare-thread.js', import.meta.url));
  }
  const thread = new URL('./thread.ts', import.meta.url).href;
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import('${thread}'); })`;
  return new Worker(code, { eval: true });
}
