// `npm run -s cli -- …`: the command line; installs and builds what is missing, saying so on standard error only.
import { build, fail } from './build.mjs';
import { checkNode, install } from './install.mjs';

checkNode();
try {
  await install();
  await build();
} catch (error) {
  fail(error);
}
process.env.NODE_ENV = 'production';
await import(new URL('../build/server/cli.js', import.meta.url).href);
