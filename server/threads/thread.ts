// Heavy work in a thread of its own, so that nobody's typing waits for it. The thread is made when it is needed.
import { type ResourceLimits, Worker } from 'node:worker_threads';

export interface Task<Input> {
  readonly number: number;
  readonly input: Input;
}

export type Answer<Output> =
  | { readonly number: number; readonly output: Output }
  | { readonly number: number; readonly error: string };

interface Waiting<Output> {
  readonly resolve: (output: Output) => void;
  readonly reject: (error: Error) => void;
}

export interface ThreadOptions {
  /** What the thread does, for errors: "a comparison". */
  readonly work: string;
  /** Makes the thread; see `openWorker`. */
  readonly open: () => Worker;
  /** How long it stays without work, in milliseconds. */
  readonly idleMs: number;
}

export interface Thread<Input, Output> {
  /** Has one task done; what the thread throws is thrown. `moved` are buffers that need not be copied. */
  ask(input: Input, moved?: readonly ArrayBuffer[]): Promise<Output>;
  /** Ends what runs; who still waits is told so by an error. The next task makes a new thread. */
  end(why: string): Promise<void>;
}

export function createThread<Input, Output>({
  work,
  open,
  idleMs,
}: ThreadOptions): Thread<Input, Output> {
  const waiting = new Map<number, Waiting<Output>>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let tasks = 0;

  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const stop = async () => {
    clearTimeout(idle);
    const ending = worker;
    worker = null;
    await ending?.terminate();
  };

  const start = (): Worker => {
    const made = open();
    made.unref();
    made.on('message', (answer: Answer<Output>) => {
      const asked = waiting.get(answer.number);
      waiting.delete(answer.number);
      if (waiting.size === 0) idle = setTimeout(() => void stop(), idleMs).unref();
      if ('output' in answer) asked?.resolve(answer.output);
      else asked?.reject(new Error(`${work} failed: ${answer.error}`));
    });
    // Out of memory, for one: those who wait are told, and the next one gets a new thread.
    const gone = (error: Error) => {
      if (worker !== made) return;
      worker = null;
      failAll(error);
    };
    made.on('error', gone);
    made.on('exit', () => gone(new Error(`the thread of ${work} ended`)));
    return made;
  };

  return {
    ask(input, moved = []) {
      clearTimeout(idle);
      worker ??= start();
      const thread = worker;
      const number = ++tasks;
      return new Promise((resolve, reject) => {
        waiting.set(number, { resolve, reject });
        const task: Task<Input> = { number, input };
        thread.postMessage(task, [...moved]);
      });
    },
    async end(why) {
      await stop();
      failAll(new Error(why));
    },
  };
}

/** Built, a thread is a file beside the server's; from the sources, it first needs the loader of sources. */
export function openWorker(
  built: string,
  source: URL,
  resourceLimits: ResourceLimits = {},
): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL(`./${built}.js`, import.meta.url), { resourceLimits });
  }
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import('${source.href}'); })`;
  return new Worker(code, { eval: true, resourceLimits });
}
