// What a page sends to act on comments and what it is answered, and asking the server for a room's threads.
import type { Named } from '#core/deliberation/mentions.ts';
import { paths } from '#core/paths.ts';
import type { CommentThread } from '#server/context.ts';

export const COMMENT_INTENTS = [
  'start',
  'reply',
  'edit',
  'remove',
  'resolve',
  'reopen',
  'reanchor',
] as const;
export type CommentIntent = (typeof COMMENT_INTENTS)[number];

/** The texts of a form by name, `intent` among them. */
export type CommentValues = Readonly<Record<string, string>> & { readonly intent: CommentIntent };

export type CommentAnswer =
  | { readonly ok: true; readonly thread: CommentThread }
  /** `message` is what the server said; null where it could not be reached. */
  | { readonly ok: false; readonly message: string | null };

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Sends one act. Never throws. */
export async function sendComment(slug: string, values: CommentValues): Promise<CommentAnswer> {
  try {
    const answer = await fetch(paths.threads(slug), {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams(values),
    });
    const said = record(await answer.json());
    if (answer.ok && said.thread) return { ok: true, thread: said.thread as CommentThread };
    return { ok: false, message: typeof said.message === 'string' ? said.message : null };
  } catch {
    return { ok: false, message: null };
  }
}

/** The threads of a room and who can be named in them; null where the server cannot be asked. */
export async function loadThreads(
  slug: string,
  room: string,
): Promise<{ threads: readonly CommentThread[]; people: readonly Named[] } | null> {
  try {
    const answer = await fetch(`${paths.threads(slug)}?${new URLSearchParams({ room })}`, {
      headers: { Accept: 'application/json' },
    });
    if (!answer.ok) return null;
    const said = record(await answer.json());
    return Array.isArray(said.threads) && Array.isArray(said.people)
      ? { threads: said.threads, people: said.people }
      : null;
  } catch {
    return null;
  }
}
