// How a command of the command line that works on files ends, in words.
import type { Outcome } from './acts.ts';

export function said(err: string, code: 0 | 1 = 0, out = ''): Outcome {
  return { code, out, err: err === '' ? '' : `${err}\n` };
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
