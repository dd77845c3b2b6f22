// Deleting a framework that was never published, with its texts and revisions; whoever is in its rooms is told.
import { CLOSE } from '#core/document/wire.ts';
import { accept, type Result, refuse } from '#core/refusal.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { Commands } from '../context.ts';
import type { Deps } from '../deps.ts';
import { reach } from '../texts/access.ts';

export function removeFramework(deps: Deps): Commands['frameworks']['remove'] {
  return async (actor, slug) => {
    const reached = await reach(deps.store, actor, slug, 'framework.manage');
    return reached.ok ? removeStored(deps, reached.value) : reached;
  };
}

/** Removes it; refuses already-published, and then nobody is put out of its rooms. */
export async function removeStored(
  { store, rooms }: Deps,
  { id }: StoredFramework,
): Promise<Result<null>> {
  if ((await store.versions.ofFrameworks([id])).length > 0) return refuse('already-published');
  const close = () => rooms.closeFramework(id, CLOSE.noRoom, 'framework removed');
  // Before, so that nothing is written to a text that goes; after, for who came in between.
  await close();
  const removed = await store.frameworks.remove(id);
  if (!removed.ok) return removed;
  await close();
  return accept(null);
}
