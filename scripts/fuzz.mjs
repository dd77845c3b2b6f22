// `npm run fuzz`: many seeded evenings of real editors in a browser (tests/fuzz), some minutes long; prints a table.
import { needBrowser } from './browser.mjs';
import { fail } from './build.mjs';
import { checkNode, install } from './install.mjs';
import { runPackage } from './run.mjs';

checkNode();
try {
  await install();
  const env = { CHROMIUM_PATH: await needBrowser() };
  await runPackage('tsx/dist/cli.mjs', ['tests/fuzz/run.ts'], { aloud: true, env });
} catch (error) {
  fail(error);
}
