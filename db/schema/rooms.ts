// Tables of the live texts: rooms, the log of their updates, the states that replaced older updates.
import { sql } from 'drizzle-orm';
import {
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
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
    /** What its last state reached: without a state, or with an older one, part of the text is missing. Null: none yet. */
    compactedUpTo: integer('compacted_up_to'),
    /** Damaged, and put aside with every byte as it was found, since another row took its place. Null: the live one. */
    setAsideAt: integer('set_aside_at', { mode: 'timestamp_ms' }),
    /** Name of who did, as it was then. */
    setAsideBy: text('set_aside_by'),
    /** What took its place: `readable`, `rN` or a version's label. */
    replacedBy: text('replaced_by'),
    /** Whether what took its place goes on with its history; else whoever still holds it holds another text. */
    historyKept: integer('history_kept', { mode: 'boolean' }),
  },
  (table) => [
    uniqueIndex('rooms_live').on(table.frameworkId, table.key).where(sql`set_aside_at is null`),
    index('rooms_framework').on(table.frameworkId, table.key),
  ],
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

/** Whose each Yjs client id of a room is: written with the update that first brings it, and never compacted. */
export const roomWriters = sqliteTable(
  'room_writers',
  {
    roomId: integer('room_id')
      .notNull()
      .references(() => rooms.id, { onDelete: 'cascade' }),
    client: integer('client').notNull(),
    /** Account, token or guest; it may be gone by now. */
    actorId: text('actor_id').notNull(),
    /** The member organisation it wrote for at the time; no reference, since it may be gone by now. */
    organisationId: text('organisation_id'),
    /** It came among others' words: not known to be this actor's own. */
    brought: integer('brought', { mode: 'boolean' }).notNull(),
    /** A backup was restored since: others' browsers may hold words of it that are not here any more. */
    restored: integer('restored', { mode: 'boolean' }).notNull().default(false),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.roomId, table.client] })],
);

/** Characters that somebody wrote anew (a paragraph joined, split, listed) and that stay whose they were. */
export const roomCarried = sqliteTable(
  'room_carried',
  {
    roomId: integer('room_id')
      .notNull()
      .references(() => rooms.id, { onDelete: 'cascade' }),
    client: integer('client').notNull(),
    clock: integer('clock').notNull(),
    length: integer('length').notNull(),
    /** The client id under which they were first written. */
    author: integer('author').notNull(),
  },
  (table) => [primaryKey({ columns: [table.roomId, table.client, table.clock] })],
);
