// Queries on revisions: frozen copies of a working text, numbered within their framework.
import { and, desc, eq, getTableColumns, lt, max } from 'drizzle-orm';
import type { Orm } from './driver.ts';
import type { Database } from './open.ts';
import { type REVISION_REASONS, revisions, versions } from './schema/versions.ts';

export type RevisionReason = (typeof REVISION_REASONS)[number];

/** A revision without its document, which may be large. */
export interface StoredRevision {
  readonly id: number;
  readonly frameworkId: string;
  readonly number: number;
  readonly name: string;
  readonly reason: RevisionReason;
  readonly createdAt: Date;
  readonly createdBy: string;
  /** SHA-256 of the document in hexadecimal. */
  readonly hash: string;
  /** Labels published from it, oldest first. */
  readonly versions: readonly string[];
}

/** What is to be kept: the document in canonical form and its hash. */
export interface NewRevision {
  readonly name: string;
  readonly reason: RevisionReason;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly document: string;
  readonly hash: string;
}

export interface Revisions {
  /** Newest first, below a number where `before` is given. */
  list(
    frameworkId: string,
    asked: { limit: number; before?: number },
  ): Promise<readonly StoredRevision[]>;
  byNumber(frameworkId: string, number: number): Promise<StoredRevision | undefined>;
  latest(frameworkId: string): Promise<StoredRevision | undefined>;
  /** The frozen document, byte for byte as it was kept. */
  document(id: number): Promise<string | undefined>;
  /** Never the same twice in a row: gives the last one, `created` false, where it has this hash. */
  keep(
    frameworkId: string,
    revision: NewRevision,
  ): Promise<{ revision: StoredRevision; created: boolean }>;
}

export function createRevisions(database: Database): Revisions {
  const { orm, write } = database;
  return {
    async list(frameworkId, { limit, before }) {
      const below = before === undefined ? undefined : lt(revisions.number, before);
      return select(orm, frameworkId, below, limit);
    },
    async byNumber(frameworkId, number) {
      return select(orm, frameworkId, eq(revisions.number, number), 1)[0];
    },
    async latest(frameworkId) {
      return select(orm, frameworkId, undefined, 1)[0];
    },
    async document(id) {
      return orm
        .select({ document: revisions.document })
        .from(revisions)
        .where(eq(revisions.id, id))
        .get()?.document;
    },
    keep: (frameworkId, revision) => write((tx) => keepRevision(tx, frameworkId, revision)),
  };
}

/** Keeps a revision inside a transaction that is already open: a version comes with the revision it names. */
export function keepRevision(
  orm: Orm,
  frameworkId: string,
  revision: NewRevision,
): { revision: StoredRevision; created: boolean } {
  const last = select(orm, frameworkId, undefined, 1)[0];
  if (last?.hash === revision.hash) return { revision: last, created: false };
  const highest = orm
    .select({ number: max(revisions.number) })
    .from(revisions)
    .where(eq(revisions.frameworkId, frameworkId))
    .get();
  const number = (highest?.number ?? 0) + 1;
  const { document: _, ...row } = orm
    .insert(revisions)
    .values({ frameworkId, number, ...revision })
    .returning()
    .get();
  return { revision: { ...row, versions: [] }, created: true };
}

function select(
  orm: Orm,
  frameworkId: string,
  condition: ReturnType<typeof eq> | undefined,
  limit: number,
): StoredRevision[] {
  const { document: _, ...columns } = getTableColumns(revisions);
  const rows = orm
    .select(columns)
    .from(revisions)
    .where(and(eq(revisions.frameworkId, frameworkId), condition))
    .orderBy(desc(revisions.number))
    .limit(limit)
    .all();
  if (rows.length === 0) return [];
  const named = orm
    .select({ revisionId: versions.revisionId, label: versions.label })
    .from(versions)
    .where(eq(versions.frameworkId, frameworkId))
    .orderBy(versions.position)
    .all();
  return rows.map((row) => ({
    ...row,
    versions: named.filter((version) => version.revisionId === row.id).map(({ label }) => label),
  }));
}
