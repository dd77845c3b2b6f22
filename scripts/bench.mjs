// `npm run bench`: builds what is missing, then drives load against this server and its peers; `-- comparison` measures comparing alone.
import { build, fail } from './build.mjs';
import { checkNode, install } from './install.mjs';
import { runPackage } from './run.mjs';

checkNode();
const [first, ...rest] = process.argv.slice(2);
const only = first === 'comparison';
try {
  await install();
  if (!only) {
    await build();
    const asked = first === undefined ? rest : [first, ...rest];
    await runPackage('tsx/dist/cli.mjs', ['bench/rooms.ts', ...asked], { aloud: true });
  }
  if (only || first === undefined)
    await runPackage('tsx/dist/cli.mjs', ['bench/comparison.ts'], { aloud: true });
} catch (error) {
  fail(error);
}
