// How a refusal reaches a reader: as words beside a form, or as the page shown instead.
import { data, redirect } from '@remix-run/node';
import { paths } from '#core/paths.ts';
import { REFUSALS, type Refusal, type Result } from '#core/refusal.ts';
import { isMessageKey, type Translate } from '#locales/catalogue.ts';
import type { AppContext } from '#server/context.ts';
import { words } from './language.tsx';

/** The refusal in the reader's words. */
export function refusalText(t: Translate, refusal: Refusal): string {
  const key = `refusal.${refusal.code}`;
  return isMessageKey(key) ? t(key, shownValues(t, refusal)) : refusal.code;
}

/** A text goes by the name of its section where it is a section's own. */
function shownValues(t: Translate, { values }: Refusal): Refusal['values'] {
  const section = `section.${values?.room ?? ''}`;
  return isMessageKey(section) ? { ...values, room: t(section) } : values;
}

/** The worded problems of a refusal by the name of the input; the first one of each counts. */
export function refusalErrors(t: Translate, refusal: Refusal): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, problem } of refusal.errors ?? []) {
    errors[path] ??= isMessageKey(problem) ? t(problem) : problem;
  }
  return errors;
}

/**
 * Gives the value of a query, or leaves the loader: to the sign-in page and back where signing in
 * is what is missing, else to the error page with the refusal's status and words.
 */
export function valueOrLeave<T>(context: AppContext, request: Request, result: Result<T>): T {
  if (result.ok) return result.value;
  if (result.code === 'not-signed-in') {
    const { pathname, search } = new URL(request.url);
    throw redirect(paths.signIn(pathname + search));
  }
  throw data(
    { code: result.code, message: refusalText(words(context.language), result) },
    { status: REFUSALS[result.code] },
  );
}
