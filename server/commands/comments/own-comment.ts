// What one may do to a comment of one's own: change its words, or take it back, which leaves a trace.
import type { Actor } from '#core/policy.ts';
import { accept, type Result, refuse } from '#core/refusal.ts';
import type { NewComment } from '#db/comments.ts';
import type { Commands } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { isOwn } from '../../texts/access.ts';
import { actingAs, answerThread, type ReachedThread, reachThread, readComment } from './acting.ts';

async function reachOwn(
  deps: Deps,
  actor: Actor,
  id: string,
): Promise<Result<ReachedThread & { readonly by: NewComment['by'] }>> {
  const reached = await reachThread(deps, actor, id);
  if (!reached.ok) return reached;
  const comment = reached.value.thread.comments.find((one) => one.id === id);
  const by = actingAs(actor);
  if (!comment || comment.removedAt !== null) return refuse('not-found');
  if (!by || !isOwn(actor, comment.author)) return refuse('not-allowed');
  return accept({ ...reached.value, by });
}

export function editComment(deps: Deps): Commands['comments']['edit'] {
  return async (actor, id, input) => {
    const own = await reachOwn(deps, actor, id);
    if (!own.ok) return own;
    const { framework, thread, by } = own.value;
    const comment = await readComment(deps, by, input);
    if (!comment.ok) return comment;
    const before = thread.comments.find((one) => one.id === id)?.body ?? '';
    // Who was named before has heard of it.
    const notices = comment.value.notices.filter(
      ({ accountId }) => !before.includes(`<@${accountId}>`),
    );
    await deps.store.comments.edit(id, { ...comment.value, notices });
    return answerThread(deps, actor, framework, await deps.store.comments.thread(thread.id));
  };
}

export function removeComment(deps: Deps): Commands['comments']['remove'] {
  return async (actor, id) => {
    const own = await reachOwn(deps, actor, id);
    if (!own.ok) return own;
    const { framework, thread } = own.value;
    await deps.store.comments.remove(id, deps.clock());
    return answerThread(deps, actor, framework, await deps.store.comments.thread(thread.id));
  };
}
