// Taking the sample content away at once, when a network starts with its own.
import { accept } from '#core/refusal.ts';
import type { Commands } from '../context.ts';
import type { Deps } from '../deps.ts';
import { refusedOnNetwork } from '../texts/access.ts';
import { removeStored } from './remove-framework.ts';

export function removeSamples(deps: Deps): Commands['frameworks']['removeSamples'] {
  const { store, rooms, clock } = deps;
  return async (actor) => {
    const refusal = refusedOnNetwork(actor, 'framework.create');
    if (refusal) return refusal;
    let removed = 0;
    let archived = 0;
    for (const framework of await store.frameworks.samples()) {
      const gone = await removeStored(deps, framework);
      if (gone.ok) removed += 1;
      else if (gone.code === 'already-published' && framework.archivedAt === null) {
        const now = clock();
        await store.frameworks.change(framework.id, { archivedAt: now }, now);
        await rooms.recheck(({ room }) => room.frameworkId === framework.id);
        archived += 1;
      }
    }
    return accept({ removed, archived });
  };
}
