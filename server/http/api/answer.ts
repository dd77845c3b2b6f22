// From an HTTP request to a call of the table and back: inputs read, refusals worded, repeated writes recognised.
import { createHash } from 'node:crypto';
import { holdsBrokenText } from '#core/framework/check.ts';
import { type Refusal, refuse } from '#core/refusal.ts';
import type { IdempotencyStore } from '#db/idempotency.ts';
import type { Translate } from '#locales/catalogue.ts';
import { wordIssues } from '../input.ts';
import { problem, refusalProblem } from '../problem.ts';
import { BODY_LIMIT, isJsonType, readBody, readJson } from './body.ts';
import type { Asking, Call, Method, Reply, WrongInput } from './call.ts';
import { once } from './idempotent.ts';
import { matchRoute, type Route } from './match.ts';

export interface ApiParts {
  readonly routes: readonly Route[];
  readonly idempotency: IdempotencyStore;
  readonly now: () => Date;
}

function methodOf(request: Request): string {
  return request.method === 'HEAD' ? 'GET' : request.method;
}

function isWrong(outcome: Reply | Refusal | WrongInput): outcome is WrongInput {
  return 'wrong' in outcome;
}

/** Inputs in the address that are wrong name nothing that exists: 404. In the query or body: 400. */
function wrongInput(t: Translate, { wrong, error }: WrongInput): Response {
  if (wrong === 'params') {
    return problem(t, { status: 404, code: 'not-found', detail: t('refusal.not-found') });
  }
  return problem(t, {
    status: 400,
    code: 'invalid-input',
    detail: t('refusal.invalid-input'),
    errors: wordIssues(t, error),
  });
}

function jsonResponse(request: Request, reply: Extract<Reply, { json: unknown }>): Response {
  const text = JSON.stringify(reply.json);
  const headers = new Headers({
    'Content-Type': 'application/json; charset=utf-8',
    ...reply.headers,
  });
  if (methodOf(request) === 'GET') return cacheable(request, text, reply.status, headers);
  headers.set('Cache-Control', 'no-store');
  return new Response(text, { status: reply.status, headers });
}

/** What is read is asked for again each time, and not sent again when it is the same. */
function cacheable(
  request: Request,
  content: string | Uint8Array<ArrayBuffer>,
  status: number,
  headers: Headers,
): Response {
  const tag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  headers.set('ETag', tag);
  headers.set('Cache-Control', 'private, no-cache');
  headers.set('Vary', 'Authorization, Cookie, Accept-Language');
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((each) => each.trim());
  const strong = tag.slice('W/'.length);
  if (known.includes('*') || known.some((each) => each.replace(/^W\//, '') === strong)) {
    headers.delete('Content-Type');
    headers.delete('Content-Disposition');
    return new Response(null, { status: 304, headers });
  }
  return new Response(content, { status, headers });
}

function toResponse(
  request: Request,
  t: Translate,
  outcome: Reply | Refusal | WrongInput,
): Response {
  if (isWrong(outcome)) return wrongInput(t, outcome);
  if ('ok' in outcome) return refusalProblem(t, outcome);
  if ('json' in outcome) return jsonResponse(request, outcome);
  if ('file' in outcome) {
    const headers = new Headers({ 'Content-Type': outcome.type, ...outcome.headers });
    return cacheable(request, outcome.file, outcome.status, headers);
  }
  return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
}

async function perform(
  call: Call,
  params: Readonly<Record<string, string>>,
  request: Request,
  asking: Asking,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const { t } = asking;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const text = call.body?.kind === 'json' ? new TextDecoder().decode(bytes) : '';
  let json: unknown;
  if (text.trim() !== '') {
    if (!isJsonType(asking.contentType)) {
      return problem(t, {
        status: 415,
        code: 'unsupported-format',
        detail: t('api.detail.body-type'),
      });
    }
    const read = readJson(text);
    if (read === null) {
      return problem(t, {
        status: 400,
        code: 'invalid-input',
        detail: t('api.detail.body-json'),
      });
    }
    // SQLite would keep another text than the one that was answered, and no hash could be checked.
    if (holdsBrokenText(read.value)) {
      return problem(t, {
        status: 400,
        code: 'invalid-input',
        detail: t('refusal.invalid-input'),
        errors: [{ path: '', detail: t('document.brokenText') }],
      });
    }
    json = read.value;
  }
  return toResponse(request, t, await call.run(asking, { params, query, json, raw: bytes }));
}

/** Answers a request below `/api/v1`; `path` is what follows, still percent-encoded. */
export async function answerApi(
  parts: ApiParts,
  request: Request,
  path: string,
  asking: Asking,
): Promise<Response> {
  const { t, actor } = asking;
  const found = matchRoute(parts.routes, path);
  if (found === null) {
    return problem(t, { status: 404, code: 'not-found', detail: t('refusal.not-found') });
  }
  const methods = [...found.route.calls.keys()];
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (request.method === 'OPTIONS') {
    return new Response(null, { status: 204, headers: { Allow: allow } });
  }
  const call = found.route.calls.get(methodOf(request) as Method);
  if (call === undefined) {
    return problem(t, {
      status: 405,
      code: 'no-such-method',
      detail: t('api.detail.method', { methods: allow }),
      headers: { Allow: allow },
    });
  }
  const tooLarge = () =>
    problem(t, {
      status: 413,
      code: 'too-large',
      detail: t('api.detail.body-limit', { limit: BODY_LIMIT / 2 ** 20 }),
      headers: { Connection: 'close' },
    });
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT) return tooLarge();
  // Nothing of what strangers send is even read where strangers may nothing.
  if (actor.kind === 'anonymous' && call.least !== 'anonymous') {
    return refusalProblem(t, refuse('not-signed-in'));
  }
  const body = await readBody(request);
  if (!body.ok) return tooLarge();
  const act = () => perform(call, found.params, request, asking, body.bytes);
  const key = request.headers.get('idempotency-key');
  if (key === null || call.method === 'GET' || actor.kind === 'anonymous') return act();
  const url = new URL(request.url);
  const route = `${call.method} ${url.pathname}${url.search}`;
  const sent = { actor, route, key, body: body.bytes };
  return once(parts.idempotency, parts.now, t, sent, act);
}
