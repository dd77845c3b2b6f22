// Threads as pages and programs get them: with names of now, and with their places in the text of now.
import { mentionedIn, type Named } from '#core/deliberation/mentions.ts';
import { threadState } from '#core/deliberation/threads.ts';
import { templateOf } from '#core/framework/templates.ts';
import type { Actor } from '#core/policy.ts';
import type { StoredThread } from '#db/comments.ts';
import type { StoredFramework } from '#db/frameworks.ts';
import type { CommentThread } from '../context.ts';
import type { Deps } from '../deps.ts';
import { isOwn } from '../texts/access.ts';
import { roomSpots, type Spot } from '../texts/comment-places.ts';
import { unlessUnavailable } from '../texts/guard.ts';

type Places = ReadonlyMap<string, Spot | null>;

/** Where the threads of each room are; threads of a text that cannot be read now are left out. */
async function placesOf(
  { rooms }: Pick<Deps, 'rooms'>,
  framework: StoredFramework,
  threads: readonly StoredThread[],
): Promise<Places> {
  const places = new Map<string, Spot | null>();
  const template = templateOf(framework.template);
  for (const { key } of template?.rooms ?? []) {
    const here = threads.filter(({ room }) => room === key);
    if (!template || here.length === 0) continue;
    const room = { frameworkId: framework.id, room: key };
    await unlessUnavailable(() =>
      rooms.read(room, (doc) => {
        const spots = roomSpots(doc, template, key, framework.language);
        for (const thread of here) places.set(thread.id, spots.place(thread)?.spot ?? null);
      }),
    );
  }
  return places;
}

function summary(
  actor: Actor,
  { events, comments, frameworkId: _, startedAt, ...thread }: StoredThread,
  places: Places,
  people: readonly Named[],
): CommentThread {
  const names = new Map(people.map((one) => [one.id, one]));
  const place = places.get(thread.id);
  return {
    ...thread,
    startedAt: startedAt.toISOString(),
    place: place ?? null,
    detached: place === null,
    state: threadState(events),
    events: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
    comments: comments.map(({ id, author, body, createdAt, editedAt, removedAt }) => ({
      id,
      author,
      body,
      mentions: mentionedIn(body, people).flatMap((person) => names.get(person) ?? []),
      createdAt: createdAt.toISOString(),
      editedAt: editedAt?.toISOString() ?? null,
      removed: removedAt !== null,
      own: removedAt === null && isOwn(actor, author),
    })),
  };
}

/** These threads as this actor sees them. */
export async function threadSummaries(
  deps: Pick<Deps, 'rooms' | 'store'>,
  actor: Actor,
  framework: StoredFramework,
  threads: readonly StoredThread[],
): Promise<readonly CommentThread[]> {
  const places = await placesOf(deps, framework, threads);
  const people = await deps.store.comments.everybody();
  return threads.map((thread) => summary(actor, thread, places, people));
}
