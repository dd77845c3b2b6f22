// Inside a thread: takes one task after the other, answers each by its number.
import { parentPort } from 'node:worker_threads';
import type { Answer, Task } from './thread.ts';

/** Answers tasks with what `work` gives; what it throws is told as an error. */
export function answerTasks<Input, Output>(work: (input: Input) => Output): void {
  parentPort?.on('message', ({ number, input }: Task<Input>) => {
    parentPort?.postMessage(answer(number, () => work(input)));
  });
}

function answer<Output>(number: number, work: () => Output): Answer<Output> {
  try {
    return { number, output: work() };
  } catch (error) {
    return { number, error: error instanceof Error ? (error.stack ?? error.message) : `${error}` };
  }
}
