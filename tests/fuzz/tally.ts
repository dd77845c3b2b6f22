// Counts what became of the letters, mix by mix, and says which evenings went wrong.
import type { EveningResult } from './evening.ts';
import type { Played } from './player.ts';

const COLUMNS = [
  'evenings',
  'typed',
  'lost',
  'back',
  'doubled',
  'rescued',
  'stale',
  'broken',
  'failedActs',
] as const;
type Column = (typeof COLUMNS)[number];

const HEADS: Record<Column, string> = {
  evenings: 'seeds',
  typed: 'typed',
  lost: 'lost',
  back: 'came back',
  doubled: 'doubled',
  rescued: 'put back',
  stale: 'stale',
  broken: 'remounted',
  failedActs: 'acts failed',
};

/** Why an evening is wrong; empty where it is right. */
export function faultsOf({ result, uncaught }: Pick<Played, 'result' | 'uncaught'>): string[] {
  const { lost, equal, misplaced, saved, complaints } = result;
  return [
    ...(lost.length > 0 ? [`lost ${lost.join('')}`] : []),
    ...(equal ? [] : ['documents differ']),
    ...(misplaced.length > 0 ? [`items misplaced: ${misplaced.join(' ')}`] : []),
    ...(saved ? [] : ['not all saved']),
    ...complaints,
    ...uncaught.map((error) => `not caught: ${error}`),
  ];
}

function figures(result: EveningResult): Record<Column, number> {
  return {
    evenings: 1,
    typed: result.typed,
    lost: result.lost.length,
    back: result.back,
    doubled: result.doubled,
    rescued: result.rescued,
    stale: result.stale,
    broken: result.broken.length,
    failedActs: result.failedActs.length,
  };
}

export class Tally {
  games = 0;
  readonly wrong: string[] = [];
  readonly #rows = new Map<string, Record<Column, number>>();

  add(played: Played): void {
    this.games++;
    const { mix, seed, trouble, result } = played;
    const name = trouble ? `${mix} *` : mix;
    const row = this.#rows.get(name);
    const more = figures(result);
    if (row) for (const column of COLUMNS) row[column] += more[column];
    else this.#rows.set(name, more);
    const faults = faultsOf(played);
    if (faults.length > 0) this.wrong.push(`${name}, seed ${seed}: ${faults.join('; ')}`);
  }

  /** The rows of the mixes in the order in which they were first played; a star marks evenings in trouble. */
  table(): string {
    const lines = [...this.#rows].map(([name, row]) => [
      name,
      ...COLUMNS.map((column) => String(row[column])),
    ]);
    const all = [['mix (* in trouble)', ...COLUMNS.map((column) => HEADS[column])], ...lines];
    const widths = all[0]?.map((_, at) => Math.max(...all.map((cells) => cells[at]?.length ?? 0)));
    return all
      .map((cells) =>
        cells
          .map((cell, at) =>
            at === 0 ? cell.padEnd(widths?.[at] ?? 0) : cell.padStart(widths?.[at] ?? 0),
          )
          .join('  '),
      )
      .join('\n');
  }
}
