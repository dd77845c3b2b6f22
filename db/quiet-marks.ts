// Which frameworks went on since an automatic revision was last thought of: kept on disk, so that a restart forgets none.
import { and, eq, inArray, max } from 'drizzle-orm';
import type { Orm } from './driver.ts';
import type { Database } from './open.ts';
import { type LogMark, readMarks } from './room-log.ts';
import { frameworks } from './schema/frameworks.ts';
import { quietMarks, revisions } from './schema/versions.ts';

export interface ChangedFramework {
  readonly frameworkId: string;
  /** Where the log of its texts stands. */
  readonly position: number;
  readonly changedAt: Date;
  /** When its last automatic revision was made; null where it has none. */
  readonly lastAt: Date | null;
}

export interface QuietMarks {
  /** Those whose texts went on since `looked` was last said of them, whoever changed first first. */
  changed(): Promise<readonly ChangedFramework[]>;
  /** The framework was looked at as it was at this position of the log; says nothing where it is gone. */
  looked(frameworkId: string, position: number): Promise<void>;
}

export function createQuietMarks(database: Database): QuietMarks {
  const { orm, write } = database;
  return {
    async changed() {
      return orm.transaction((tx) => readChanged(tx));
    },
    looked: (frameworkId, position) =>
      write((tx) => {
        const there = tx
          .select({ id: frameworks.id })
          .from(frameworks)
          .where(eq(frameworks.id, frameworkId))
          .get();
        if (!there) return;
        tx.insert(quietMarks)
          .values({ frameworkId, position })
          .onConflictDoUpdate({ target: quietMarks.frameworkId, set: { position } })
          .run();
      }),
  };
}

function readChanged(orm: Orm): ChangedFramework[] {
  const looked = new Map(
    orm
      .select()
      .from(quietMarks)
      .all()
      .map(({ frameworkId, position }) => [frameworkId, position]),
  );
  const changed = [...readMarks(orm)].filter(
    (entry): entry is [string, LogMark & { changedAt: Date }] =>
      entry[1].changedAt !== null && entry[1].position !== looked.get(entry[0]),
  );
  const last = lastAutomatic(
    orm,
    changed.map(([id]) => id),
  );
  return changed
    .map(([frameworkId, { position, changedAt }]) => ({
      frameworkId,
      position,
      changedAt,
      lastAt: last.get(frameworkId) ?? null,
    }))
    .sort((a, b) => a.changedAt.getTime() - b.changedAt.getTime());
}

function lastAutomatic(orm: Orm, ids: readonly string[]): Map<string, Date | null> {
  const rows = orm
    .select({ frameworkId: revisions.frameworkId, at: max(revisions.createdAt) })
    .from(revisions)
    .where(and(inArray(revisions.frameworkId, [...ids]), eq(revisions.reason, 'quiet')))
    .groupBy(revisions.frameworkId)
    .all();
  return new Map(rows.map(({ frameworkId, at }) => [frameworkId, at]));
}
