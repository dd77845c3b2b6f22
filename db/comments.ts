// Queries on threads of comments: what is said about a framework's text, by whom (by their name of now), what became of it.
import { and, asc, eq, max } from 'drizzle-orm';
import { changesState, type ThreadEventKind, threadState } from '#core/deliberation/threads.ts';
import type { Anchor } from '#core/document/anchor.ts';
import type { Orm } from './driver.ts';
import type { Database } from './open.ts';
import {
  commentNotices,
  comments,
  commentThreadEvents,
  commentThreads,
} from './schema/comments.ts';
import { accounts, tokens } from './schema/people.ts';

/** Somebody who wrote or did something; `name` is the present one, '' where nobody of that id is left. */
export interface CommentActor {
  readonly kind: 'account' | 'token';
  readonly id: string;
  readonly name: string;
}

export type StoredComment = Omit<
  typeof comments.$inferSelect,
  'authorKind' | 'authorId' | 'position'
> & { readonly author: CommentActor };

export interface StoredThreadEvent {
  readonly kind: ThreadEventKind;
  readonly at: Date;
  readonly by: CommentActor;
}

export type StoredThread = typeof commentThreads.$inferSelect & {
  /** In the order in which they were written; never empty. */
  readonly comments: readonly StoredComment[];
  /** Oldest first. */
  readonly events: readonly StoredThreadEvent[];
};

export interface NewComment {
  readonly id: string;
  readonly by: Pick<CommentActor, 'kind' | 'id'>;
  readonly body: string;
  readonly at: Date;
  /** Accounts that are named in it, and others that should hear of it: its author and who wants none get none. */
  readonly notices: readonly { readonly accountId: string; readonly why: 'mention' | 'reply' }[];
}

/** `taken`: another comment has that id. */
export type Added = StoredThread | 'taken';

