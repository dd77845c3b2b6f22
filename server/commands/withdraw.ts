// Withdrawing a version: it stays readable and citable as it is, and says from now on that it was withdrawn.
import { accept, refuse } from '#core/refusal.ts';
import type { Commands } from '../context.ts';
import type { Deps } from '../deps.ts';
import { versionSummary } from '../queries/summaries.ts';
import { nameOf, reach } from '../texts/access.ts';

export function withdrawVersion({ store, clock }: Deps): Commands['versions']['withdraw'] {
  return async (actor, slug, label, reason) => {
    const reached = await reach(store, actor, slug, 'version.publish');
    if (!reached.ok) return reached;
    const version = await store.versions.byLabel(reached.value.id, label);
    if (!version) return refuse('not-found');
    if (reason.trim() === '') {
      return refuse('invalid-input', {
        errors: [{ path: 'reason', problem: 'refusal.problem.reason' }],
      });
    }
    const withdrawn = await store.versions.withdraw(version.id, {
      at: clock(),
      by: nameOf(actor),
      reason: reason.trim(),
    });
    return withdrawn.ok ? accept(versionSummary(withdrawn.value)) : withdrawn;
  };
}
