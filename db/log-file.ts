// The files of the database on the disk: the log of writes made long before it is needed, what is free given back.
import { statSync } from 'node:fs';
import type { Driver } from './driver.ts';
import type { Database } from './open.ts';
import { storeTrouble } from './trouble.ts';

/** After so many pages the log of writes goes into the file, which holds up everybody for a moment, and starts again. */
const CHECKPOINT_PAGES = 2_000;
/** How long it becomes by that: a page of 4 KiB with its head, and what the last commit needs beyond. */
const LOG_BYTES = (CHECKPOINT_PAGES + 50) * 4_120;
/** Less than so many free pages are not worth a write: what is written next takes them. */
const MOST_FREE_PAGES = 32;

/**
 * Makes the log of writes as long as it will be. A commit that makes its file longer waits for the disk about twice
 * as long as one that writes over what is there. Where the disk is full or another process writes, it stays as it is.
 */
export function lengthenLog({ driver }: Pick<Database, 'driver'>): void {
  driver.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  if (driver.memory || logBytes(driver) >= LOG_BYTES) return;
  // Nothing is lost that these writes could lose: each writes what the header says already, and all that counts is
  // synchronised before the log is used again.
  driver.pragma('synchronous = OFF');
  driver.pragma('wal_autocheckpoint = 0');
  try {
    const version = Number(driver.pragma('user_version', { simple: true }));
    for (let bytes = logBytes(driver); bytes < LOG_BYTES; ) {
      driver.pragma(`user_version = ${version}`);
      const now = logBytes(driver);
      if (now <= bytes) break;
      bytes = now;
    }
  } catch (error) {
    if (!storeTrouble(error)) throw error;
  } finally {
    driver.pragma('synchronous = FULL');
    driver.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    driver.pragma('wal_checkpoint(RESTART)');
  }
}

/**
 * Cuts free pages off the file (only a file that was made with `auto_vacuum` can), and the log of writes where it
 * has become long. Where another process reads or writes just then, the next time will do.
 */
export async function giveBack({ driver, write }: Database): Promise<void> {
  const free = Number(driver.pragma('freelist_count', { simple: true }));
  if (free > MOST_FREE_PAGES) await write(() => void driver.pragma('incremental_vacuum'));
  const isLong = logBytes(driver) > 1.5 * LOG_BYTES;
  driver.pragma(`wal_checkpoint(${isLong ? 'TRUNCATE' : 'PASSIVE'})`);
  if (isLong) lengthenLog({ driver });
}

function logBytes(driver: Driver): number {
  return statSync(`${driver.name}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
