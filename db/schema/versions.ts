// Tables of what is frozen: revisions, the versions published from them, and what happened to versions later.
// Never changed once written: the triggers of db/frozen.ts see to it. Integer keys, so that a row has no second
// identity (a hidden rowid) by which INSERT OR REPLACE could push it out.
import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core';
import { frameworks } from './frameworks.ts';

export const REVISION_REASONS = [
  'manual',
  'published',
  'before-replace',
  'before-restore',
  'after-recovery',
  'quiet',
  'import',
] as const;

export const revisions = sqliteTable(
  'revisions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    frameworkId: text('framework_id')
      .notNull()
      .references(() => frameworks.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    reason: text('reason', { enum: REVISION_REASONS }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    /** Name of who made it, as it was then; '' for the server itself. */
    createdBy: text('created_by').notNull(),
    /** The interchange document in canonical form (RFC 8785, no empty members). */
    document: text('document').notNull(),
    /** SHA-256 of `document` in hexadecimal. */
    hash: text('hash').notNull(),
  },
  (table) => [unique('revisions_number').on(table.frameworkId, table.number)],
);

/** A name given to a revision that was kept without one: once, and it stays. */
export const revisionNames = sqliteTable('revision_names', {
  revisionId: integer('revision_id')
    .primaryKey()
    .references(() => revisions.id, { onDelete: 'cascade' }),
  name: text('name').notNull(),
  givenAt: integer('given_at', { mode: 'timestamp_ms' }).notNull(),
  /** Name of who gave it, as it was then. */
  givenBy: text('given_by').notNull(),
});

export const versions = sqliteTable(
  'versions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    frameworkId: text('framework_id')
      .notNull()
      .references(() => frameworks.id, { onDelete: 'restrict' }),
    /** 1 for a framework's first version, and so on: the order of the chain of hashes. */
    position: integer('position').notNull(),
    label: text('label').notNull(),
    /** As first published. */
    status: text('status', { enum: ['consultation', 'adopted'] }).notNull(),
    public: integer('public', { mode: 'boolean' }).notNull(),
    publishedAt: integer('published_at', { mode: 'timestamp_ms' }).notNull(),
    /** Name of who published, as it was then. */
    publishedBy: text('published_by').notNull(),
    note: text('note', { mode: 'json' }).$type<string | { fr: string; en: string }>().notNull(),
    revisionId: integer('revision_id')
      .notNull()
      .references(() => revisions.id, { onDelete: 'restrict' }),
    /** Hash of the version before it in this framework, or ''. */
    previous: text('previous').notNull(),
    /** Of all the above, as docs/decisions/0004-frozen-by-triggers.md says. */
    hash: text('hash').notNull(),
  },
  (table) => [
    unique('versions_label').on(table.frameworkId, table.label),
    unique('versions_position').on(table.frameworkId, table.position),
    check('versions_status', sql`${table.status} in ('consultation', 'adopted')`),
  ],
);

/** What happened to a version after it was published: a row is added, the version stays as it is. */
export const versionEvents = sqliteTable(
  'version_events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    versionId: integer('version_id')
      .notNull()
      .references(() => versions.id, { onDelete: 'restrict' }),
    kind: text('kind', { enum: ['withdrawn'] }).notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    /** Name of who did it, as it was then. */
    by: text('made_by').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [
    unique('version_events_once').on(table.versionId, table.kind),
    check('version_events_kind', sql`${table.kind} in ('withdrawn')`),
  ],
);

/** How far a framework's texts had come when an automatic revision was last thought of: nothing to do until they go on. */
export const quietMarks = sqliteTable('quiet_marks', {
  frameworkId: text('framework_id')
    .primaryKey()
    .references(() => frameworks.id, { onDelete: 'cascade' }),
  position: integer('position').notNull(),
});
