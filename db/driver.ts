// The driver's types, named once: only db/ knows which driver it is.
import type Sqlite from 'better-sqlite3';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

export type Driver = Sqlite.Database;
export type Orm = BetterSQLite3Database;
