// The closed list of ways to say no. An expected no is a value; what is thrown is a bug.

/** Every code has its words in `locales/` under `refusal.<code>` and one HTTP status below. */
export const REFUSALS = {
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  'invalid-input': 400,
  'slug-taken': 409,
  'label-taken': 409,
  'label-not-newer': 409,
  'already-published': 409,
  'already-withdrawn': 409,
  archived: 409,
  'link-used-or-expired': 410,
  'email-taken': 409,
  'wrong-credentials': 401,
  'too-many-attempts': 429,
  'last-coordinator': 409,
  'setup-done': 409,
  'document-invalid': 400,
  'file-unreadable': 400,
  'unknown-template': 400,
  'too-large': 413,
  'unsupported-format': 415,
  'store-unavailable': 503,
  'text-unreadable': 503,
  'not-damaged': 409,
  'nothing-to-recover': 409,
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** One wrong input: where (a dotted path in what was sent) and a key of `locales/` saying why. */
export interface InputProblem {
  readonly path: string;
  readonly problem: string;
}

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  /** Values for the placeholders of the worded refusal. */
  readonly values?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly InputProblem[];
}

export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

export type Result<T> = Accepted<T> | Refusal;

export function accept<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

/** Says no with a code of the list; `errors` names the inputs that are wrong. */
export function refuse(
  code: RefusalCode,
  more: { values?: Record<string, string | number>; errors?: readonly InputProblem[] } = {},
): Refusal {
  return { ok: false, code, ...more };
}
