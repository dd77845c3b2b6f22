// What `context` is in every loader and action: the application context the server makes for each request.
import type { AppContext } from '#server/context.ts';

declare module '@remix-run/node' {
  interface AppLoadContext extends AppContext {}
}
