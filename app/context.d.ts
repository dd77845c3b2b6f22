// What Remix is told of this application: what `context` is in every loader and action, and that data travels by single fetch.
import type { AppContext } from '#server/context.ts';

declare module '@remix-run/node' {
  interface AppLoadContext extends AppContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
