// Writes to people about comments that name them or answer them: one letter each for all that waited, now and again.
import { paths } from '#core/paths.ts';
import type { DueNotice } from '#db/comment-notices.ts';
import type { Store } from '#db/store.ts';
import type { RoomClock, RoomLog } from '../sync/ports.ts';
import { commentDigest } from './comment-digest.ts';
import type { Mailer } from './mailer.ts';

export interface CommentMail {
  /** Looks now, and then again and again; where no letters leave, forgets what waits. */
  start(): void;
  /** Looks no more; resolves once no letter is under way. */
  stop(): Promise<void>;
}

export interface CommentMailParts {
  readonly store: Pick<Store, 'comments' | 'commentNotices'>;
  readonly mailer: Mailer;
  readonly networkName: string;
  /** Absolute address of a path, as people outside see this server. */
  readonly url: (path: string) => string;
  readonly clock: Pick<RoomClock, 'now' | 'later'>;
  readonly log: RoomLog;
  /** Between two looks; 0 where no letters about comments leave. Milliseconds. */
  readonly everyMs: number;
}

/** What could not be sent for so long is given up: nobody wants to hear of it any more. */
const GIVEN_UP_MS = 7 * 24 * 60 * 60 * 1_000;

export function createCommentMail(parts: CommentMailParts): CommentMail {
  const { store, clock, log, everyMs } = parts;
  let stopped = false;
  let sending: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    try {
      await store.commentNotices.drop(new Date(clock.now().getTime() - GIVEN_UP_MS));
      const waiting = new Map<string, DueNotice[]>();
      for (const notice of await store.commentNotices.due()) {
        waiting.set(notice.account.id, [...(waiting.get(notice.account.id) ?? []), notice]);
      }
      for (const notices of waiting.values()) if (!stopped) await write(notices);
    } catch (error) {
      log.warn('nobody could be written to about comments; it is tried again', {
        error: String(error),
      });
    }
    clock.later(everyMs, again);
  }

  async function write(notices: readonly DueNotice[]): Promise<void> {
    const [first] = notices;
    if (!first) return;
    const { account } = first;
    try {
      await parts.mailer.send(
        commentDigest({
          to: account,
          network: parts.networkName,
          notices,
          people: await store.comments.everybody(),
          linkOf: ({ framework, thread }) => parts.url(paths.comments(framework.slug, thread.id)),
          settings: parts.url(paths.letters),
        }),
      );
      await store.commentNotices.done(
        account.id,
        notices.map(({ commentId }) => commentId),
      );
    } catch (error) {
      // Never the address: the log is read by others than the account's own person.
      log.warn('a letter about comments did not leave; it is tried again', {
        account: account.id,
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }

  function again(): void {
    if (!stopped) sending = look();
  }

  return {
    start() {
      if (everyMs > 0) again();
      else sending = store.commentNotices.drop().catch(() => {});
    },
    stop() {
      stopped = true;
      return sending;
    },
  };
}
