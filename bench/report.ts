// What the runs come to: medians by server, each goal held against them, as Markdown tables and as JSON.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GOALS, type Goal } from './goals.ts';
import { median } from './load/histogram.ts';
import type { Figures } from './scenarios/figures.ts';
import { TARGETS, type TargetName } from './servers/targets.ts';
import type { Size } from './sizes.ts';

/** Beyond these the machine, not the server, was measured. */
const MOST_LAG_MS = 25;
const MOST_NOISE_PCT = 30;

const RESULTS = fileURLToPath(new URL('../.cache/bench/', import.meta.url));

export interface Run {
  readonly scenario: string;
  readonly target: TargetName;
  /** Null where it went wrong. */
  readonly figures: Figures | null;
  readonly error?: string;
}

export type Verdict = 'ok' | 'not met' | 'not measured' | 'ok, but noisy' | 'not met, but noisy';

export interface Judged {
  readonly goal: Goal;
  readonly ours: number | null;
  readonly theirs: number | null;
  /** Ours by theirs; ours itself where nothing stands beside it. */
  readonly value: number | null;
  readonly verdict: Verdict;
}

export function machine(): string {
  return `${cpus()[0]?.model ?? ''}, ${cpus().length} cores, Node ${process.version}`;
}

/** Numbers as they are shown: three digits or so. */
export function rounded(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toFixed(2)));
}

export function judge(goal: Goal, runs: readonly Run[]): Judged {
  const { scenario, figure, beside, most, least, timed } = goal;
  const ours = figureOf(runs, scenario, 'ours', figure);
  const theirs = beside === null ? null : figureOf(runs, scenario, beside, figure);
  if (ours === null || (beside !== null && !theirs))
    return { goal, ours, theirs, value: null, verdict: 'not measured' };
  const value = ours / (theirs ?? 1);
  const met = (most === undefined || value <= most) && (least === undefined || value >= least);
  const verdict = met ? 'ok' : 'not met';
  const noisy = timed && !isQuiet(goal, runs);
  return { goal, ours, theirs, value, verdict: noisy ? `${verdict}, but noisy` : verdict };
}

/** The goals of these scenarios, as a table. */
export function goalsTable(scenarios: readonly string[], runs: readonly Run[]): string {
  const rows = GOALS.filter(({ scenario }) => scenarios.includes(scenario))
    .map((goal) => judge(goal, runs))
    .map(({ goal, ours, theirs, value, verdict }) => [
      goal.scenario,
      goal.figure,
      goal.beside ?? '',
      goal.most === undefined ? `≥ ${goal.least}` : `≤ ${goal.most}`,
      ours === null ? '-' : rounded(ours),
      theirs === null ? '' : rounded(theirs),
      value === null ? '-' : rounded(value),
      verdict,
    ]);
  return table(['scenario', 'figure', 'beside', 'goal', 'ours', 'theirs', 'value', ''], rows);
}

/** The medians of all that was measured, by scenario, as tables. */
export function figuresTables(scenarios: readonly string[], runs: readonly Run[]): string {
  return scenarios
    .map((scenario) => {
      const own = runs.filter((run) => run.scenario === scenario);
      const targets = TARGETS.filter((name) => own.some((run) => run.target === name));
      const names = new Set(own.flatMap(({ figures }) => Object.keys(figures ?? {})));
      const rows = [...names].map((name) => [
        name,
        ...targets.map((target) => shown(own, scenario, target, name)),
      ]);
      return table([scenario, ...targets], rows);
    })
    .join('\n\n');
}

/** A file for the results of this bench. */
export function resultsFile(size: Size): string {
  mkdirSync(RESULTS, { recursive: true });
  return join(RESULTS, `${new Date().toISOString().replace(/[:.]/g, '-')}-${size}.json`);
}

/** Writes all runs so far and their verdicts: what breaks off later leaves them. */
export function writeResults(
  file: string,
  scenarios: readonly string[],
  runs: readonly Run[],
): void {
  const goals = GOALS.filter(({ scenario }) => scenarios.includes(scenario));
  const judged = goals.map((goal) => judge(goal, runs));
  writeFileSync(file, JSON.stringify({ machine: machine(), goals: judged, runs }, null, 1));
}

/** The median of a figure over the runs of a server. */
function figureOf(
  runs: readonly Run[],
  scenario: string,
  target: TargetName,
  figure: string,
): number | null {
  const own = runs.filter((run) => run.scenario === scenario && run.target === target);
  return median(own.map(({ figures }) => numberOf(figures?.[figure])));
}

function numberOf(value: number | string | null | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function shown(runs: readonly Run[], scenario: string, target: TargetName, figure: string): string {
  const value = figureOf(runs, scenario, target, figure);
  if (value !== null) return rounded(value);
  const text = runs.find((run) => run.target === target)?.figures?.[figure];
  return typeof text === 'string' ? text : '-';
}

/** Whether the runs of a scenario were quiet enough to claim a time. */
function isQuiet({ scenario, beside }: Goal, runs: readonly Run[]): boolean {
  return [beside, 'ours' as const].every((target) => {
    if (target === null) return true;
    const lag = figureOf(runs, scenario, target, 'lagP99') ?? 0;
    const noise = figureOf(runs, scenario, target, 'noisePct') ?? 0;
    // With five hundred receivers the load itself is late: there the ratio says more than the time.
    return (lag <= MOST_LAG_MS || scenario === 's1-500') && noise <= MOST_NOISE_PCT;
  });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) =>
    Math.max(cell.length, ...rows.map((row) => row[i]?.length ?? 0), 3),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [
    line(head),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...rows.map(line),
  ].join('\n');
}
