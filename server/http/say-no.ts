// Saying no outside the pages: a problem to a program, a bare page to a person.
import { escapeHtml } from '#core/document/html.ts';
import type { Asked, DoorContext } from './asked.ts';
import { problem } from './problem.ts';

const STYLE =
  ':root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem}';

/** Whether who asks is a program: below `/api/`, or without a wish for HTML. */
export function asksForProgram(request: Request): boolean {
  const { pathname } = new URL(request.url);
  return pathname.startsWith('/api/') || !(request.headers.get('accept') ?? '').includes('html');
}

interface No {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

function page(asked: Asked, title: string, no: No): Response {
  const html = `<!doctype html><html lang="${asked.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style nonce="${asked.nonce}">${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(no.detail)}</p><p><a href="/">Triptyque</a></p></main></body></html>`;
  return new Response(html, {
    status: no.status,
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

/** Answers with what is wrong, in the form that suits who asks. */
export async function sayNo(c: DoorContext, no: No): Promise<Response> {
  const asked = c.get('asked');
  const answer = problem(asked.t, no);
  if (asksForProgram(c.req.raw)) return answer;
  const { title } = (await answer.json()) as { title: string };
  return page(asked, title, no);
}
