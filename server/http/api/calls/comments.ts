// Calls on threads of comments at the items of a working text.
import { z } from 'zod';
import { anchorSchema, LONGEST_ANCHOR } from '#core/document/anchor.ts';
import { itemIdSchema, slugSchema } from '#core/framework/interchange.ts';
import type { RefusalCode, Result } from '#core/refusal.ts';
import type { CommentThread } from '../../../context.ts';
import { type Call, call, type Reply } from '../call.ts';
import { commentThreadSchema } from '../comment-schema.ts';
import { none } from '../inputs.ts';
import { pageOf } from '../schemas.ts';

const itemParams = z.object({ slug: slugSchema, id: itemIdSchema });
const idSchema = z.string().regex(/^[\w-]{1,64}$/);
const idParams = z.object({ id: idSchema });
/** Too long is told by the command, in its words. */
const body = z.string().max(100_000);
const said = { body, mentions: z.array(idSchema).max(50).optional() };
const REFUSALS: readonly RefusalCode[] = ['not-found', 'invalid-input', 'archived'];

function given<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}

function answer(
  done: Result<CommentThread>,
  status = 200,
): Reply | Exclude<typeof done, { ok: true }> {
  return done.ok ? { status, json: done.value } : done;
}

export const COMMENT_CALLS: readonly Call[] = [
  call({
    method: 'GET',
    path: '/frameworks/{slug}/items/{id}/comments',
    id: 'listComments',
    least: 'reader',
    params: itemParams,
    query: none,
    body: null,
    successes: [{ status: 200, schema: pageOf(commentThreadSchema) }],
    refusals: ['not-found'],
    async handle({ queries, actor }, { params: { slug, id } }) {
      const listed = await queries.comments.list(actor, slug, { item: id });
      return listed.ok ? { status: 200, json: { items: listed.value, cursor: null } } : listed;
    },
  }),
  call({
    method: 'POST',
    path: '/frameworks/{slug}/items/{id}/comments',
    id: 'startComment',
    least: 'reader',
    params: itemParams,
    query: none,
    body: {
      kind: 'json',
      schema: z.object({
        ...said,
        quote: z.string().min(1).max(LONGEST_ANCHOR).optional(),
        anchor: anchorSchema.optional(),
      }),
    },
    successes: [{ status: 201, schema: commentThreadSchema }],
    refusals: REFUSALS,
    async handle({ commands, actor }, { params: { slug, id }, body: sent }) {
      return answer(await commands.comments.start(actor, slug, id, given(sent)), 201);
    },
  }),
  call({
    method: 'POST',
    path: '/comments/{id}/replies',
    id: 'replyComment',
    least: 'reader',
    params: idParams,
    query: none,
    body: { kind: 'json', schema: z.object(said) },
    successes: [{ status: 201, schema: commentThreadSchema }],
    refusals: REFUSALS,
    async handle({ commands, actor }, { params: { id }, body: sent }) {
      return answer(await commands.comments.reply(actor, id, given(sent)), 201);
    },
  }),
  call({
    method: 'PATCH',
    path: '/comments/{id}',
    id: 'editComment',
    least: 'reader',
    params: idParams,
    query: none,
    body: { kind: 'json', schema: z.object(said) },
    successes: [{ status: 200, schema: commentThreadSchema }],
    refusals: REFUSALS,
    async handle({ commands, actor }, { params: { id }, body: sent }) {
      return answer(await commands.comments.edit(actor, id, given(sent)));
    },
  }),
  call({
    method: 'DELETE',
    path: '/comments/{id}',
    id: 'removeComment',
    least: 'reader',
    params: idParams,
    query: none,
    body: null,
    successes: [{ status: 200, schema: commentThreadSchema }],
    refusals: ['not-found', 'archived'],
    async handle({ commands, actor }, { params: { id } }) {
      return answer(await commands.comments.remove(actor, id));
    },
  }),
  ...(['resolve', 'reopen'] as const).map((act) =>
    call({
      method: 'POST',
      path: `/comments/{id}/${act}`,
      id: `${act}Comment`,
      least: 'reader',
      params: idParams,
      query: none,
      body: { kind: 'json', schema: z.object({}) },
      successes: [{ status: 200, schema: commentThreadSchema }],
      refusals: ['not-found', 'archived'],
      async handle({ commands, actor }, { params: { id } }) {
        return answer(await commands.comments[act](actor, id));
      },
    }),
  ),
];
