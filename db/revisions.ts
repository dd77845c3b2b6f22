// Queries on revisions: frozen copies of a working text, numbered within their framework.
import { and, desc, eq, getTableColumns, lt, max, sql } from 'drizzle-orm';
import type { Orm } from './driver.ts';
import type { Database } from './open.ts';
import { type REVISION_REASONS, revisionNames, revisions, versions } from './schema/versions.ts';

export type RevisionReason = (typeof REVISION_REASONS)[number];

/** A revision without its document, which may be large. */
export interface StoredRevision {
  readonly id: number;
  readonly frameworkId: string;
  readonly number: number;
  /** As it was kept, or as it was given later to one without a name. */
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

export interface Kept {
  readonly revision: StoredRevision;
  /** False where the last one has the same document: `revision` is that one. */
  readonly created: boolean;
  /** Whether `revision` has the name that was asked for: the last one takes it where it had none. */
  readonly named: boolean;
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
  /** Never the same twice in a row: see `Kept`. */
  keep(frameworkId: string, revision: NewRevision): Promise<Kept>;
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
export function keepRevision(orm: Orm, frameworkId: string, revision: NewRevision): Kept {
  const last = select(orm, frameworkId, undefined, 1)[0];
  if (last?.hash === revision.hash) return nameLast(orm, last, revision);
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
  return { revision: { ...row, versions: [] }, created: true, named: true };
}

function nameLast(
  orm: Orm,
  last: StoredRevision,
  { name, createdAt, createdBy }: NewRevision,
): Kept {
  if (name === '' || last.name !== '') {
    return { revision: last, created: false, named: last.name === name };
  }
  const row = { revisionId: last.id, name, givenAt: createdAt, givenBy: createdBy };
  orm.insert(revisionNames).values(row).run();
  return { revision: { ...last, name }, created: false, named: true };
}

function select(
  orm: Orm,
  frameworkId: string,
  condition: ReturnType<typeof eq> | undefined,
  limit: number,
): StoredRevision[] {
  const { document: _, ...columns } = getTableColumns(revisions);
  const rows = orm
    .select({
      ...columns,
      name: sql<string>`coalesce(${revisionNames.name}, ${revisions.name})`,
    })
    .from(revisions)
    .leftJoin(revisionNames, eq(revisionNames.revisionId, revisions.id))
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
