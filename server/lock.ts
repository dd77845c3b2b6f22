// Taking a data folder for oneself: made where it misses, waited for while another holds it.
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FolderLock, tryLock } from '#db/lock.ts';

const BETWEEN_TRIES_MS = 100;

/**
 * Makes `folder` (for its owner only) and takes its lock, trying for `waitMs`. Null where another
 * process kept it; throws where the folder cannot be used. `signal` ends the wait.
 */
export async function lockFolder(
  folder: string,
  waitMs: number,
  signal?: AbortSignal,
): Promise<FolderLock | null> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'lock.db');
  const until = performance.now() + waitMs;
  for (;;) {
    const lock = tryLock(file);
    if (lock !== null) {
      chmodSync(file, 0o600);
      return lock;
    }
    if (performance.now() >= until || signal?.aborted) return null;
    await pause(BETWEEN_TRIES_MS);
  }
}