export interface Comments {
  /** Threads of a framework, oldest first, or of one room or item of it. */
  list(
    frameworkId: string,
    where?: { readonly room?: string; readonly item?: string },
  ): Promise<readonly StoredThread[]>;
  thread(id: string): Promise<StoredThread | undefined>;
  /** The thread that a comment stands in. */
  threadOf(commentId: string): Promise<StoredThread | undefined>;
  /** Everybody who may come in and can be named, by id and present name. */
  people(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** The same, and everybody who could once: what names them goes on doing so. */
  everybody(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Sent again with the same comment by the same author, gives what is there. */
  start(thread: typeof commentThreads.$inferInsert, comment: NewComment): Promise<Added>;
  /** Opens a thread again that was resolved. Sent again, gives what is there. */
  reply(threadId: string, comment: NewComment): Promise<Added>;
  edit(id: string, comment: Pick<NewComment, 'body' | 'at' | 'notices' | 'by'>): Promise<void>;
  /** Takes its words away; that it stood there stays. */
  remove(id: string, at: Date): Promise<void>;
  /** Resolves a thread or opens it again; does nothing where it is so already. */
  mark(
    threadId: string,
    event: { kind: ThreadEventKind; at: Date; by: NewComment['by'] },
  ): Promise<void>;
  /** The words of a thread have other characters now. */
  reanchor(threadId: string, anchor: Anchor): Promise<void>;
}

export function createComments(database: Database): Comments {
  const { orm, write } = database;
  const one = (from: Orm, id: string) => threads(from, eq(commentThreads.id, id))[0];
  return {
    async list(frameworkId, { room, item } = {}) {
      return threads(
        orm,
        and(
          eq(commentThreads.frameworkId, frameworkId),
          room === undefined ? undefined : eq(commentThreads.room, room),
          item === undefined ? undefined : eq(commentThreads.item, item),
        ),
      );
    },
    async thread(id) {
      return one(orm, id);
    },
    async threadOf(commentId) {
      const found = orm
        .select({ id: comments.threadId })
        .from(comments)
        .where(eq(comments.id, commentId))
        .get();
      return found && one(orm, found.id);
    },
    async people() {
      return orm
        .select({
          id: accounts.id,
          name: accounts.name,
          joinedAt: accounts.joinedAt,
          disabledAt: accounts.disabledAt,
        })
        .from(accounts)
        .orderBy(asc(accounts.name), asc(accounts.id))
        .all()
        .filter(({ joinedAt, disabledAt }) => joinedAt !== null && disabledAt === null)
        .map(({ id, name }) => ({ id, name }));
    },
    async everybody() {
      return orm.select({ id: accounts.id, name: accounts.name }).from(accounts).all();
    },
    start: (thread, comment) =>
      write((tx) => {
        const known = sentBefore(tx, comment);
        if (known) return known === 'taken' ? known : (one(tx, known) ?? 'taken');
        tx.insert(commentThreads).values(thread).run();
        add(tx, thread.id, 1, comment);
        return one(tx, thread.id) ?? 'taken';
      }),
    reply: (threadId, comment) =>
      write((tx) => {
        const known = sentBefore(tx, comment);
        if (known) return known === 'taken' ? known : (one(tx, known) ?? 'taken');
        const last = tx
          .select({ position: max(comments.position) })
          .from(comments)
          .where(eq(comments.threadId, threadId))
          .get();
        add(tx, threadId, (last?.position ?? 0) + 1, comment);
        mark(tx, threadId, { kind: 'reopened', at: comment.at, by: comment.by });
        return one(tx, threadId) ?? 'taken';
      }),
    edit: (id, { body, at, notices, by }) =>
      write((tx) => {
        tx.update(comments).set({ body, editedAt: at }).where(eq(comments.id, id)).run();
        notice(tx, id, { notices, at, by });
      }),
    remove: (id, at) =>
      write((tx) => {
        tx.update(comments).set({ body: '', removedAt: at }).where(eq(comments.id, id)).run();
        tx.delete(commentNotices).where(eq(commentNotices.commentId, id)).run();
      }),
    mark: (threadId, event) => write((tx) => mark(tx, threadId, event)),
    reanchor: (threadId, anchor) =>
      write((tx) => {
        tx.update(commentThreads).set({ anchor }).where(eq(commentThreads.id, threadId)).run();
      }),
  };
}

/** The thread of a comment that was sent before by the same author; `taken` where somebody else's has that id. */
function sentBefore(orm: Orm, { id, by }: NewComment): string | undefined {
  const known = orm.select().from(comments).where(eq(comments.id, id)).get();
  if (!known) return undefined;
  const same = known.authorKind === by.kind && known.authorId === by.id;
  return same ? known.threadId : 'taken';
}

function add(orm: Orm, threadId: string, position: number, comment: NewComment): void {
  const { id, by, body, at } = comment;
  orm
    .insert(comments)
    .values({
      id,
      threadId,
      position,
      authorKind: by.kind,
      authorId: by.id,
      body,
      createdAt: at,
    })
    .run();
  notice(orm, id, comment);
}

function notice(
  orm: Orm,
  commentId: string,
  { notices, at, by }: Pick<NewComment, 'notices' | 'at' | 'by'>,
): void {
  for (const { accountId, why } of notices) {
    if (accountId === by.id) continue;
    const account = orm.select().from(accounts).where(eq(accounts.id, accountId)).get();
    if (!account?.commentMail || account.disabledAt !== null) continue;
    orm
      .insert(commentNotices)
      .values({ accountId, commentId, why, at })
      .onConflictDoNothing()
      .run();
  }
}

function mark(
  orm: Orm,
  threadId: string,
  { kind, at, by }: { kind: ThreadEventKind; at: Date; by: NewComment['by'] },
): void {
  const before = orm
    .select({ kind: commentThreadEvents.kind })
    .from(commentThreadEvents)
    .where(eq(commentThreadEvents.threadId, threadId))
    .orderBy(asc(commentThreadEvents.id))
    .all();
  if (!changesState(threadState(before), kind)) return;
  orm
    .insert(commentThreadEvents)
    .values({ threadId, kind, at, actorKind: by.kind, actorId: by.id })
    .run();
}

function threads(orm: Orm, condition: ReturnType<typeof and>): StoredThread[] {
  const found = orm
    .select()
    .from(commentThreads)
    .where(condition)
    .orderBy(asc(commentThreads.startedAt), asc(commentThreads.id))
    .all();
  if (found.length === 0) return [];
  const nameOf = names(orm);
  const said = orm
    .select({ comment: comments })
    .from(comments)
    .innerJoin(commentThreads, eq(commentThreads.id, comments.threadId))
    .where(condition)
    .orderBy(asc(comments.position))
    .all();
  const happened = orm
    .select({ event: commentThreadEvents })
    .from(commentThreadEvents)
    .innerJoin(commentThreads, eq(commentThreads.id, commentThreadEvents.threadId))
    .where(condition)
    .orderBy(asc(commentThreadEvents.id))
    .all();
  return found.map((thread) => ({
    ...thread,
    comments: said.flatMap(({ comment }) => {
      const { authorKind, authorId, position: _, ...rest } = comment;
      return rest.threadId === thread.id ? [{ ...rest, author: nameOf(authorKind, authorId) }] : [];
    }),
    events: happened.flatMap(({ event: { threadId, kind, at, actorKind, actorId } }) =>
      threadId === thread.id ? [{ kind, at, by: nameOf(actorKind, actorId) }] : [],
    ),
  }));
}

/** A server has some hundred accounts and tokens: all their names are read at once. */
function names(orm: Orm): (kind: CommentActor['kind'], id: string) => CommentActor {
  const known = (rows: readonly { id: string; name: string }[]) =>
    new Map(rows.map(({ id, name }) => [id, name]));
  const of = {
    account: known(orm.select({ id: accounts.id, name: accounts.name }).from(accounts).all()),
    token: known(orm.select({ id: tokens.id, name: tokens.name }).from(tokens).all()),
  };
  return (kind, id) => ({ kind, id, name: of[kind].get(id) ?? '' });
}
