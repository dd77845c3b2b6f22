// What is done with files away from the server's own thread: reading them, and making items of what was read.
import { randomUUID } from 'node:crypto';
import type { FrameworkHead, InterchangeDocument } from '#core/framework/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';
import { arrange } from '#core/importing/arrange.ts';
import { documentOfOutline } from '#core/importing/document.ts';
import type { ImportPlan } from '#core/importing/plan.ts';
import { sourceSchema } from '#core/importing/schema.ts';
import type { SourceDocument } from '#core/importing/source.ts';
import { importNames } from '#locales/import-names.ts';
import { readJson } from '../../http/api/body.ts';
import { type ReadFile, readFile } from './read-file.ts';
import { type FileProblem, FileRefused } from './refused.ts';

export type FileTask =
  | { readonly do: 'read'; readonly bytes: Uint8Array }
  | { readonly do: 'reread'; readonly text: string }
  | {
      readonly do: 'arrange';
      readonly source: SourceDocument;
      readonly plan: ImportPlan;
      readonly head: FrameworkHead;
    };

export type FileAnswer =
  | ReadFile
  | { readonly document: InterchangeDocument }
  /** `fault` is told where what failed was not foreseen. */
  | { readonly problem: FileProblem; readonly fault?: string };

/** Does one task. Never throws for a file, whatever it holds. */
export function workOnFile(task: FileTask): FileAnswer {
  if (task.do === 'read') return read(task.bytes);
  if (task.do === 'reread') return reread(task.text);
  const { source, plan, head } = task;
  const template = templateOf(head.template);
  if (!template) return { problem: 'unknown' };
  const outline = arrange(source, plan, template, importNames(head.language));
  return { document: documentOfOutline(outline, template, head, randomUUID) };
}

function read(bytes: Uint8Array): FileAnswer {
  try {
    return readFile(bytes);
  } catch (error) {
    if (error instanceof FileRefused) return { problem: error.problem };
    // Nested beyond all measure, for one: the file is to blame, and whoever runs the server may look into it.
    return { problem: 'broken', fault: error instanceof Error ? (error.stack ?? '') : `${error}` };
  }
}

function reread(text: string): FileAnswer {
  const json = readJson(text);
  const parsed = json && sourceSchema.safeParse(json.value);
  return parsed?.success ? { source: parsed.data } : { problem: 'broken' };
}
