// A server's store, live rooms, queries and commands on a database of its own, with time and ids in hand.

import { compareDocuments } from '#core/comparison/compare.ts';
import {
  type InterchangeDocument,
  interchangeDocumentSchema,
} from '#core/framework/interchange.ts';
import type { Actor, Role } from '#core/policy.ts';
import { ANONYMOUS } from '#core/policy.ts';
import type { Refusal, Result } from '#core/refusal.ts';
import type { Database } from '#db/open.ts';
import { sampleDocuments } from '#db/sample.ts';
import { createStore } from '#db/store.ts';
import { createCommands } from '#server/commands/create.ts';
import { createDeps, type Deps } from '#server/deps.ts';
import { createFileReader, type FileReader } from '#server/exchange/file-reader.ts';
import { workOnFile } from '#server/exchange/files/work.ts';
import { createQueries } from '#server/queries/create.ts';
import { createRoomDoor } from '#server/room-door.ts';
import { systemClock } from '#server/sync/clock.ts';
import { DEFAULT_LIMITS } from '#server/sync/limits.ts';
import { Rooms } from '#server/sync/rooms.ts';
import { temporaryDatabase } from '../temporary-database.ts';

const account = (role: Role): Actor => ({
  kind: 'account',
  id: `id-${role}`,
  name: `Ada ${role}`,
  role,
});

export const ACTORS = {
  anonymous: ANONYMOUS,
  reader: account('reader'),
  editor: account('editor'),
  coordinator: account('coordinator'),
} as const;
export const { anonymous, reader, editor, coordinator } = ACTORS;

export interface House {
  readonly database: Database;
  readonly deps: Deps;
  readonly rooms: Rooms;
  readonly store: Deps['store'];
  readonly queries: ReturnType<typeof createQueries>;
  readonly commands: ReturnType<typeof createCommands>;
}

/** Files read without a thread. */
export function filesAtOnce(): FileReader {
  return createFileReader({ warn() {} }, { ask: async (task) => workOnFile(task), async end() {} });
}

/** On `database`, or a fresh one. Each look at the clock is a second later than the one before. */
export function house(database: Database = temporaryDatabase()): House {
  const store = createStore(database);
  const silent = { info() {}, warn() {}, error() {} };
  const rooms = new Rooms({
    store: store.log,
    door: createRoomDoor(store.frameworks, async (actor) => actor),
    clock: systemClock,
    log: silent,
    limits: DEFAULT_LIMITS,
  });
  let seconds = 0;
  let ids = 0;
  const deps = createDeps({
    store,
    rooms,
    comparer: { compare: async (...asked) => compareDocuments(...asked), async close() {} },
    files: filesAtOnce(),
    clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)),
    makeId: () => `id-${++ids}`,
    random: seeded(20261),
  });
  return {
    database,
    deps,
    rooms,
    store,
    queries: createQueries(deps),
    commands: createCommands(deps),
  };
}

/** Numbers in [0, 1) that are the same each time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What was accepted; fails the test where it was refused. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}

/** 'ok' or the code of the refusal. */
export function answer(result: { ok: true } | Refusal): string {
  return result.ok ? 'ok' : result.code;
}

/** The sample documents that come with the program, by slug. */
export const SAMPLES: readonly InterchangeDocument[] = sampleDocuments().map((one) =>
  interchangeDocumentSchema.parse(one),
);

export function sample(slug: string): InterchangeDocument {
  const found = SAMPLES.find(({ framework }) => framework.slug === slug);
  if (!found) throw new Error(`no sample ${slug}`);
  return structuredClone(found);
}
