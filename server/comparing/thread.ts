// The thread of the comparisons.
import { compareDocuments } from '#core/comparison/compare.ts';
import { answerTasks } from '../threads/answer.ts';
import type { ComparingTask } from './thread-comparer.ts';

answerTasks(({ base, head, options }: ComparingTask) => compareDocuments(base, head, options));
