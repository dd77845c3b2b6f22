// All doors of HTTP in the order they are tried: health, files, the interface for programs, pages.
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Actor } from '#core/policy.ts';
import { answerApi } from './api/answer.ts';
import type { Asking } from './api/call.ts';
import { CALLS } from './api/calls.ts';
import { docsPage } from './api/docs.ts';
import { createRoutes } from './api/match.ts';
import { openApi } from './api/openapi.ts';
import type { Door, DoorContext, DoorParts } from './asked.ts';
import { failed, ownNames, ownWrites, welcome } from './gate.ts';
import { addHealth } from './health.ts';
import { addPages } from './pages.ts';
import { problem } from './problem.ts';

const API = '/api/v1';

function addApi(app: Hono<Door>, parts: DoorParts): void {
  const routes = createRoutes(CALLS);
  const asking = (c: DoorContext, actor: Actor): Asking => ({
    actor,
    language: c.get('asked').language,
    t: c.get('asked').t,
    queries: parts.queries,
    commands: parts.commands,
    url: (path) => parts.addresses.url(path, c.req.header('host')),
    contentType: c.req.header('content-type') ?? '',
    now: parts.now(),
  });

  app.get(`${API}/openapi.json`, (c) => {
    const { language } = c.get('asked');
    c.header('Vary', 'Accept-Language, Cookie');
    return c.json(
      openApi(language, parts.health.version, parts.addresses.url(API, c.req.header('host'))),
    );
  });
  app.get(`${API}/docs`, (c) => {
    c.header('Vary', 'Accept-Language, Cookie');
    return c.html(docsPage(c.get('asked'), parts.addresses.url(API, c.req.header('host'))));
  });
  app.all('/api/*', async (c) => {
    const { t } = c.get('asked');
    const path = new URL(c.req.url).pathname;
    if (!path.startsWith(`${API}/`)) {
      return problem(t, { status: 404, code: 'not-found', detail: t('refusal.not-found') });
    }
    const actor = await parts.actorOf(c.req.raw);
    if (!actor.ok) {
      return problem(t, { status: 401, code: 'not-signed-in', detail: t('api.detail.token') });
    }
    const { idempotency, now } = parts;
    const below = path.slice(API.length);
    return answerApi({ routes, idempotency, now }, c.req.raw, below, asking(c, actor.value));
  });
}

/** Makes the one application that answers every request that is no socket. */
export function createDoors(parts: DoorParts): Hono<Door> {
  const app = new Hono<Door>();
  app.onError((error, c) => failed(parts, error, c));
  app.use(welcome(parts));
  app.use(ownNames(parts.addresses));
  app.use(async (c, next) => {
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    const file = reads ? parts.files.answer(c.req.raw, new URL(c.req.url).pathname) : null;
    return file ?? next();
  });
  app.use(compress());
  addHealth(app, parts);
  app.use(ownWrites(parts.addresses));
  addApi(app, parts);
  addPages(app, parts);
  return app;
}
