// Answers kept for who sends the same write again: by actor, route and the key they chose.
import { customType, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });
const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({ dataType: () => 'blob' });

export const idempotency = sqliteTable(
  'idempotency',
  {
    /** Kind and id of who asked: `account:…`, `token:…`. */
    actor: text('actor').notNull(),
    /** Method and path, as sent. */
    route: text('route').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of the body, in hexadecimal: the same key with another body is a mistake. */
    fingerprint: text('fingerprint').notNull(),
    startedAt: instant('started_at').notNull(),
    /** Null while the first is at work, or when the server died under it. */
    status: integer('status'),
    /** Content type of the answer, '' where it has no body. */
    contentType: text('content_type').notNull().default(''),
    /** The answer's `Location`, '' where it has none. */
    location: text('location').notNull().default(''),
    body: bytes('body'),
  },
  (table) => [primaryKey({ columns: [table.actor, table.route, table.key] })],
);
