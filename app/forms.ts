// Plain form posts: what was typed is read, checked, and given back with words at each field that is wrong.
import { data } from '@remix-run/node';
import type { z } from 'zod';
import { REFUSALS, type Refusal } from '#core/refusal.ts';
import { isMessageKey, type Translate } from '#locales/catalogue.ts';
import { refusalErrors, refusalText } from './refusals.ts';

/** What an action gives back when it says no: nothing typed is lost, except passwords. */
export interface FormState {
  /** Which form of the page it was, where there are several. */
  readonly intent: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** What is wrong with the whole, above the fields. */
  readonly message: string;
}

/** Never trimmed, never given back. */
const SECRET: ReadonlySet<string> = new Set(['password', 'current']);

/** The texts of a form by name, trimmed except passwords; files are left out. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string') values[name] = SECRET.has(name) ? value : value.trim();
  }
  return values;
}

function kept(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !SECRET.has(name)));
}

/** Parses what was typed; a schema's messages are keys of `locales/`. */
export function checkForm<T extends z.ZodType>(
  t: Translate,
  schema: T,
  values: Record<string, string>,
): { ok: true; value: z.output<T> } | { ok: false; state: FormState } {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) {
    const name = String(path[0] ?? '');
    errors[name] ??= isMessageKey(message) ? t(message) : t('common.problem.invalid');
  }
  return {
    ok: false,
    state: { intent: values.intent ?? '', values: kept(values), errors, message: '' },
  };
}

/** The answer to a form that was not right: 400, with what was typed. */
export function wrongForm(state: FormState) {
  return data(state, { status: 400 });
}

/** The answer to a form whose command was refused: the refusal's status and words, with what was typed. */
export function refusedForm(t: Translate, values: Record<string, string>, refusal: Refusal) {
  const errors = refusalErrors(t, refusal);
  const state: FormState = {
    intent: values.intent ?? '',
    values: kept(values),
    errors,
    message: refusalText(t, refusal),
  };
  return data(state, { status: REFUSALS[refusal.code] });
}
