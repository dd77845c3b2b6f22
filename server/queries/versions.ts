// The published versions of a framework, newest first: those that somebody may read.

import { can } from '#core/policy.ts';
import { accept } from '#core/refusal.ts';
import type { Queries } from '../context.ts';
import type { Deps } from '../deps.ts';
import { reach, targetOf } from '../texts/access.ts';
import { numberCursor, pageLimit, pageOf } from './page.ts';
import { versionSummary } from './summaries.ts';

export function versionQueries({ store }: Deps): Queries['versions'] {
  return {
    async list(actor, slug, page = {}) {
      const reached = await reach(store, actor, slug);
      if (!reached.ok) return reached;
      const before = numberCursor(page.cursor);
      if (typeof before === 'object') return before;
      const limit = pageLimit(page);
      const rows = await store.versions.list(reached.value.id, {
        publicOnly: !can(actor, 'working.read', targetOf(reached.value)),
        limit: limit + 1,
        ...(before === undefined ? {} : { before }),
      });
      return accept(pageOf(rows, limit, versionSummary, (row) => String(row.position)));
    },
  };
}
