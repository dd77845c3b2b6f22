// Queries on who has still to be written to about comments.
import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { Database } from './open.ts';
import { commentNotices, comments, commentThreads } from './schema/comments.ts';
import { frameworks } from './schema/frameworks.ts';
import { accounts, tokens } from './schema/people.ts';

export interface DueNotice {
  readonly account: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: 'fr' | 'en';
  };
  readonly commentId: string;
  readonly why: 'mention' | 'reply';
  readonly at: Date;
  readonly body: string;
  /** The author's present name. */
  readonly author: string;
  readonly thread: { readonly id: string; readonly itemTitle: string };
  readonly framework: { readonly slug: string; readonly title: string };
}

export interface CommentNotices {
  /** All that wait, oldest first; what its author took back meanwhile and whom no mail may reach is left out. */
  due(): Promise<readonly DueNotice[]>;
  /** These were written about. */
  done(accountId: string, commentIds: readonly string[]): Promise<void>;
  /** Gives up those from before an instant, or all. */
  drop(before?: Date): Promise<void>;
}

export function createCommentNotices(database: Database): CommentNotices {
  const { orm, write } = database;
  return {
    async due() {
      const rows = orm
        .select({
          notice: commentNotices,
          account: accounts,
          comment: comments,
          thread: commentThreads,
          framework: frameworks,
        })
        .from(commentNotices)
        .innerJoin(accounts, eq(accounts.id, commentNotices.accountId))
        .innerJoin(comments, eq(comments.id, commentNotices.commentId))
        .innerJoin(commentThreads, eq(commentThreads.id, comments.threadId))
        .innerJoin(frameworks, eq(frameworks.id, commentThreads.frameworkId))
        .where(
          and(
            isNull(comments.removedAt),
            isNull(accounts.disabledAt),
            eq(accounts.commentMail, true),
          ),
        )
        .orderBy(asc(commentNotices.at), asc(comments.position))
        .all();
      const author = ({ authorKind, authorId }: (typeof rows)[number]['comment']) => {
        const people = authorKind === 'account' ? accounts : tokens;
        const found = orm.select().from(people).where(eq(people.id, authorId)).get();
        return found?.name ?? '';
      };
      return rows.map(({ notice, account, comment, thread, framework }) => ({
        account: {
          id: account.id,
          name: account.name,
          email: account.email,
          language: account.language,
        },
        commentId: comment.id,
        why: notice.why,
        at: notice.at,
        body: comment.body,
        author: author(comment),
        thread: { id: thread.id, itemTitle: thread.itemTitle },
        framework: { slug: framework.slug, title: framework.title },
      }));
    },
    done: (accountId, commentIds) =>
      write((tx) => {
        tx.delete(commentNotices)
          .where(
            and(
              eq(commentNotices.accountId, accountId),
              inArray(commentNotices.commentId, [...commentIds]),
            ),
          )
          .run();
      }),
    drop: (before) =>
      write((tx) => {
        tx.delete(commentNotices)
          .where(before === undefined ? undefined : lt(commentNotices.at, before))
          .run();
      }),
  };
}
