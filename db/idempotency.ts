// Answers kept by actor, route and key, so that a write sent twice is done once.
import { and, eq, lt } from 'drizzle-orm';
import type { Database } from './open.ts';
import { idempotency } from './schema/idempotency.ts';

/** One write as its sender named it. `fingerprint` is a hash of what was sent. */
export interface RepeatableWrite {
  readonly actor: string;
  readonly route: string;
  readonly key: string;
  readonly fingerprint: string;
}

export interface KeptAnswer {
  readonly status: number;
  readonly contentType: string;
  /** '' where it has none. */
  readonly location: string;
  readonly body: Uint8Array;
}

/**
 * `new`: nobody sent it before, it is now ours to do. `done`: here is the answer of the first time.
 * `started`: the first is still at work, or the server died under it. `different`: same key, other content.
 */
export type WriteState =
  | { readonly state: 'new' }
  | { readonly state: 'done'; readonly answer: KeptAnswer }
  | { readonly state: 'started' }
  | { readonly state: 'different' };

export interface IdempotencyStore {
  begin(write: RepeatableWrite, now: Date): Promise<WriteState>;
  finish(write: RepeatableWrite, answer: KeptAnswer): Promise<void>;
  /** The write was not done: it may be sent again. */
  forget(write: RepeatableWrite): Promise<void>;
  /** Drops what began before `before`. */
  prune(before: Date): Promise<void>;
}

function named(write: RepeatableWrite) {
  return and(
    eq(idempotency.actor, write.actor),
    eq(idempotency.route, write.route),
    eq(idempotency.key, write.key),
  );
}

/** The answers kept in this database. */
export function createIdempotency(database: Database): IdempotencyStore {
  return {
    begin: (write, now) =>
      database.write((orm): WriteState => {
        const row = orm.select().from(idempotency).where(named(write)).get();
        if (row === undefined) {
          orm
            .insert(idempotency)
            .values({ ...write, startedAt: now })
            .run();
          return { state: 'new' };
        }
        if (row.fingerprint !== write.fingerprint) return { state: 'different' };
        if (row.status === null) return { state: 'started' };
        const { status, contentType, location } = row;
        return {
          state: 'done',
          answer: { status, contentType, location, body: row.body ?? new Uint8Array() },
        };
      }),
    finish: (write, answer) =>
      database.write((orm) => {
        const { status, contentType, location, body } = answer;
        orm
          .update(idempotency)
          .set({ status, contentType, location, body })
          .where(named(write))
          .run();
      }),
    forget: (write) =>
      database.write((orm) => {
        orm.delete(idempotency).where(named(write)).run();
      }),
    prune: (before) =>
      database.write((orm) => {
        orm.delete(idempotency).where(lt(idempotency.startedAt, before)).run();
      }),
  };
}
