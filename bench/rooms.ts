// `npm run bench -- [SCENARIO…] [--quick] [--times=N]`: runs the load scenarios side by side and holds them against the goals.
import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { GOALS, type Goal, PLAN } from './goals.ts';
import { median } from './load/histogram.ts';
import type { Figures } from './scenarios/figures.ts';
import { installPeers } from './servers/peers.ts';
import type { TargetName } from './servers/targets.ts';

/** Beyond these the machine, not the server, was measured. */
const MOST_LAG_MS = 25;
const MOST_NOISE_PCT = 30;
/** At most so long for one run of one server. */
const RUN_LIMIT_MS = 400_000;

const SCENARIO = fileURLToPath(new URL('./scenario.ts', import.meta.url));
const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const asked = args.filter((arg) => !arg.startsWith('--'));
const timesAsked = Number(args.find((arg) => arg.startsWith('--times='))?.slice(8));

const runs = new Map<string, Figures[]>();

async function runOnce(scenario: string, target: TargetName): Promise<void> {
  const command = ['--import', 'tsx', SCENARIO, scenario, target, isQuick ? 'short' : 'whole'];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, command, {
      timeout: RUN_LIMIT_MS,
    });
    const figures = JSON.parse(stdout) as Figures;
    const key = `${scenario} ${target}`;
    runs.set(key, [...(runs.get(key) ?? []), figures]);
    process.stdout.write(`${key.padEnd(28)} ${shown(figures)}\n`);
  } catch (error) {
    const said = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : '';
    process.stdout.write(`${scenario} ${target} went wrong: ${said}\n`);
    process.exitCode = 1;
  }
}

function shown(figures: Figures): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? rounded(value) : value}`)
    .join('  ');
}

function rounded(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toFixed(2)));
}

/** The median of a figure over the runs of a server. */
function figureOf(scenario: string, target: TargetName, figure: string): number | null {
  const all = runs.get(`${scenario} ${target}`) ?? [];
  return median(all.map((one) => one[figure]).map((one) => (typeof one === 'number' ? one : null)));
}

/** Whether the runs of a scenario were quiet enough to claim a time. */
function isQuiet(scenario: string, goal: Goal): boolean {
  return [goal.beside, 'ours' as const].every((target) => {
    if (target === null) return true;
    const lag = figureOf(scenario, target, 'lagP99') ?? 0;
    const noise = figureOf(scenario, target, 'noisePct') ?? 0;
    // With five hundred receivers the load itself is late: there the ratio says more than the time.
    return (lag <= MOST_LAG_MS || scenario === 's1-500') && noise <= MOST_NOISE_PCT;
  });
}

function judge(goal: Goal): string {
  const { scenario, figure, beside, most, least, timed } = goal;
  const ours = figureOf(scenario, 'ours', figure);
  const theirs = beside === null ? 1 : figureOf(scenario, beside, figure);
  const name = `${scenario} ${figure}${beside ? ` / ${beside}` : ''}`.padEnd(44);
  const wanted = (most === undefined ? `≥ ${least}` : `≤ ${most}`).padEnd(9);
  if (ours === null || theirs === null || theirs === 0)
    return `${name} ${wanted} ${'-'.padStart(8)}  not measured`;
  const value = ours / theirs;
  const met = (most === undefined || value <= most) && (least === undefined || value >= least);
  const verdict = met ? 'met' : 'NOT met';
  const claim = timed && !isQuiet(scenario, goal) ? `too noisy to claim (${verdict})` : verdict;
  return `${name} ${wanted} ${rounded(value).padStart(8)}  ${claim}`;
}

installPeers();
const scenarios = Object.keys(PLAN).filter(
  (name) => asked.length === 0 || asked.some((one) => name === one || name.startsWith(`${one}-`)),
);
process.stdout.write(
  `${cpus()[0]?.model ?? ''}, ${cpus().length} cores, Node ${process.version}\n`,
);
for (const scenario of scenarios) {
  const plan = PLAN[scenario];
  if (!plan) continue;
  const times = timesAsked || (isQuick ? 1 : plan.times);
  // One after the other, again and again: what the machine does meanwhile falls on all alike.
  for (let time = 0; time < times; time++) {
    for (const target of plan.targets) await runOnce(scenario, target);
  }
}
process.stdout.write('\n');
for (const goal of GOALS) {
  if (scenarios.includes(goal.scenario)) process.stdout.write(`${judge(goal)}\n`);
}
