// `npm run bench -- [SCENARIO…] [--medium | --quick] [--times=N]`: runs the load scenarios side by side and holds them against the goals.
import {
  figuresTables,
  goalsTable,
  machine,
  type Run,
  resultsFile,
  rounded,
  writeResults,
} from './report.ts';
import { runOnce } from './run-once.ts';
import type { Figures } from './scenarios/figures.ts';
import { installPeers } from './servers/peers.ts';
import type { TargetName } from './servers/targets.ts';
import { PLAN, runsOf, type Size } from './sizes.ts';

const args = process.argv.slice(2);
const size: Size = args.includes('--quick')
  ? 'short'
  : args.includes('--medium')
    ? 'medium'
    : 'whole';
const asked = args.filter((arg) => !arg.startsWith('--'));
const timesAsked = Number(args.find((arg) => arg.startsWith('--times='))?.slice(8)) || undefined;
const runs: Run[] = [];
const start = performance.now();

async function run(scenario: string, target: TargetName): Promise<void> {
  const name = `${scenario} ${target}`.padEnd(28);
  try {
    const figures = await runOnce(scenario, target, size);
    runs.push({ scenario, target, figures });
    say(`${name} ${shown(figures)}`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    runs.push({ scenario, target, figures: null, error: message });
    say(`${name} WENT WRONG: ${message}`);
    process.exitCode = 1;
  }
}

function say(line: string): void {
  const seconds = Math.round((performance.now() - start) / 1000);
  process.stdout.write(`${String(seconds).padStart(5)} s  ${line}\n`);
}

function shown(figures: Figures): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? rounded(value) : value}`)
    .join('  ');
}

const unknown = asked.filter(
  (one) => !Object.keys(PLAN).some((name) => name === one || name.startsWith(`${one}-`)),
);
if (unknown.length > 0) {
  process.stderr.write(`No scenario ${unknown.join(', ')}: ${Object.keys(PLAN).join(', ')}\n`);
  process.exit(2);
}
installPeers();
const scenarios = Object.keys(PLAN).filter(
  (name) => asked.length === 0 || asked.some((one) => name === one || name.startsWith(`${one}-`)),
);
const file = resultsFile(size);
process.stdout.write(`${machine()}, ${size}\n`);
for (const scenario of scenarios) {
  const plan = PLAN[scenario];
  if (!plan) continue;
  for (const target of runsOf(plan, size, timesAsked)) {
    await run(scenario, target);
    writeResults(file, scenarios, runs);
  }
}
const wrong = runs.filter(({ error }) => error !== undefined);
process.stdout.write(
  `\n${machine()}, ${size}, ${Math.round((performance.now() - start) / 60_000)} minutes\n\n` +
    `${goalsTable(scenarios, runs)}\n\n${figuresTables(scenarios, runs)}\n\n` +
    wrong.map(({ scenario, target }) => `${scenario} ${target} went wrong, see above\n`).join('') +
    `All figures: ${file}\n`,
);
