// Documents by what names them: a version's label, a revision's number, or the working text.

import type { InterchangeDocument } from '#core/framework/interchange.ts';
import { type Actor, can } from '#core/policy.ts';
import { accept, type Result, refuse } from '#core/refusal.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { StoredRevision } from '#db/revisions.ts';
import type { StoredVersion } from '#db/versions.ts';
import type { Queries, RefDocument } from '../context.ts';
import type { Deps } from '../deps.ts';
import { mayReadVersion, reach, refused, targetOf } from '../texts/access.ts';
import { latestReadable } from './framework-summaries.ts';
import { revisionSummary, versionSummary } from './summaries.ts';

export interface FoundDocument {
  readonly ref: string;
  readonly document: InterchangeDocument;
  readonly version: StoredVersion | null;
  readonly revision: StoredRevision | null;
  /** Keys of the sections that are not in it, since their text is damaged. */
  readonly damaged: readonly string[];
  /** The same for two documents of a framework only where their texts are the same. */
  readonly key: string;
}

/**
 * The document that `ref` names, where this actor may read it. A version that it may not read is
 * not-found, like one that is not there. With `partly`, a working text comes without what is damaged of it.
 */
export async function findDocument(
  { store, working, frozen }: Deps,
  actor: Actor,
  framework: StoredFramework,
  ref: string,
  { partly = false }: { partly?: boolean } = {},
): Promise<Result<FoundDocument>> {
  const revisionNumber = /^r([1-9]\d{0,8})$/.exec(ref)?.[1];
  if (ref === 'working' || revisionNumber !== undefined) {
    const refusal = refused(actor, 'working.read', framework);
    if (refusal) return refusal;
  }
  if (ref === 'working') {
    const text = await (partly ? working.readable(framework) : working.read(framework));
    if (!text.ok) return text;
    const { document, damaged, position } = text.value;
    const key = ['working', position, ...damaged].join(' ');
    return accept({ ref, document, version: null, revision: null, damaged, key });
  }
  const version =
    revisionNumber === undefined ? await store.versions.byLabel(framework.id, ref) : undefined;
  if (version && !mayReadVersion(actor, framework, version)) return refuse('not-found');
  const number = version?.revisionNumber ?? Number(revisionNumber ?? 0);
  const revision = await store.revisions.byNumber(framework.id, number);
  if (!revision) return refuse('not-found');
  const document = await frozen.read(revision.id);
  if (!document.ok) return document;
  return accept({
    ref,
    document: document.value,
    version: version ?? null,
    revision,
    damaged: [],
    key: revision.hash,
  });
}

/** The ref of the text that this actor reads: the working text, else the latest version; undefined for none. */
export async function readableRef(
  { store }: Deps,
  actor: Actor,
  framework: StoredFramework,
): Promise<string | undefined> {
  if (can(actor, 'working.read', targetOf(framework))) return 'working';
  const versions = await store.versions.ofFrameworks([framework.id]);
  return latestReadable(actor, framework, versions)?.label;
}

export function documentQueries(deps: Deps): Pick<Queries['documents'], 'get' | 'readable'> {
  return {
    async readable(actor, slug, ref) {
      const reached = await reach(deps.store, actor, slug);
      if (!reached.ok) return reached;
      const found = await findDocument(deps, actor, reached.value, ref, { partly: true });
      if (!found.ok) return found;
      const { damaged } = found.value;
      return accept({ ...refDocument(actor, reached.value, found.value), damaged });
    },
    async get(actor, slug, ref) {
      const reached = await reach(deps.store, actor, slug);
      if (!reached.ok) return reached;
      const found = await findDocument(deps, actor, reached.value, ref);
      return found.ok ? accept(refDocument(actor, reached.value, found.value)) : found;
    },
  };
}

/** As it is answered: the revision behind a version is for who may read revisions. */
function refDocument(actor: Actor, framework: StoredFramework, found: FoundDocument): RefDocument {
  const { ref, document, version, revision } = found;
  return {
    ref,
    document,
    version: version && versionSummary(version),
    revision:
      revision && can(actor, 'working.read', targetOf(framework))
        ? revisionSummary(revision)
        : null,
  };
}
