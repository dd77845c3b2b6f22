// Long lists come in pages: how many at once, and where the next one starts.
import { type Refusal, refuse } from '#core/refusal.ts';
import type { Page, PageRequest } from '../context.ts';

const USUAL = 100;
const MOST = 500;

/** How many a page holds: what was asked for, within reason. */
export function pageLimit({ limit }: PageRequest): number {
  if (limit === undefined || !Number.isFinite(limit)) return USUAL;
  return Math.min(Math.max(Math.trunc(limit), 1), MOST);
}

/** A page out of one more than its limit, so that the last page knows it is the last. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  show: (row: R) => T,
  cursorOf: (row: R) => string,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(show),
    cursor: rows.length > limit && last !== undefined ? cursorOf(last) : null,
  };
}

/** Reads a cursor that is a plain number; a refusal where it was not given out by us. */
export function numberCursor(cursor: string | undefined): number | undefined | Refusal {
  if (cursor === undefined) return undefined;
  return /^\d{1,15}$/.test(cursor) ? Number(cursor) : badCursor();
}

export function badCursor(): Refusal {
  return refuse('invalid-input', {
    errors: [{ path: 'cursor', problem: 'refusal.problem.cursor' }],
  });
}
