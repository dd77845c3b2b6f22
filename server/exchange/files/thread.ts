// The thread that reads files.
import { answerTasks } from '../../threads/answer.ts';
import { workOnFile } from './work.ts';

answerTasks(workOnFile);
