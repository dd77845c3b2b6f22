// Gives the disk back what the database file and its log of writes no longer need.
import type { Database } from './open.ts';

/** Less than so many free pages are not worth a write: what is written next takes them. */
const MOST_FREE_PAGES = 32;

/**
 * Cuts free pages off the file (only a file that was made with `auto_vacuum` can) and the log of writes back to
 * nothing. Where another process reads or writes just then, the next time will do.
 */
export async function giveBack({ driver, write }: Database): Promise<void> {
  const free = Number(driver.pragma('freelist_count', { simple: true }));
  if (free > MOST_FREE_PAGES) await write(() => void driver.pragma('incremental_vacuum'));
  driver.pragma('wal_checkpoint(TRUNCATE)');
}
