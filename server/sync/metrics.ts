// What the rooms count, and the same as Prometheus text.
import type { Refused } from './refusals.ts';

const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** How many durations were at most so long; durations are in milliseconds, buckets in seconds. */
export class Histogram {
  readonly buckets: number[] = SECONDS.map(() => 0);
  count = 0;
  sum = 0;

  add(ms: number): void {
    const seconds = ms / 1000;
    this.count++;
    this.sum += seconds;
    const at = SECONDS.findIndex((limit) => seconds <= limit);
    if (at >= 0) this.buckets[at] = (this.buckets[at] ?? 0) + 1;
  }

  lines(name: string): string[] {
    let below = 0;
    const lines = SECONDS.map((limit, i) => {
      below += this.buckets[i] ?? 0;
      return `${name}_bucket{le="${limit}"} ${below}`;
    });
    return [
      `# TYPE ${name} histogram`,
      ...lines,
      `${name}_bucket{le="+Inf"} ${this.count}`,
      `${name}_sum ${this.sum}`,
      `${name}_count ${this.count}`,
    ];
  }
}

export class RoomMetrics {
  updates = 0;
  refused = 0;
  rescuedCharacters = 0;
  storeErrors = 0;
  loadErrors = 0;
  compactions = 0;
  /** Connections closed by the server, by close code. */
  readonly closes = new Map<number, number>();
  /** All that was refused, by why. */
  readonly refusals = new Map<Refused, number>();
  /** From handing updates to the store until they are on disk. */
  readonly append = new Histogram();
  /** From the arrival of an update until it was handed to every socket of its room. */
  readonly broadcast = new Histogram();

  closed(code: number): void {
    this.closes.set(code, (this.closes.get(code) ?? 0) + 1);
  }

  refuse(why: Refused): void {
    this.refusals.set(why, (this.refusals.get(why) ?? 0) + 1);
  }
}

/** What rooms and connections there are now, beside what was counted. */
export interface RoomsNow {
  readonly rooms: number;
  readonly connections: number;
  /** Updates that are not on disk yet. */
  readonly unsaved: number;
  /** Texts that were found damaged and are refused. */
  readonly damaged: number;
}

/** Prometheus text, format 0.0.4. */
export function metricsText(now: RoomsNow, counted: RoomMetrics): string {
  const one = (name: string, type: 'counter' | 'gauge', value: number) => [
    `# TYPE ${name} ${type}`,
    `${name} ${value}`,
  ];
  return [
    ...one('triptyque_rooms', 'gauge', now.rooms),
    ...one('triptyque_connections', 'gauge', now.connections),
    ...one('triptyque_updates_unsaved', 'gauge', now.unsaved),
    ...one('triptyque_rooms_damaged', 'gauge', now.damaged),
    ...one('triptyque_updates_total', 'counter', counted.updates),
    ...one('triptyque_updates_refused_total', 'counter', counted.refused),
    ...one('triptyque_rescued_characters_total', 'counter', counted.rescuedCharacters),
    ...one('triptyque_store_errors_total', 'counter', counted.storeErrors),
    ...one('triptyque_room_load_errors_total', 'counter', counted.loadErrors),
    ...one('triptyque_compactions_total', 'counter', counted.compactions),
    '# TYPE triptyque_closes_total counter',
    ...[...counted.closes].map(([code, n]) => `triptyque_closes_total{code="${code}"} ${n}`),
    '# TYPE triptyque_refusals_total counter',
    ...[...counted.refusals].map(([why, n]) => `triptyque_refusals_total{reason="${why}"} ${n}`),
    ...counted.append.lines('triptyque_append_seconds'),
    ...counted.broadcast.lines('triptyque_broadcast_seconds'),
    '',
  ].join('\n');
}
