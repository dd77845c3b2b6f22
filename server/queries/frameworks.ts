// The frameworks that somebody may see.

import { can } from '#core/policy.ts';
import { accept } from '#core/refusal.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { Queries } from '../context.ts';
import type { Deps } from '../deps.ts';
import { reach } from '../texts/access.ts';
import type { Summaries } from './framework-summaries.ts';
import { pageLimit, pageOf } from './page.ts';

/** Where a list of frameworks goes on: when the last one shown was made, and its id. */
export const FRAMEWORK_CURSOR = /^(\d{1,15})_([^\s]{1,120})$/;

export function frameworkQueries(deps: Deps, summaries: Summaries): Queries['frameworks'] {
  const { store } = deps;
  return {
    async list(actor, page = {}) {
      const limit = pageLimit(page);
      const after = readCursor(page.cursor);
      const publicOnly = !can(actor, 'framework.see', {
        kind: 'framework',
        public: false,
        archived: false,
      });
      const rows = await store.frameworks.list({
        publicOnly,
        limit: limit + 1,
        ...(after ? { after } : {}),
      });
      const { items, cursor } = pageOf(rows, limit, (row) => row, cursorOf);
      return { items: await summaries.of(actor, items), cursor };
    },
    async get(actor, slug) {
      const reached = await reach(store, actor, slug);
      return reached.ok ? accept(await summaries.detail(actor, reached.value)) : reached;
    },
  };
}

function cursorOf({ createdAt, id }: StoredFramework): string {
  return `${createdAt.getTime()}_${id}`;
}

/** A cursor that we did not give out starts the list again. */
function readCursor(cursor: string | undefined): { createdAt: Date; id: string } | undefined {
  const [, time, id] = FRAMEWORK_CURSOR.exec(cursor ?? '') ?? [];
  return time !== undefined && id !== undefined
    ? { createdAt: new Date(Number(time)), id }
    : undefined;
}
