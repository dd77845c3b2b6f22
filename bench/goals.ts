// What the figures are held against: each goal by what it compares, in one run on one machine.
import type { TargetName } from './servers/targets.ts';

export interface Goal {
  readonly scenario: string;
  /** Name of the figure, as the scenario says it. */
  readonly figure: string;
  /** The peer whose figure ours is divided by; null where the number itself is the goal. */
  readonly beside: TargetName | null;
  readonly most?: number;
  readonly least?: number;
  /** Time hangs on who else uses the machine: then nothing is claimed. */
  readonly timed: boolean;
}

type Bound = Pick<Goal, 'most' | 'least'>;

function ratio(scenario: string, figure: string, beside: TargetName, bound: Bound): Goal {
  return { scenario, figure, beside, ...bound, timed: true };
}

function fact(scenario: string, figure: string, bound: Bound): Goal {
  return { scenario, figure, beside: null, ...bound, timed: false };
}

export const GOALS: readonly Goal[] = [
  ratio('s1-200', 'p99', 'committing-relay', { most: 1 }),
  ratio('s1-200', 'p99', 'hocuspocus-sqlite', { most: 0.95 }),
  ratio('s1-200', 'usPerDelivery', 'committing-relay', { most: 1.1 }),
  fact('s1-200', 'deliveredPct', { least: 100 }),
  ratio('s1-500', 'p99', 'hocuspocus-sqlite', { most: 0.85 }),
  ratio('s1-500', 'usPerDelivery', 'hocuspocus-sqlite', { most: 0.95 }),
  fact('s1-500', 'deliveredPct', { least: 100 }),
  ratio('s2', 'p99', 'relay', { most: 3.5 }),
  ratio('s2', 'p99', 'hocuspocus-sqlite', { most: 0.7 }),
  fact('s2', 'deliveredPct', { least: 100 }),
  fact('s2', 'kbEmpty', { most: 80 }),
  fact('s2', 'kbFull', { most: 280 }),
  fact('s2', 'heapKbLeft', { most: 10 }),
  ratio('s3', 'wholeMs', 'hocuspocus-sqlite', { most: 0.5 }),
  ratio('s3', 'perSecond', 'y-websocket-leveldb', { least: 2.5 }),
  fact('s3', 'emptyAnswers', { most: 0 }),
  fact('s3', 'diskPerV2', { most: 3 }),
  fact('s4', 'lostReceived', { most: 0 }),
  fact('s4', 'lostAcknowledged', { most: 0 }),
  fact('s4', 'basesLost', { most: 0 }),
  ratio('s5', 'allMs', 'hocuspocus-sqlite', { most: 0.6 }),
  fact('s5', 'uploads', { most: 0 }),
  fact('s6', 'rubbishClosed', { least: 20 }),
  fact('s6', 'rubbishGoodClosed', { most: 0 }),
  fact('s6', 'rubbishDeliveredPct', { least: 100 }),
  fact('s6', 'rubbishLogBytes', { most: 64 * 1024 }),
  fact('s6', 'oversizeGoodClosed', { most: 0 }),
  fact('s6', 'oversizeDeliveredPct', { least: 100 }),
  fact('s6', 'slowGrowthMB', { most: 16 }),
  fact('s6', 'slowDeliveredPct', { least: 100 }),
  fact('s6', 'framesFatal', { most: 0 }),
];
