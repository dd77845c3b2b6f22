// What all acts on comments share: reaching a thread, what may be said, who hears of it, telling the room.
import { keptComment, mentionedIn } from '#core/deliberation/mentions.ts';
import { LONGEST_COMMENT } from '#core/deliberation/threads.ts';
import { type Actor, can } from '#core/policy.ts';
import { accept, type Result, refuse } from '#core/refusal.ts';
import type { Added, NewComment, StoredThread } from '#db/comments.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { CommentInput, CommentThread } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { threadSummaries } from '../../queries/comment-threads.ts';
import { refused, targetOf } from '../../texts/access.ts';

export interface ReachedThread {
  readonly framework: StoredFramework;
  readonly thread: StoredThread;
}

/** Who acts, as comments keep it; null for nobody. */
export function actingAs(actor: Actor): NewComment['by'] | null {
  return actor.kind === 'anonymous' ? null : { kind: actor.kind, id: actor.id };
}

/** A thread, by its id or by that of a comment in it, that this actor may say something in. */
export async function reachThread(
  { store }: Deps,
  actor: Actor,
  id: string,
): Promise<Result<ReachedThread>> {
  const thread = (await store.comments.thread(id)) ?? (await store.comments.threadOf(id));
  const framework = thread && (await store.frameworks.byId(thread.frameworkId));
  if (!framework || !can(actor, 'framework.see', targetOf(framework))) return refuse('not-found');
  return refused(actor, 'working.comment', framework) ?? accept({ framework, thread });
}

/**
 * What is said, as it is kept, and who is to hear of it: people named in it, and (for an answer) whoever started the
 * thread. Refuses what says nothing or too much.
 */
export async function readComment(
  { store, clock, makeId }: Deps,
  by: NewComment['by'],
  input: CommentInput,
  thread?: StoredThread,
): Promise<Result<NewComment>> {
  const typed = input.body.trim();
  if (typed === '' || typed.length > LONGEST_COMMENT) {
    const problem = typed === '' ? 'refusal.problem.no-words' : 'refusal.problem.comment-too-long';
    return refuse('invalid-input', { errors: [{ path: 'body', problem }] });
  }
  const people = await store.comments.people();
  const body = keptComment(typed, people, input.mentions);
  const named = mentionedIn(body, people);
  const starter = thread?.comments[0]?.author;
  const answered = starter?.kind === 'account' && !named.includes(starter.id) ? [starter.id] : [];
  return accept({
    id: input.id ?? makeId(),
    by,
    body,
    at: clock(),
    notices: [
      ...named.map((accountId) => ({ accountId, why: 'mention' as const })),
      ...answered.map((accountId) => ({ accountId, why: 'reply' as const })),
    ],
  });
}

/** Tells the room, and answers with the thread as it is now. */
export async function answerThread(
  deps: Deps,
  actor: Actor,
  framework: StoredFramework,
  thread: Added | undefined,
): Promise<Result<CommentThread>> {
  if (thread === undefined || thread === 'taken') return refuse('not-found');
  deps.rooms.commentsChanged({ frameworkId: framework.id, room: thread.room });
  const [shown] = await threadSummaries(deps, actor, framework, [thread]);
  return shown ? accept(shown) : refuse('not-found');
}
