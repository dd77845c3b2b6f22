// Freezing the working text as a revision: by hand, with a name.
import { accept } from '#core/refusal.ts';
import type { Commands } from '../context.ts';
import type { Deps } from '../deps.ts';
import { revisionSummary } from '../queries/summaries.ts';
import { nameOf, reach } from '../texts/access.ts';
import { freeze } from '../texts/seal.ts';

export function freezeWorking({ store, working, clock }: Deps): Commands['revisions']['freeze'] {
  return async (actor, slug, name) => {
    const reached = await reach(store, actor, slug, 'working.write');
    if (!reached.ok) return reached;
    const document = await working.settled(reached.value);
    if (!document.ok) return document;
    const { revision, created, named } = await store.revisions.keep(reached.value.id, {
      ...freeze(document.value),
      name: name.trim(),
      reason: 'manual',
      createdAt: clock(),
      createdBy: nameOf(actor),
    });
    return accept({ revision: revisionSummary(revision), created, named });
  };
}
