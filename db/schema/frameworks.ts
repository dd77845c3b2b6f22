// Tables of frameworks: what a framework is, apart from its texts.
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const frameworks = sqliteTable(
  'frameworks',
  {
    /** Never changes: rooms, revisions and versions hang on it, whatever the slug becomes. */
    id: text('id').primaryKey(),
    slug: text('slug').notNull().unique(),
    title: text('title').notNull(),
    /** Key of a template; a stored framework may name one that is gone. */
    template: text('template').notNull(),
    language: text('language', { enum: ['fr', 'en'] }).notNull(),
    licence: text('licence').notNull(),
    notice: text('notice').notNull(),
    visibility: text('visibility', { enum: ['public', 'private'] }).notNull(),
    /** Null while it lives. */
    archivedAt: integer('archived_at', { mode: 'timestamp_ms' }),
    /** True for what came as sample content. */
    sample: integer('sample', { mode: 'boolean' }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [
    check('frameworks_language', sql`${table.language} in ('fr', 'en')`),
    check('frameworks_visibility', sql`${table.visibility} in ('public', 'private')`),
    index('frameworks_created').on(table.createdAt, table.id),
  ],
);

/** Slugs a framework had before: addresses already cited, and references made with them, go on working. */
export const formerSlugs = sqliteTable(
  'former_slugs',
  {
    slug: text('slug').primaryKey(),
    frameworkId: text('framework_id')
      .notNull()
      .references(() => frameworks.id, { onDelete: 'cascade' }),
    until: integer('until', { mode: 'timestamp_ms' }).notNull(),
  },
  (table) => [index('former_slugs_framework').on(table.frameworkId)],
);

/** Figures of a working text, kept so that the list of frameworks reads no text; made again when `mark` is old. */
export const workingFigures = sqliteTable('working_figures', {
  frameworkId: text('framework_id')
    .primaryKey()
    .references(() => frameworks.id, { onDelete: 'cascade' }),
  /** Where the logs of its rooms stood, and what else the figures hang on. */
  mark: text('mark').notNull(),
  counts: text('counts', { mode: 'json' }).$type<Record<string, number>>().notNull(),
});
