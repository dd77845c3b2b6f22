// Files that somebody brings, read in a thread of their own with a memory and a time of its own: no file can hold up a room.
import type { FrameworkHead, InterchangeDocument } from '#core/framework/interchange.ts';
import type { ImportPlan } from '#core/importing/plan.ts';
import type { SourceDocument } from '#core/importing/source.ts';
import { accept, type Refusal, type Result, refuse } from '#core/refusal.ts';
import type { Log } from '../log.ts';
import { createThread, openWorker } from '../threads/thread.ts';
import type { ReadFile } from './files/read-file.ts';
import type { FileProblem } from './files/refused.ts';
import type { FileAnswer, FileTask } from './files/work.ts';

export interface FileReader {
  /** Reads a file; refused with `importing.problem.<problem>` at `file` where it cannot be read. `bytes` are taken away. */
  read(bytes: Uint8Array<ArrayBuffer>): Promise<Result<ReadFile>>;
  /** Reads what a page sent back of a file that was read. */
  reread(text: string): Promise<Result<SourceDocument>>;
  /** Makes a document of it, each item with a new id. */
  arrange(
    source: SourceDocument,
    plan: ImportPlan,
    head: FrameworkHead,
  ): Promise<Result<InterchangeDocument>>;
  close(): Promise<void>;
}

/** A thread with nothing to do ends after this. */
const IDLE_MS = 60_000;
/** The largest books take a few seconds. */
const LONGEST_MS = 60_000;
const MEMORY = { maxOldGenerationSizeMb: 768 };

/** Does tasks, wherever: in a thread, or at once in tests. */
export interface FileWork {
  ask(task: FileTask, moved?: readonly ArrayBuffer[]): Promise<FileAnswer>;
  end(why: string): Promise<void>;
}

function threadWork(): FileWork {
  return createThread<FileTask, FileAnswer>({
    work: 'reading a file',
    open: () => openWorker('read-thread', new URL('./files/thread.ts', import.meta.url), MEMORY),
    idleMs: IDLE_MS,
  });
}

function refused(problem: FileProblem): Refusal {
  return refuse('file-unreadable', {
    errors: [{ path: 'file', problem: `importing.problem.${problem}` }],
  });
}

export function createFileReader(
  log: Pick<Log, 'warn'>,
  work: FileWork = threadWork(),
  longestMs = LONGEST_MS,
): FileReader {
  /** A thread that dies or takes too long was given more than it can take. */
  const ask = async (task: FileTask, moved: readonly ArrayBuffer[] = []): Promise<FileAnswer> => {
    const patience = setTimeout(() => void work.end('reading a file took too long'), longestMs);
    patience.unref();
    try {
      const answer = await work.ask(task, moved);
      if ('fault' in answer) log.warn('a file could not be read', { error: answer.fault });
      return answer;
    } catch (error) {
      log.warn('a file could not be read', { error });
      return { problem: 'too-much' };
    } finally {
      clearTimeout(patience);
    }
  };
  return {
    async read(bytes) {
      const answer = await ask({ do: 'read', bytes }, [bytes.buffer]);
      if ('problem' in answer) return refused(answer.problem);
      return 'document' in answer ? refused('unknown') : accept(answer);
    },
    async reread(text) {
      const answer = await ask({ do: 'reread', text });
      if ('problem' in answer) return refused(answer.problem);
      return 'source' in answer ? accept(answer.source) : refused('unknown');
    },
    async arrange(source, plan, head) {
      const answer = await ask({ do: 'arrange', source, plan, head });
      if ('problem' in answer) return refused(answer.problem);
      return 'document' in answer ? accept(answer.document) : refused('unknown');
    },
    close: () => work.end('the server ends'),
  };
}
