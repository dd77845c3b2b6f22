// `npm start`: installs and builds what is missing, then becomes the server.
import { build, fail } from './build.mjs';
import { checkNode, install } from './install.mjs';

checkNode();
try {
  await install();
  await build();
} catch (error) {
  fail(error);
}
// In this very process, so that signals and the exit code are the server's own.
process.env.NODE_ENV = 'production';
await import(new URL('../build/server/main.js', import.meta.url).href);
