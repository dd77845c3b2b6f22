// Publishing: a revision becomes a version under a label, sealed and chained to the one before. It never changes.
import { compareLabels, LABEL, LABEL_MAX } from '#core/framework/label.ts';
import { accept, type Refusal, type Result, refuse } from '#core/refusal.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { NewVersion, PublishingRules } from '#db/versions.ts';
import type { Commands } from '../context.ts';
import type { Deps } from '../deps.ts';
import { versionSummary } from '../queries/summaries.ts';
import { nameOf, reach } from '../texts/access.ts';
import { freeze, sealOf } from '../texts/seal.ts';

type Input = Parameters<Commands['versions']['publish']>[2];

const RULES: PublishingRules = {
  follows(label, labels) {
    if (labels.includes(label)) return refuse('label-taken', { values: { label } });
    const newest = labels.find((other) => compareLabels(other, label) >= 0);
    return newest === undefined
      ? null
      : refuse('label-not-newer', { values: { label, previous: newest } });
  },
  seal: (version, previous, document) => sealOf({ ...version, previous, document }),
};

/** An adopted version is public wherever its framework is; a consultation version only if it is said so. */
export function publishVersion(deps: Deps): Commands['versions']['publish'] {
  const { store, clock } = deps;
  return async (actor, slug, input) => {
    const reached = await reach(store, actor, slug, 'version.publish');
    if (!reached.ok) return reached;
    const refusal = badLabel(input.label);
    if (refusal) return refusal;
    const framework = reached.value;
    const publishedBy = nameOf(actor);
    const from = await source(deps, framework, input, publishedBy);
    if (!from.ok) return from;
    const version: NewVersion = {
      label: input.label,
      status: input.status,
      public: input.status === 'adopted' || input.public,
      publishedAt: clock(),
      publishedBy,
      note: input.note,
      from: from.value,
    };
    const published = await store.versions.publish(framework.id, version, RULES);
    return published.ok ? accept(versionSummary(published.value)) : published;
  };
}

function badLabel(label: string): Refusal | null {
  if (LABEL.test(label) && label.length <= LABEL_MAX) return null;
  return refuse('invalid-input', {
    errors: [{ path: 'label', problem: 'refusal.problem.label' }],
  });
}

/** The revision that is asked for, or one of the working text as it is on disk now. */
async function source(
  { working, clock }: Deps,
  framework: StoredFramework,
  { revision }: Input,
  createdBy: string,
): Promise<Result<NewVersion['from']>> {
  if (revision !== undefined) return accept({ revision });
  const document = await working.settled(framework);
  if (!document.ok) return document;
  const keep = { name: '', reason: 'published' as const, createdAt: clock(), createdBy };
  return accept({ keep: { ...freeze(document.value), ...keep } });
}
