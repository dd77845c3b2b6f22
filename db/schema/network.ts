// Tables of the network itself: one server is one network.
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Member organisations. */
export const organisations = sqliteTable('organisations', {
  id: text('id').primaryKey(),
  name: text('name').notNull().unique(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
});

/** Single facts of this server, such as what became of the sample content. */
export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
});
