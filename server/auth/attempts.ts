// How often something may be tried for one account. Counted by account and never by network address: a whole
// meeting room shares one. Unknown addresses are counted alike, so that an answer never says which exist.

export interface AttemptRule {
  /** Tries allowed within the window that opens with the first of them. */
  readonly most: number;
  readonly windowMs: number;
}

export interface Attempts {
  /** Counts one try. 0 when it may go on, else how many minutes to wait (rounded up). */
  count(key: string): number;
  /** Forgets the tries, after one that was right. */
  clear(key: string): void;
}

/** Enough for any network; beyond, the oldest are forgotten, so that made-up addresses cannot fill the memory. */
const MOST_KEYS = 10_000;

/** Kept in memory: a restart forgets, and nobody outside can restart the server. */
export function attempts(rule: AttemptRule, clock: () => Date): Attempts {
  const windows = new Map<string, { opened: number; tries: number }>();
  return {
    count(key) {
      const now = clock().getTime();
      const known = windows.get(key);
      const window =
        known && now < known.opened + rule.windowMs ? known : { opened: now, tries: 0 };
      if (window.tries >= rule.most)
        return Math.max(1, Math.ceil((window.opened + rule.windowMs - now) / 60_000));
      window.tries += 1;
      // Set anew so that the order of the map stays the order of use.
      windows.delete(key);
      windows.set(key, window);
      if (windows.size > MOST_KEYS) {
        const [oldest] = windows.keys();
        if (oldest !== undefined) windows.delete(oldest);
      }
      return 0;
    },
    clear(key) {
      windows.delete(key);
    },
  };
}
