// Verify: reads everything that is kept and says what is wrong, whether a server runs or not.
import { existsSync } from 'node:fs';
import { openDatabase } from '#db/open.ts';
import { createStore } from '#db/store.ts';
import { translator } from '#locales/catalogue.ts';
import { formatMoment } from '#locales/format.ts';
import { recoverySource } from '#locales/recovery-source.ts';
import { setAside, verify } from '../commands/verify.ts';
import { databaseFile } from '../data-folder.ts';
import type { Env } from '../env.ts';
import type { Outcome } from './acts.ts';
import { said } from './said.ts';

/** Prints `ok`, or all that is wrong. */
export async function verifyFolder(env: Env): Promise<Outcome> {
  const t = translator(env.language);
  const file = databaseFile(env.dataDir);
  if (!existsSync(file)) return said(t('terminal.cli.no-database', { folder: env.dataDir }), 1);
  const database = openDatabase(file);
  try {
    const store = createStore(database);
    const problems = await verify(store);
    const notes = (await setAside(store)).map(({ key, values, at, replacedBy }) =>
      t(key, {
        ...values,
        at: formatMoment(env.language, at.toISOString()),
        from: recoverySource(t, replacedBy),
      }),
    );
    if (problems.length === 0) return said(notes.join('\n'), 0, 'ok\n');
    const lines = problems.map(({ key, values }) => t(key, values));
    return said([...lines, ...notes].join('\n'), 1);
  } finally {
    database.close();
  }
}
