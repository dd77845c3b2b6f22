// What is said about the working text, for who may read it, and who can be named in it.
import { accept } from '#core/refusal.ts';
import type { Queries } from '../context.ts';
import type { Deps } from '../deps.ts';
import { reach } from '../texts/access.ts';
import { threadSummaries } from './comment-threads.ts';

export function commentQueries(deps: Deps): Queries['comments'] {
  const { store } = deps;
  return {
    async list(actor, slug, where = {}) {
      const reached = await reach(store, actor, slug, 'working.read');
      if (!reached.ok) return reached;
      const threads = await store.comments.list(reached.value.id, where);
      return accept(await threadSummaries(deps, actor, reached.value, threads));
    },
    async people(actor, slug) {
      const reached = await reach(store, actor, slug, 'working.comment');
      return reached.ok ? accept(await store.comments.people()) : reached;
    },
  };
}
