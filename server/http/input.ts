// What was wrong in an input that zod refused, path by path, in words.
import type { z } from 'zod';
import type { Translate } from '#locales/catalogue.ts';
import type { WordedInput } from './problem.ts';

const MOST = 50;

function detail(t: Translate, issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return t(issue.input === undefined ? 'api.input.missing' : 'api.input.type');
    case 'too_big':
      return t('api.input.too-long', { limit: String(issue.maximum) });
    case 'too_small':
      return t('api.input.too-short', { limit: String(issue.minimum) });
    case 'invalid_format':
      return t('api.input.format');
    case 'invalid_value':
      return t('api.input.choice', { choices: issue.values.map(String).join(', ') });
    default:
      return t('api.input.wrong');
  }
}

/** The problems of an input, at most 50, the first of each path. */
export function wordIssues(t: Translate, error: z.ZodError): WordedInput[] {
  const worded = new Map<string, WordedInput>();
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.');
    if (!worded.has(path)) worded.set(path, { path, detail: detail(t, issue) });
    if (worded.size >= MOST) break;
  }
  return [...worded.values()];
}
