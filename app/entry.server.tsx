// Renders a page: streamed, with the nonce of this answer, long texts taken from the context and not from loader data.
import { PassThrough } from 'node:stream';
import {
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
} from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { NonceContext, TextsContext } from './server-text.tsx';

/** After this many milliseconds data still to come is given up, and the page says so. */
export const streamTimeout = 5_000;

/** Answers with the page: at once for a person, whole for a robot. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const whole = isbot(request.headers.get('user-agent') ?? '');
  return new Promise((resolve, reject) => {
    let answer = status;
    let started = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={context.nonce}>
        <TextsContext.Provider value={context.texts}>
          <RemixServer
            context={remix}
            url={request.url}
            nonce={context.nonce}
            abortDelay={streamTimeout}
          />
        </TextsContext.Provider>
      </NonceContext.Provider>,
      {
        nonce: context.nonce,
        [whole ? 'onAllReady' : 'onShellReady']() {
          started = true;
          const body = new PassThrough();
          headers.set('Content-Type', 'text/html; charset=utf-8');
          resolve(
            new Response(createReadableStreamFromReadable(body), { headers, status: answer }),
          );
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          answer = 500;
          // Before the start the error is thrown on; after it, nobody else would tell.
          if (started) console.error(error);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1_000).unref();
  });
}
