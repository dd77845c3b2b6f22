// A page's queries that have no refusal of their own: a store that cannot serve is an answer with its status, not a failure.
import { REFUSALS } from '#core/refusal.ts';
import type { Translate } from '#locales/catalogue.ts';
import type { Queries, Sessions } from '../context.ts';
import { refusalOf } from '../texts/guard.ts';

/** What loaders throw where they cannot go on: the pages show its words under its status. */
function answerFor(t: Translate, error: unknown): unknown {
  const refusal = refusalOf(error);
  if (!refusal) return error;
  const { code, values } = refusal;
  return Response.json({ code, message: t(`refusal.${code}`, values) }, { status: REFUSALS[code] });
}

/** The same queries and sessions; where the store cannot serve, what cannot say no throws a Response that does. */
export function excused(
  t: Translate,
  queries: Queries,
  sessions: Sessions,
): { queries: Queries; sessions: Sessions } {
  const kindly =
    <A extends unknown[], T>(fn: (...args: A) => Promise<T>) =>
    (...args: A): Promise<T> =>
      fn(...args).catch((error: unknown) => {
        throw answerFor(t, error);
      });
  return {
    queries: {
      ...queries,
      frameworks: { ...queries.frameworks, list: kindly(queries.frameworks.list) },
      items: { find: kindly(queries.items.find), titles: kindly(queries.items.titles) },
      people: { ...queries.people, setupOpen: kindly(queries.people.setupOpen) },
    },
    sessions: { ...sessions, signOut: kindly(sessions.signOut) },
  };
}
