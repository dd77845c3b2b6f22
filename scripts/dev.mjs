// `npm run dev`: the server from its sources, started again when they change; pages change in the open browser.
import { fail } from './build.mjs';
import { checkNode, install } from './install.mjs';
import { runPackage } from './run.mjs';

checkNode();
try {
  await install();
  await runPackage('tsx/dist/cli.mjs', ['watch', '--clear-screen=false', 'server/dev.ts'], {
    aloud: true,
    env: { NODE_ENV: 'development' },
  });
} catch (error) {
  fail(error);
}
