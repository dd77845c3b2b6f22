// Queries on published versions and what happened to them later. They are added, never changed.
import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm';
import { accept, type Refusal, type Result, refuse } from '#core/refusal.ts';
import type { Orm } from './driver.ts';
import type { Database } from './open.ts';
import { keepRevision, type NewRevision } from './revisions.ts';
import { revisions, versionEvents, versions } from './schema/versions.ts';

export type Note = string | { fr: string; en: string };

export interface StoredVersion {
  readonly id: number;
  readonly frameworkId: string;
  /** 1 for the first of its framework. */
  readonly position: number;
  readonly label: string;
  /** As first published. */
  readonly status: 'consultation' | 'adopted';
  readonly public: boolean;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  readonly note: Note;
  readonly revisionId: number;
  readonly revisionNumber: number;
  /** Hash of the document of its revision. */
  readonly documentHash: string;
  readonly previous: string;
  readonly hash: string;
  readonly withdrawal: { readonly at: Date; readonly reason: string } | null;
}

/** What is to be published: a revision that is there, or one to be kept with it. */
export interface NewVersion {
  readonly label: string;
  readonly status: 'consultation' | 'adopted';
  readonly public: boolean;
  readonly publishedAt: Date;
  readonly publishedBy: string;
  readonly note: Note;
  readonly from: { readonly revision: number } | { readonly keep: NewRevision };
}

/** The rules that publishing hangs on, given by who publishes; asked inside the transaction. */
export interface PublishingRules {
  /** A refusal where `label` may not follow `labels`, all those of the framework. */
  follows(label: string, labels: readonly string[]): Refusal | null;
  /** The hash of a version, from the hashes of the one before (or '') and of its document. */
  seal(version: NewVersion, previous: string, documentHash: string): string;
}

export interface Versions {
  /** Newest first, below a position where `before` is given. */
  list(
    frameworkId: string,
    asked: { publicOnly: boolean; limit: number; before?: number },
  ): Promise<readonly StoredVersion[]>;
  /** All versions of these frameworks, newest first. */
  ofFrameworks(frameworkIds: readonly string[]): Promise<readonly StoredVersion[]>;
  byLabel(frameworkId: string, label: string): Promise<StoredVersion | undefined>;
  /** Revision and version in one transaction. Refuses what the rules refuse, and not-found for a revision. */
  publish(
    frameworkId: string,
    version: NewVersion,
    rules: PublishingRules,
  ): Promise<Result<StoredVersion>>;
  /** Appends the withdrawal; refuses already-withdrawn and not-found. */
  withdraw(
    id: number,
    withdrawal: { at: Date; by: string; reason: string },
  ): Promise<Result<StoredVersion>>;
}

export function createVersions(database: Database): Versions {
  const { orm, write } = database;
  return {
    async list(frameworkId, { publicOnly, limit, before }) {
      return select(
        orm,
        and(
          eq(versions.frameworkId, frameworkId),
          publicOnly ? eq(versions.public, true) : undefined,
          before === undefined ? undefined : lt(versions.position, before),
        ),
        limit,
      );
    },
    async ofFrameworks(frameworkIds) {
      return select(orm, inArray(versions.frameworkId, [...frameworkIds]));
    },
    async byLabel(frameworkId, label) {
      return select(orm, and(eq(versions.frameworkId, frameworkId), eq(versions.label, label)))[0];
    },
    publish: (frameworkId, version, rules) =>
      write((tx) => publish(tx, frameworkId, version, rules)),
    withdraw: (id, withdrawal) => write((tx) => withdraw(tx, id, withdrawal)),
  };
}

function publish(
  orm: Orm,
  frameworkId: string,
  version: NewVersion,
  rules: PublishingRules,
): Result<StoredVersion> {
  const before = orm
    .select({ position: versions.position, label: versions.label, hash: versions.hash })
    .from(versions)
    .where(eq(versions.frameworkId, frameworkId))
    .orderBy(asc(versions.position))
    .all();
  const refusal = rules.follows(
    version.label,
    before.map(({ label }) => label),
  );
  if (refusal) return refusal;
  const revision = revisionOf(orm, frameworkId, version);
  if (!revision) return refuse('not-found');
  const last = before.at(-1);
  const previous = last?.hash ?? '';
  const { from: _, ...row } = version;
  const { id } = orm
    .insert(versions)
    .values({
      ...row,
      frameworkId,
      position: (last?.position ?? 0) + 1,
      revisionId: revision.id,
      previous,
      hash: rules.seal(version, previous, revision.hash),
    })
    .returning({ id: versions.id })
    .get();
  return found(orm, id);
}

function revisionOf(
  orm: Orm,
  frameworkId: string,
  { from }: NewVersion,
): { id: number; hash: string } | undefined {
  if ('keep' in from) return keepRevision(orm, frameworkId, from.keep).revision;
  return orm
    .select({ id: revisions.id, hash: revisions.hash })
    .from(revisions)
    .where(and(eq(revisions.frameworkId, frameworkId), eq(revisions.number, from.revision)))
    .get();
}

function withdraw(
  orm: Orm,
  id: number,
  { at, by, reason }: { at: Date; by: string; reason: string },
): Result<StoredVersion> {
  const version = select(orm, eq(versions.id, id))[0];
  if (!version) return refuse('not-found');
  if (version.withdrawal) return refuse('already-withdrawn');
  orm.insert(versionEvents).values({ versionId: id, kind: 'withdrawn', at, by, reason }).run();
  return found(orm, id);
}

function found(orm: Orm, id: number): Result<StoredVersion> {
  const version = select(orm, eq(versions.id, id))[0];
  return version ? accept(version) : refuse('not-found');
}

function select(
  orm: Orm,
  condition: ReturnType<typeof eq> | undefined,
  limit?: number,
): StoredVersion[] {
  const query = orm
    .select({
      version: versions,
      revision: { number: revisions.number, hash: revisions.hash },
      event: versionEvents,
    })
    .from(versions)
    .innerJoin(revisions, eq(revisions.id, versions.revisionId))
    .leftJoin(
      versionEvents,
      and(eq(versionEvents.versionId, versions.id), eq(versionEvents.kind, 'withdrawn')),
    )
    .where(condition)
    .orderBy(desc(versions.position));
  const rows = limit === undefined ? query.all() : query.limit(limit).all();
  return rows.map(({ version, revision, event }) => ({
    ...version,
    revisionNumber: revision.number,
    documentHash: revision.hash,
    withdrawal: event && { at: event.at, reason: event.reason },
  }));
}
