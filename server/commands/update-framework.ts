// Renaming, archiving, opening or closing a framework to the public: what its coordinators decide about it.
import type { FrameworkChanges, StoredFramework } from '#db/frameworks.ts';
import type { Commands } from '../context.ts';
import type { Deps } from '../deps.ts';
import { reach } from '../texts/access.ts';
import { detailOf } from './answers.ts';

export function updateFramework(deps: Deps): Commands['frameworks']['update'] {
  const { store, rooms, clock } = deps;
  return async (actor, slug, input) => {
    const reached = await reach(store, actor, slug, 'framework.manage');
    if (!reached.ok) return reached;
    const now = clock();
    const changes = changesOf(reached.value, input, now);
    const changed = await store.frameworks.change(reached.value.id, changes, now);
    if (!changed.ok) return changed;
    if ('archivedAt' in changes || 'visibility' in changes) {
      await rooms.recheck(({ room }) => room.frameworkId === changed.value.id);
    }
    return detailOf(deps, actor, changed.value);
  };
}

function changesOf(
  framework: StoredFramework,
  { archived, ...rest }: Parameters<Commands['frameworks']['update']>[2],
  now: Date,
): FrameworkChanges {
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const changes: FrameworkChanges = Object.fromEntries(given);
  const notice =
    changes.notice === undefined ? {} : { notice: noticeAfter(framework, changes.notice) };
  const isArchived = framework.archivedAt !== null;
  const archiving =
    archived === undefined || archived === isArchived ? {} : { archivedAt: archived ? now : null };
  return { ...changes, ...notice, ...archiving };
}

/** What says that sample content is a sample can be worded anew, not taken away. */
export function noticeAfter(framework: StoredFramework, notice: string): string {
  return framework.sample && notice.trim() === '' ? framework.notice : notice;
}
