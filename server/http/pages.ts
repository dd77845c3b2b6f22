// The door of the pages: makes the context of one request and hands it to Remix.
import type { Hono } from 'hono';
import { ANONYMOUS } from '#core/policy.ts';
import type { AppContext } from '../context.ts';
import { BODY_LIMIT, readBody } from './api/body.ts';
import type { Door, DoorContext, DoorParts } from './asked.ts';
import { themeOf } from './preferences.ts';
import { sayNo } from './say-no.ts';

async function contextOf(parts: DoorParts, c: DoorContext): Promise<AppContext> {
  const { nonce, language } = c.get('asked');
  const actor = await parts.actorOf(c.req.raw);
  return {
    // A token that is wrong gives no rights; only the interface for programs says so.
    actor: actor.ok ? actor.value : ANONYMOUS,
    queries: parts.queries,
    commands: parts.commands,
    sessions: parts.sessions,
    nonce,
    language,
    theme: themeOf(c.req.raw.headers),
    url: (path) => parts.addresses.url(path, c.req.header('host')),
    networkName: parts.networkName,
    mailLeaves: parts.mailLeaves,
    texts: new Map(),
  };
}

/** The same request with a body that was read within the limit, or null where it was over. */
async function bounded(request: Request): Promise<Request | null> {
  if (request.body === null) return request;
  const body = await readBody(request);
  if (!body.ok) return null;
  return new Request(request.url, {
    method: request.method,
    headers: request.headers,
    body: body.bytes,
    signal: request.signal,
  });
}

/** Adds the pages, which answer whatever nothing before did. */
export function addPages(app: Hono<Door>, parts: DoorParts): void {
  app.all('*', async (c) => {
    const request = await bounded(c.req.raw);
    if (request === null) {
      const { t } = c.get('asked');
      const limit = BODY_LIMIT / 2 ** 20;
      return sayNo(c, {
        status: 413,
        code: 'too-large',
        detail: t('api.detail.body-limit', { limit }),
      });
    }
    const answer = await parts.pages.handle(request, await contextOf(parts, c));
    // A page is for who asked, in their language: nobody in between keeps it for others.
    if (!answer.headers.has('Cache-Control')) {
      answer.headers.set('Cache-Control', 'private, no-cache');
    }
    answer.headers.append('Vary', 'Cookie, Accept-Language');
    return answer;
  });
}
