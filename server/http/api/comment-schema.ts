// A thread of comments as the interface gives it; held to the type of server/context.ts.
import { z } from 'zod';
import { anchorSchema } from '#core/document/anchor.ts';
import type { CommentActor, CommentThread } from '../../context.ts';

const instant = z.iso.datetime({ precision: 3 });

const actorSchema: z.ZodType<CommentActor> = z.object({
  kind: z.enum(['account', 'token']),
  id: z.string(),
  name: z.string(),
});

export const commentThreadSchema: z.ZodType<CommentThread> = z.object({
  id: z.string(),
  room: z.string(),
  item: z.string(),
  itemTitle: z.string(),
  quote: z.string(),
  anchor: anchorSchema.nullable(),
  place: z
    .object({ item: z.string(), section: z.string(), number: z.string(), title: z.string() })
    .nullable(),
  detached: z.boolean(),
  state: z.enum(['open', 'resolved', 'reopened']),
  startedAt: instant,
  events: z.array(
    z.object({ kind: z.enum(['resolved', 'reopened']), at: instant, by: actorSchema }),
  ),
  comments: z.array(
    z.object({
      id: z.string(),
      author: actorSchema,
      body: z.string(),
      mentions: z.array(z.object({ id: z.string(), name: z.string() })),
      createdAt: instant,
      editedAt: instant.nullable(),
      removed: z.boolean(),
      own: z.boolean(),
    }),
  ),
});
