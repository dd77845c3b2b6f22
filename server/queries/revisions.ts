// The revisions of a framework, newest first, for who may read its working text.
import { accept } from '#core/refusal.ts';
import type { Queries } from '../context.ts';
import type { Deps } from '../deps.ts';
import { reach } from '../texts/access.ts';
import { numberCursor, pageLimit, pageOf } from './page.ts';
import { revisionSummary } from './summaries.ts';

export function revisionQueries({ store }: Deps): Queries['revisions'] {
  return {
    async list(actor, slug, page = {}) {
      const reached = await reach(store, actor, slug, 'working.read');
      if (!reached.ok) return reached;
      const before = numberCursor(page.cursor);
      if (typeof before === 'object') return before;
      const limit = pageLimit(page);
      const rows = await store.revisions.list(reached.value.id, {
        limit: limit + 1,
        ...(before === undefined ? {} : { before }),
      });
      return accept(pageOf(rows, limit, revisionSummary, (row) => String(row.number)));
    },
  };
}
