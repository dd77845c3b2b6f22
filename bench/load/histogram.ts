// Durations counted in steps of a twentieth of a millisecond, so that millions of them cost nothing to keep.

const PER_MS = 20;
const LONGEST_MS = 20_000;

export class Durations {
  count = 0;
  /** The longest, in milliseconds. */
  max = 0;
  readonly #steps = new Uint32Array(LONGEST_MS * PER_MS + 1);

  /** Takes one duration in milliseconds. */
  add(ms: number): void {
    const step = Math.min(Math.max(Math.floor(ms * PER_MS), 0), LONGEST_MS * PER_MS);
    this.#steps[step] = (this.#steps[step] ?? 0) + 1;
    this.count++;
    if (ms > this.max) this.max = ms;
  }

  /** The duration in milliseconds that `share` (0 to 1) of them do not exceed; null where there is none. */
  quantile(share: number): number | null {
    if (this.count === 0) return null;
    let left = Math.ceil(share * this.count);
    for (let step = 0; step < this.#steps.length; step++) {
      left -= this.#steps[step] ?? 0;
      if (left <= 0) return (step + 1) / PER_MS;
    }
    return LONGEST_MS;
  }
}

/** The middle one of some numbers (the upper of two); null where there is none. */
export function median(numbers: readonly (number | null | undefined)[]): number | null {
  const sorted = numbers
    .filter((one): one is number => typeof one === 'number' && Number.isFinite(one))
    .sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
