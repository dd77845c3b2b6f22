// The door of the pages: makes the context of one request and hands it to Remix.
import type { Hono } from 'hono';
import { paths } from '#core/paths.ts';
import { ANONYMOUS } from '#core/policy.ts';
import type { MessageKey } from '#locales/catalogue.ts';
import type { AppContext } from '../context.ts';
import { BODY_LIMIT, FILE_LIMIT, readBody } from './api/body.ts';
import type { Door, DoorContext, DoorParts } from './asked.ts';
import { excused } from './excuse.ts';
import { themeOf } from './preferences.ts';
import { sayNo } from './say-no.ts';

async function contextOf(parts: DoorParts, c: DoorContext): Promise<AppContext> {
  const { nonce, language, t } = c.get('asked');
  const actor = await parts.actorOf(c.req.raw);
  return {
    // A token that is wrong gives no rights; only the interface for programs says so.
    actor: actor.ok ? actor.value : ANONYMOUS,
    ...excused(t, parts.queries, parts.sessions),
    commands: parts.commands,
    nonce,
    language,
    theme: themeOf(c.req.raw.headers),
    url: (path) => parts.addresses.url(path, c.req.header('host')),
    networkName: parts.networkName,
    mailLeaves: parts.mailLeaves,
    messageBytes: parts.messageBytes,
    texts: new Map(),
  };
}

type Bounded =
  | { readonly request: Request }
  | { readonly status: 400 | 413 | 415; readonly code: string; readonly words: MessageKey };

const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];

async function isForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<boolean> {
  try {
    await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
    return true;
  } catch {
    return false;
  }
}

/** The most that a page takes; where files are brought, much more from who may bring any. */
function limitOf({ url, method }: Request, { actor }: AppContext): number {
  if (method !== 'POST' || actor.kind === 'anonymous' || actor.role === 'reader') return BODY_LIMIT;
  const { pathname } = new URL(url);
  const brings = pathname === paths.importing || /^\/f\/[^/]+\/replace$/.test(pathname);
  return brings ? FILE_LIMIT : BODY_LIMIT;
}

/** The same request with a body that was read within the limit and is a form, as every action takes it. */
async function bounded(request: Request, limit: number): Promise<Bounded> {
  if (request.method === 'GET' || request.method === 'HEAD') return { request };
  const body = await readBody(request, limit);
  if (!body.ok) return { status: 413, code: 'too-large', words: 'api.detail.body-limit' };
  const contentType = request.headers.get('content-type') ?? '';
  const kind = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (body.bytes.byteLength > 0 && !FORM_TYPES.includes(kind)) {
    return { status: 415, code: 'unsupported-format', words: 'refusal.unsupported-format' };
  }
  const headers = new Headers(request.headers);
  // A post without a body is an empty form.
  if (body.bytes.byteLength === 0) headers.set('Content-Type', FORM_TYPES[0] ?? '');
  else if (!(await isForm(body.bytes, contentType))) {
    return { status: 400, code: 'invalid-input', words: 'refusal.invalid-input' };
  }
  const { method, signal } = request;
  return { request: new Request(request.url, { method, headers, body: body.bytes, signal }) };
}

/** Adds the pages, which answer whatever nothing before did. */
export function addPages(app: Hono<Door>, parts: DoorParts): void {
  app.all('*', async (c) => {
    const context = await contextOf(parts, c);
    const limit = limitOf(c.req.raw, context);
    const read = await bounded(c.req.raw, limit);
    if ('status' in read) {
      const { t } = c.get('asked');
      const detail = t(read.words, { limit: limit / 2 ** 20 });
      return sayNo(c, { status: read.status, code: read.code, detail });
    }
    const answer = await parts.pages.handle(read.request, context);
    // A page is for who asked, in their language: nobody in between keeps it for others.
    if (!answer.headers.has('Cache-Control')) {
      answer.headers.set('Cache-Control', 'private, no-cache');
    }
    answer.headers.append('Vary', 'Cookie, Accept-Language');
    return answer;
  });
}
