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

/** The first problems of an input, at most 50. */
export function wordIssues(t: Translate, error: z.ZodError): WordedInput[] {
  return error.issues
    .slice(0, MOST)
    .map((issue) => ({ path: issue.path.map(String).join('.'), detail: detail(t, issue) }));
}
