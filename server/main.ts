// The process of the server: reads the environment, serves the built pages, and ends in order when it is told to.
import { translator } from '#locales/catalogue.ts';
import { arePagesBuilt, CLIENT_FOLDER, loadBuiltPages } from './http/built-pages.ts';
import { loadStaticFiles } from './http/static-files.ts';
import { runServer } from './run-server.ts';
import { StartRefused } from './serve.ts';

await runServer(async (_server, env, log) => {
  if (!arePagesBuilt()) throw new StartRefused(translator(env.language)('terminal.no-pages'));
  return {
    pages: await loadBuiltPages(log),
    files: loadStaticFiles(CLIENT_FOLDER),
    development: false,
    async close() {},
  };
});
