// The server from its sources, for who works on it: the pages come from Vite, in this process and on this port.
import type { ServerBuild } from '@remix-run/node';
import { remixPages } from './http/remix.ts';
import { runServer } from './run-server.ts';

await runServer(async (server, _env, log) => {
  const { createServer } = await import('vite');
  const vite = await createServer({
    server: { middlewareMode: true, hmr: { server } },
    appType: 'custom',
  });
  const build = async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild;
  return {
    pages: {
      handle: async (request, context) =>
        remixPages(await build(), 'development', log).handle(request, context),
    },
    files: { answer: () => null },
    development: true,
    before: (request, response) =>
      new Promise((resolve) => {
        response.once('finish', () => resolve(true));
        vite.middlewares(request, response, () => resolve(false));
      }),
    close: () => vite.close(),
  };
});
