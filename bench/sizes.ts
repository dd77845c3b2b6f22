// How long a scenario is run, and how often: whole, medium (all in less than twenty minutes) or short (a first look).
import type { TargetName } from './servers/targets.ts';

export const SIZES = ['whole', 'medium', 'short'] as const;
export type Size = (typeof SIZES)[number];

export interface Plan {
  /** Ours last. */
  readonly targets: readonly TargetName[];
  /** Runs of each target; figures are medians of them. */
  readonly times: Readonly<Record<Size, number>>;
  /** Servers that no goal is held against: once is enough, except in a whole run. */
  readonly once?: readonly TargetName[];
}

const REPEATED = { whole: 5, medium: 3, short: 1 } as const;
const ONCE = { whole: 1, medium: 1, short: 1 } as const;

export const PLAN: Readonly<Record<string, Plan>> = {
  's1-200': {
    targets: ['relay', 'y-websocket', 'hocuspocus-sqlite', 'committing-relay', 'ours'],
    times: REPEATED,
    once: ['relay', 'y-websocket'],
  },
  's1-500': { targets: ['hocuspocus-sqlite', 'committing-relay', 'ours'], times: REPEATED },
  s2: {
    targets: ['relay', 'hocuspocus-sqlite', 'committing-relay', 'ours'],
    times: { whole: 5, medium: 2, short: 1 },
    once: ['committing-relay'],
  },
  s3: {
    targets: ['y-websocket-leveldb', 'hocuspocus-sqlite', 'committing-relay', 'ours'],
    times: ONCE,
  },
  s4: { targets: ['hocuspocus-sqlite', 'ours'], times: ONCE },
  s5: {
    targets: ['hocuspocus-sqlite', 'committing-relay', 'ours'],
    times: REPEATED,
    once: ['committing-relay'],
  },
  s6: { targets: ['ours'], times: ONCE },
};

/** The runs of a scenario in their order: all in turn, again and again, so that what the machine does meanwhile falls on all alike. */
export function runsOf(
  { targets, times, once = [] }: Plan,
  size: Size,
  asked?: number,
): TargetName[] {
  const rounds = asked ?? times[size];
  return Array.from({ length: rounds }, (_, round) =>
    targets.filter((name) => round === 0 || size === 'whole' || !once.includes(name)),
  ).flat();
}
