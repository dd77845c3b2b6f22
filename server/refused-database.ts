// Why the database must not be used, in words: for the start of the server and for the command line.
import type { DatabaseRefused } from '#db/refused.ts';
import type { Translate } from '#locales/catalogue.ts';

/** One line for people. */
export function refusedDatabaseLine(t: Translate, { refusal }: DatabaseRefused): string {
  return t(`store.refused.${refusal.code}`, { ...refusal });
}
