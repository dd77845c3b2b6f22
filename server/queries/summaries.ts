// Rows of the store as queries and commands answer them.
import type { StoredRevision } from '#db/revisions.ts';
import type { StoredVersion } from '#db/versions.ts';
import type { RevisionSummary, VersionSummary } from '../context.ts';

/** A version as it stands now. */
export function versionSummary(version: StoredVersion): VersionSummary {
  const { withdrawal } = version;
  return {
    label: version.label,
    status: withdrawal ? 'withdrawn' : version.status,
    publishedStatus: version.status,
    public: version.public,
    publishedAt: version.publishedAt.toISOString(),
    publishedBy: version.publishedBy,
    note: version.note,
    revision: version.revisionNumber,
    previous: version.previous,
    hash: version.hash,
    ...(withdrawal
      ? { withdrawal: { at: withdrawal.at.toISOString(), reason: withdrawal.reason } }
      : {}),
  };
}

export function revisionSummary(revision: StoredRevision): RevisionSummary {
  const { number, name, createdAt, createdBy, reason, versions } = revision;
  return {
    ref: `r${number}`,
    number,
    name,
    createdAt: createdAt.toISOString(),
    createdBy,
    reason,
    versions,
  };
}
