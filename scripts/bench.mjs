// `npm run bench -- NAME`: runs one of the measures of bench/ from its sources; without a name, lists them.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './build.mjs';
import { checkNode, install } from './install.mjs';
import { ROOT, runPackage } from './run.mjs';
import { say, worded } from './say.mjs';

checkNode();
const [name, ...rest] = process.argv.slice(2);
const folder = join(ROOT, 'bench');
const names = existsSync(folder)
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -'.ts'.length))
  : [];
if (name === undefined || !names.includes(name)) {
  say(worded('benches', { names: names.join(', ') }));
  process.exit(name === undefined ? 0 : 2);
}
try {
  await install();
  await runPackage('tsx/dist/cli.mjs', [`bench/${name}.ts`, ...rest], { aloud: true });
} catch (error) {
  fail(error);
}
