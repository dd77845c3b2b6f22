// Saying no to a program: RFC 9457 problem details, worded in the language of who asks.
import { type InputProblem, REFUSALS, type Refusal } from '#core/refusal.ts';
import { isMessageKey, type MessageKey, type Translate } from '#locales/catalogue.ts';
import type { Values } from '#locales/message.ts';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** What an input problem reads like once worded: `path` is dotted, `detail` is for people. */
export interface WordedInput {
  readonly path: string;
  readonly detail: string;
}

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly WordedInput[];
}

interface ProblemParts {
  readonly status: number;
  /** Names the kind of problem; the page of the interface lists them. */
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly WordedInput[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers with a problem. A 401 says how to prove who one is, as RFC 9110 wants. */
export function problem(t: Translate, parts: ProblemParts): Response {
  const title = `api.problem.${parts.status}`;
  const body: Problem = {
    type: `/api/v1/docs#${parts.code}`,
    title: isMessageKey(title) ? t(title) : String(parts.status),
    status: parts.status,
    detail: parts.detail,
    ...(parts.errors === undefined ? {} : { errors: parts.errors }),
  };
  return new Response(JSON.stringify(body), {
    status: parts.status,
    headers: {
      'Content-Type': PROBLEM_TYPE,
      'Cache-Control': 'no-store',
      ...(parts.status === 401 ? { 'WWW-Authenticate': 'Bearer realm="triptyque"' } : {}),
      ...parts.headers,
    },
  });
}

function wordInput(t: Translate, input: InputProblem, values: Values): WordedInput {
  return {
    path: input.path,
    detail: isMessageKey(input.problem) ? t(input.problem, values) : input.problem,
  };
}

/** Answers with a refusal of a query or command. */
export function refusalProblem(t: Translate, refusal: Refusal): Response {
  const values = refusal.values ?? {};
  const key: MessageKey = `refusal.${refusal.code}`;
  return problem(t, {
    status: REFUSALS[refusal.code],
    code: refusal.code,
    detail: t(key, values),
    ...(refusal.errors === undefined
      ? {}
      : { errors: refusal.errors.map((each) => wordInput(t, each, values)) }),
  });
}
