// Remix as our pages: its handler with the context of a request, and its failures in our log.
import { createRequestHandler, type HandleErrorFunction, type ServerBuild } from '@remix-run/node';
import type { Log } from '../log.ts';
import type { Pages } from './asked.ts';

/** Remix's own no (a method without an action, say), which it gives an error to for its stack. */
function isRouteAnswer(error: unknown): error is { status: number; statusText: string } {
  return typeof error === 'object' && error !== null && 'status' in error && 'internal' in error;
}

function noteIn(log: Log): HandleErrorFunction {
  return (error, { request }) => {
    // Whoever asked went away: nobody waits for the answer.
    if (request.signal.aborted) return;
    const facts = { method: request.method, path: new URL(request.url).pathname };
    if (isRouteAnswer(error)) {
      log.info('a page said no', { ...facts, status: error.status, why: error.statusText });
    } else {
      log.error('a page failed', { ...facts, error });
    }
  };
}

/** The pages of a build; `mode` decides how much of an error a page shows. */
export function remixPages(
  build: ServerBuild,
  mode: 'production' | 'development',
  log: Log,
): Pages {
  const handleError = noteIn(log);
  const entry = { ...build.entry, module: { ...build.entry.module, handleError } };
  const handle = createRequestHandler({ ...build, entry }, mode);
  return { handle: (request, context) => handle(request, { ...context }) };
}
