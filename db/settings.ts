// Single facts of this server that are no thing of their own.
import { eq } from 'drizzle-orm';
import type { Database } from './open.ts';
import { settings } from './schema/network.ts';

/** `sample`: what became of the sample content, `loaded` or `declined`; absent before the first run decided. */
export type SettingKey = 'sample';

export interface Settings {
  get(key: SettingKey): Promise<string | undefined>;
  set(key: SettingKey, value: string): Promise<void>;
}

export function createSettings(database: Database): Settings {
  const { orm, write } = database;
  return {
    async get(key) {
      return orm.select().from(settings).where(eq(settings.key, key)).get()?.value;
    },
    set: (key, value) =>
      write((tx) => {
        tx.insert(settings)
          .values({ key, value })
          .onConflictDoUpdate({ target: settings.key, set: { value } })
          .run();
      }),
  };
}
