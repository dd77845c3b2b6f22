// Everything of the server but its doors: store, rooms, people, queries and commands, wired once. The server and the command line open the same house.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createIdempotency, type IdempotencyStore } from '#db/idempotency.ts';
import { openDatabase } from '#db/open.ts';
import { DatabaseRefused } from '#db/refused.ts';
import { sampleDocuments } from '#db/sample.ts';
import { createStore, type Store } from '#db/store.ts';
import { createPeople, type People } from './auth/people.ts';
import { serverSecret } from './auth/secrets.ts';
import { createCommands } from './commands/create.ts';
import { loadSample } from './commands/load-sample.ts';
import { createThreadComparer } from './comparing/thread-comparer.ts';
import type { Commands, Queries } from './context.ts';
import { databaseFile, isRestoreUnfinished } from './data-folder.ts';
import { createDeps } from './deps.ts';
import type { Env } from './env.ts';
import { createFileReader } from './exchange/file-reader.ts';
import type { Log } from './log.ts';
import { type CommentMail, createCommentMail } from './mail/comment-mail.ts';
import { createMailer, senderAddress } from './mail/mailer.ts';
import { createQueries } from './queries/create.ts';
import { createRoomDoor } from './room-door.ts';
import { systemClock } from './sync/clock.ts';
import { Rooms } from './sync/rooms.ts';
import { createQuietRevisions, type QuietRevisions } from './texts/quiet-revisions.ts';

/** Shown where the network's name would stand, until it can be set. */
export const NETWORK_NAME = 'Triptyque';

/** How long the end waits for letters, last uses of tokens and an automatic revision under way. */
const SETTLE_MS = 1_000;

export interface House {
  readonly store: Store;
  readonly rooms: Rooms;
  readonly people: People;
  readonly queries: Queries;
  readonly commands: Commands;
  readonly idempotency: IdempotencyStore;
  /** Automatic revisions: begun by the server, not by the command line. */
  readonly quiet: QuietRevisions;
  /** Letters about comments: begun by the server, not by the command line. */
  readonly commentMail: CommentMail;
  /** Resolves when texts and all else can be read and written now; throws why not, within a second. */
  probe(): Promise<void>;
  /**
   * Commits what is still to be committed, sends everybody off, closes the database. Where the store takes
   * nothing, resolves all the same, to the number of updates of each room that it did not take.
   */
  close(): Promise<ReadonlyMap<string, number>>;
}

/**
 * Opens the house of `env.dataDir`, whose lock the caller holds; puts the sample content in on the
 * first run. `url` gives the address of a path as people outside see it. Throws DatabaseRefused
 * where the database must not be used.
 */
export async function openHouse(env: Env, log: Log, url: (path: string) => string): Promise<House> {
  const { dataDir } = env;
  if (isRestoreUnfinished(dataDir)) {
    throw new DatabaseRefused({ code: 'restore-unfinished', folder: dataDir });
  }
  const database = openDatabase(databaseFile(dataDir));
  const clock = () => new Date();
  const makeId = () => randomUUID();
  const store = createStore(database);
  // The rooms ask people who may come in, people tell the rooms when that changes: the door is between.
  const door = createRoomDoor(store.frameworks, (actor) => people.actorNow(actor));
  const rooms = new Rooms({
    store: store.log,
    door,
    clock: systemClock,
    log,
    limits: env.limits,
  });
  const email = senderAddress(env.smtpUrl, url('/'));
  const mailer = createMailer({
    smtpUrl: env.smtpUrl,
    dataDir: env.dataDir,
    from: { name: NETWORK_NAME, email },
    clock,
    makeId,
  });
  const people = createPeople({
    database,
    clock,
    makeId,
    secret: serverSecret(env.dataDir),
    mailer,
    networkName: NETWORK_NAME,
    url,
    rooms,
    log,
  });
  const comparer = createThreadComparer();
  const files = createFileReader(log);
  const deps = createDeps({ store, rooms, comparer, files, clock, makeId, random: Math.random });
  const quiet = createQuietRevisions({ ...deps, clock: systemClock, log, times: env.revisions });
  const commentMail = createCommentMail({
    store,
    mailer,
    networkName: NETWORK_NAME,
    url,
    clock: systemClock,
    log,
    everyMs: env.commentMailMs,
  });
  const loaded = await loadSample(deps, sampleDocuments(), env.sample);
  if (loaded > 0) log.info('sample content loaded', { frameworks: loaded });
  return {
    store,
    rooms,
    people,
    queries: {
      ...createQueries(deps),
      people: people.queries,
    },
    commands: { ...createCommands(deps), people: people.commands },
    idempotency: createIdempotency(database),
    quiet,
    commentMail,
    async probe() {
      await store.integrity.probe();
      // A store may take a small write and not what waits: it is ready when nothing waits for it.
      const { trouble } = rooms;
      if (trouble) throw new Error(trouble.why);
    },
    async close() {
      const under = Promise.all([quiet.stop(), commentMail.stop()]);
      const unsaved = await rooms.closeAll();
      await Promise.race([Promise.all([people.settle(), under]), pause(SETTLE_MS)]);
      await Promise.all([comparer.close(), files.close()]);
      database.close();
      return unsaved;
    },
  };
}
