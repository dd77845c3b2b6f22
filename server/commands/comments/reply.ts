// Answering in a thread of comments.
import { refuse } from '#core/refusal.ts';
import type { Commands } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { actingAs, answerThread, reachThread, readComment } from './acting.ts';

export function replyInThread(deps: Deps): Commands['comments']['reply'] {
  return async (actor, id, input) => {
    const reached = await reachThread(deps, actor, id);
    if (!reached.ok) return reached;
    const { framework, thread } = reached.value;
    const by = actingAs(actor);
    if (!by) return refuse('not-signed-in');
    const comment = await readComment(deps, by, input, thread);
    if (!comment.ok) return comment;
    const answered = await deps.store.comments.reply(thread.id, comment.value);
    return answerThread(deps, actor, framework, answered);
  };
}
