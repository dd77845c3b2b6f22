// Tables of what people say about a text: threads at an item or at words in it, their comments, what became of them.
import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core';
import { THREAD_EVENTS } from '#core/deliberation/threads.ts';
import type { Anchor } from '#core/document/anchor.ts';
import { frameworks } from './frameworks.ts';
import { accounts } from './people.ts';

const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });
const AUTHOR_KINDS = ['account', 'token'] as const;

export const commentThreads = sqliteTable(
  'comment_threads',
  {
    id: text('id').primaryKey(),
    frameworkId: text('framework_id')
      .notNull()
      .references(() => frameworks.id, { onDelete: 'cascade' }),
    /** Key of the room, and id of the item or name of the preamble in it where the thread was started. */
    room: text('room').notNull(),
    item: text('item').notNull(),
    /** What the item was called then: it may be gone by now. */
    itemTitle: text('item_title').notNull(),
    /** The words it is about, as they were; '' for the item as a whole. */
    quote: text('quote').notNull(),
    /** Where they are; null for the item as a whole. */
    anchor: text('anchor', { mode: 'json' }).$type<Anchor>(),
    startedAt: instant('started_at').notNull(),
  },
  (table) => [index('comment_threads_room').on(table.frameworkId, table.room)],
);

export const comments = sqliteTable(
  'comments',
  {
    /** May be chosen by the writer's page: what is sent twice is kept once. */
    id: text('id').primaryKey(),
    threadId: text('thread_id')
      .notNull()
      .references(() => commentThreads.id, { onDelete: 'cascade' }),
    /** 1 for the one that started the thread, and so on. */
    position: integer('position').notNull(),
    /** Whose it is: shown by the name that the account or token has now. */
    authorKind: text('author_kind', { enum: AUTHOR_KINDS }).notNull(),
    authorId: text('author_id').notNull(),
    /** With people named as core/deliberation/mentions.ts says; '' once it was removed. */
    body: text('body').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Null while it is as it was written. */
    editedAt: instant('edited_at'),
    /** Its author took it back: that it stood there stays to be seen. Null while it stands. */
    removedAt: instant('removed_at'),
  },
  (table) => [
    unique('comments_position').on(table.threadId, table.position),
    check('comments_author', sql`${table.authorKind} in ('account', 'token')`),
  ],
);

/** What became of a thread: a row is added each time it is resolved or opened again. */
export const commentThreadEvents = sqliteTable(
  'comment_thread_events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    threadId: text('thread_id')
      .notNull()
      .references(() => commentThreads.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: THREAD_EVENTS }).notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind', { enum: AUTHOR_KINDS }).notNull(),
    actorId: text('actor_id').notNull(),
  },
  (table) => [
    index('comment_thread_events_thread').on(table.threadId),
    check('comment_thread_events_kind', sql`${table.kind} in ('resolved', 'reopened')`),
    check('comment_thread_events_actor', sql`${table.actorKind} in ('account', 'token')`),
  ],
);

/** Comments that somebody has still to be written to about. A row goes once the letter left. */
export const commentNotices = sqliteTable(
  'comment_notices',
  {
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id, { onDelete: 'cascade' }),
    commentId: text('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    /** Named in it, or it answers a thread of theirs. */
    why: text('why', { enum: ['mention', 'reply'] }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.commentId] }),
    index('comment_notices_comment').on(table.commentId),
    check('comment_notices_why', sql`${table.why} in ('mention', 'reply')`),
  ],
);
