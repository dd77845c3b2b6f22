// Tables of the live texts: rooms, the log of their updates, the states that replaced older updates.
import { blob, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { frameworks } from './frameworks.ts';

export const rooms = sqliteTable(
  'rooms',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    frameworkId: text('framework_id')
      .notNull()
      .references(() => frameworks.id, { onDelete: 'cascade' }),
    /** The room's key in the framework's template. */
    key: text('key').notNull(),
  },
  (table) => [unique('rooms_name').on(table.frameworkId, table.key)],
);

/** Positions never come back (autoincrement), so that `upTo` says the same for ever. */
export const roomUpdates = sqliteTable(
  'room_updates',
  {
    position: integer('position').primaryKey({ autoIncrement: true }),
    roomId: integer('room_id')
      .notNull()
      .references(() => rooms.id, { onDelete: 'cascade' }),
    /** Yjs update, format V1. */
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
    /** CRC-32 of `bytes`: damaged bytes are told from a text that is merely odd. */
    crc: integer('crc').notNull(),
    /** Account or token, '' for the server itself. */
    actorId: text('actor_id').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('room_updates_room').on(table.roomId, table.position)],
);

export const roomStates = sqliteTable('room_states', {
  roomId: integer('room_id')
    .primaryKey()
    .references(() => rooms.id, { onDelete: 'cascade' }),
  /** Yjs state, format V2. */
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  crc: integer('crc').notNull(),
  /** The last position in the log that the state holds. */
  upTo: integer('up_to').notNull(),
  /** When the last update it holds was made. */
  changedAt: integer('changed_at', { mode: 'timestamp_ms' }).notNull(),
});
