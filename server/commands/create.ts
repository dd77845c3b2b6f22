// All commands but those on people, as routes, the API and the command line give them.
import type { Commands } from '../context.ts';
import type { Deps } from '../deps.ts';
import { guarded } from '../texts/guard.ts';
import { markThread } from './comments/mark-thread.ts';
import { editComment, removeComment } from './comments/own-comment.ts';
import { reanchorThread } from './comments/reanchor-thread.ts';
import { replyInThread } from './comments/reply.ts';
import { startThread } from './comments/start-thread.ts';
import { createFramework, importFramework } from './create-framework.ts';
import { freezeWorking } from './freeze.ts';
import { publishVersion } from './publish.ts';
import { recoverRoom } from './recover.ts';
import { removeFramework } from './remove-framework.ts';
import { removeSamples } from './remove-samples.ts';
import { replaceWorking } from './replace-working.ts';
import { restoreRevision } from './restore.ts';
import { updateFramework } from './update-framework.ts';
import { withdrawVersion } from './withdraw.ts';

/** Made once; each command takes who acts first, its input parsed at the edge, and says no with a refusal. */
export function createCommands(deps: Deps): Omit<Commands, 'people'> {
  return {
    frameworks: {
      create: guarded(createFramework(deps)),
      update: guarded(updateFramework(deps)),
      remove: guarded(removeFramework(deps)),
      import: guarded(importFramework(deps)),
      removeSamples: guarded(removeSamples(deps)),
    },
    working: {
      replace: guarded(replaceWorking(deps)),
      recover: guarded(recoverRoom(deps)),
    },
    revisions: {
      freeze: guarded(freezeWorking(deps)),
      restore: guarded(restoreRevision(deps)),
    },
    versions: {
      publish: guarded(publishVersion(deps)),
      withdraw: guarded(withdrawVersion(deps)),
    },
    comments: {
      start: guarded(startThread(deps)),
      reply: guarded(replyInThread(deps)),
      edit: guarded(editComment(deps)),
      remove: guarded(removeComment(deps)),
      resolve: guarded(markThread(deps, 'resolved')),
      reopen: guarded(markThread(deps, 'reopened')),
      reanchor: guarded(reanchorThread(deps)),
    },
  };
}
