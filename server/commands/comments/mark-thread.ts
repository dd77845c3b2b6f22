// Resolving a thread of comments, and opening it again.
import type { ThreadEventKind } from '#core/deliberation/threads.ts';
import { refuse } from '#core/refusal.ts';
import type { Commands } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { actingAs, answerThread, reachThread } from './acting.ts';

export function markThread(deps: Deps, kind: ThreadEventKind): Commands['comments']['resolve'] {
  const { store, clock } = deps;
  return async (actor, id) => {
    const reached = await reachThread(deps, actor, id);
    if (!reached.ok) return reached;
    const { framework, thread } = reached.value;
    const by = actingAs(actor);
    if (!by) return refuse('not-signed-in');
    await store.comments.mark(thread.id, { kind, at: clock(), by });
    return answerThread(deps, actor, framework, await store.comments.thread(thread.id));
  };
}
