// What a request passes before anybody answers it: its language and nonce, the name it asks by, where it comes from.
import { randomBytes, randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { REFUSALS } from '#core/refusal.ts';
import { translator } from '#locales/catalogue.ts';
import { refusalOf } from '../texts/guard.ts';
import type { Addresses, AskedBy } from './addresses.ts';
import type { Door, DoorParts } from './asked.ts';
import { clientAddress } from './client-address.ts';
import { secureHeaders } from './headers.ts';
import { languageOf } from './preferences.ts';
import { sayNo } from './say-no.ts';

/** What the headers say of where a request comes from. */
export function askedBy(headers: Headers): AskedBy {
  return {
    host: headers.get('host') ?? undefined,
    origin: headers.get('origin') ?? undefined,
    cookie: headers.get('cookie') ?? undefined,
    authorization: headers.get('authorization') ?? undefined,
  };
}

/** Puts what is known of the request beside it, the headers of safety on its answer, and a line in the log. */
export function welcome(parts: DoorParts): MiddlewareHandler<Door> {
  return async (c, next) => {
    const language = languageOf(c.req.raw.headers);
    const nonce = randomBytes(16).toString('base64url');
    c.set('asked', { nonce, language, t: translator(language) });
    const started = performance.now();
    await next();
    secureHeaders(c.res.headers, {
      nonce,
      development: parts.development,
      secure: parts.addresses.secure,
    });
    // Never the query: it may hold a one-time token.
    parts.log.debug('answered', {
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      from: clientAddress(
        c.env.incoming.socket.remoteAddress,
        c.req.header('x-forwarded-for'),
        parts.trustProxy,
      ),
      ms: Math.round(performance.now() - started),
    });
  };
}

/** Answers only to our own names, so that no other site's name can be pointed at this server. */
export function ownNames(addresses: Addresses): MiddlewareHandler<Door> {
  return async (c, next) => {
    if (addresses.serves(c.req.header('host'))) return next();
    const { t } = c.get('asked');
    return sayNo(c, { status: 403, code: 'other-host', detail: t('api.detail.host') });
  };
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets a write in only from our own pages, or from a program that sends no cookie. */
export function ownWrites(addresses: Addresses): MiddlewareHandler<Door> {
  return async (c, next) => {
    const { headers } = c.req.raw;
    const crossed = headers.get('sec-fetch-site') === 'cross-site' && !headers.has('authorization');
    if (READS.has(c.req.method) || (addresses.allowsOrigin(askedBy(headers)) && !crossed)) {
      return next();
    }
    const { t } = c.get('asked');
    return sayNo(c, { status: 403, code: 'other-origin', detail: t('api.detail.origin') });
  };
}

/** What failed unforeseen is logged under a reference that the answer names. */
export async function failed(
  parts: DoorParts,
  error: unknown,
  c: Parameters<typeof sayNo>[0],
): Promise<Response> {
  const { t } = c.get('asked');
  const refusal = refusalOf(error);
  if (refusal !== null) {
    parts.log.warn('the store did not answer', { path: c.req.path, error });
    const { code } = refusal;
    return sayNo(c, { status: REFUSALS[code], code, detail: t(`refusal.${code}`) });
  }
  const reference = randomUUID();
  parts.log.error('unforeseen failure', {
    reference,
    method: c.req.method,
    path: c.req.path,
    error,
  });
  return sayNo(c, {
    status: 500,
    code: 'failure',
    detail: t('api.detail.failure', { reference }),
  });
}
