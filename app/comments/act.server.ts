// An act on comments as a form sends it, read and told to the commands: the same for the editor and for pages without script.
import { z } from 'zod';
import { type Anchor, anchorSchema } from '#core/document/anchor.ts';
import type { Result } from '#core/refusal.ts';
import type { AppContext, CommentThread } from '#server/context.ts';
import { COMMENT_INTENTS } from './acting.ts';

const id = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .optional();

const formSchema = z.object({
  intent: z.enum(COMMENT_INTENTS),
  /** Of the thread, or of the comment, that is meant. */
  thread: id,
  comment: id,
  /** Of the comment to be. */
  id,
  item: z.string().max(200).default(''),
  room: z.string().max(200).optional(),
  body: z.string().max(100_000).default(''),
  anchor: z.string().max(20_000).optional(),
  mentions: z
    .string()
    .max(5_000)
    .default('')
    .transform((text) => text.split(' ').filter(Boolean)),
});

function anchorOf(text: string | undefined): Anchor | undefined {
  if (!text) return undefined;
  try {
    return anchorSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What the form asked for, done or refused. Null for a form that is none of ours. */
export async function actOnComments(
  { actor, commands }: AppContext,
  slug: string,
  values: Record<string, string>,
): Promise<Result<CommentThread> | null> {
  const parsed = formSchema.safeParse(values);
  if (!parsed.success) return null;
  const { intent, item, body, mentions, room } = parsed.data;
  const thread = parsed.data.thread ?? '';
  const comment = parsed.data.comment ?? '';
  const said = { body, mentions, ...(parsed.data.id ? { id: parsed.data.id } : {}) };
  const { comments } = commands;
  switch (intent) {
    case 'start': {
      const anchor = anchorOf(parsed.data.anchor);
      const where = { ...(anchor ? { anchor } : {}), ...(room ? { room } : {}) };
      return comments.start(actor, slug, item, { ...said, ...where });
    }
    case 'reply':
      return comments.reply(actor, thread, said);
    case 'edit':
      return comments.edit(actor, comment, said);
    case 'remove':
      return comments.remove(actor, comment);
    case 'resolve':
    case 'reopen':
    case 'reanchor':
      return comments[intent](actor, thread);
  }
}
