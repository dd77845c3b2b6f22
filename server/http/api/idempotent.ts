// A write that carries an Idempotency-Key is done once; sent again, it gets the first answer again.
import { createHash } from 'node:crypto';
import type { Actor } from '#core/policy.ts';
import type { IdempotencyStore, RepeatableWrite } from '#db/idempotency.ts';
import type { Translate } from '#locales/catalogue.ts';
import { problem } from '../problem.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;
const KEPT_MS = 24 * 60 * 60 * 1000;

export interface SentWrite {
  readonly actor: Exclude<Actor, { kind: 'anonymous' }>;
  /** Method, path and query. */
  readonly route: string;
  readonly key: string;
  readonly body: Uint8Array;
}

function isKept(status: number): boolean {
  return status < 500 && status !== 429;
}

/**
 * Does `act` once for this actor, route and key, and keeps its answer for a day. A refusal is an
 * answer too; a failure of the server is not kept, so that the same key may try again.
 */
export async function once(
  store: IdempotencyStore,
  now: () => Date,
  t: Translate,
  sent: SentWrite,
  act: () => Promise<Response>,
): Promise<Response> {
  if (!KEY.test(sent.key)) {
    return problem(t, { status: 400, code: 'invalid-input', detail: t('api.detail.key-invalid') });
  }
  const write: RepeatableWrite = {
    actor: `${sent.actor.kind}:${sent.actor.id}`,
    route: sent.route,
    key: sent.key,
    fingerprint: createHash('sha256').update(sent.body).digest('hex'),
  };
  await store.prune(new Date(now().getTime() - KEPT_MS));
  const begun = await store.begin(write, now());
  if (begun.state === 'different') {
    return problem(t, {
      status: 422,
      code: 'key-different',
      detail: t('api.detail.key-different'),
    });
  }
  if (begun.state === 'started') {
    return problem(t, { status: 409, code: 'key-started', detail: t('api.detail.key-started') });
  }
  if (begun.state === 'done') {
    const { status, contentType, location, body } = begun.answer;
    const headers = new Headers({ 'Idempotency-Replayed': 'true', 'Cache-Control': 'no-store' });
    if (contentType !== '') headers.set('Content-Type', contentType);
    if (location !== '') headers.set('Location', location);
    return new Response(status === 204 ? null : new Uint8Array(body), { status, headers });
  }
  let answer: Response;
  try {
    answer = await act();
  } catch (error) {
    await store.forget(write);
    throw error;
  }
  if (!isKept(answer.status)) {
    await store.forget(write);
    return answer;
  }
  const body = new Uint8Array(await answer.clone().arrayBuffer());
  const contentType = answer.headers.get('content-type') ?? '';
  const location = answer.headers.get('location') ?? '';
  await store.finish(write, { status: answer.status, contentType, location, body });
  return answer;
}
