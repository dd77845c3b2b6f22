// How much a room takes before it says no, and its times; every number can be set (`LIMIT_…` of the environment,
// read by server/env.ts), none is per address (a meeting room has one).

/** One number that can be set: what it is where nobody sets it, and between what it may be set. */
export interface Limit {
  readonly standard: number;
  readonly least: number;
  readonly most: number;
}

const KB = 2 ** 10;
const MB = 2 ** 20;
const HOUR_MS = 3_600_000;

function limit(standard: number, least: number, most: number): Limit {
  return { standard, least, most };
}

export const LIMITS = {
  /** A larger message closes its connection with 4413. Bytes. */
  messageBytes: limit(8 * MB, KB, 128 * MB),
  /** State and log of a room together; what would go over it is refused by message 101. Bytes. */
  roomBytes: limit(64 * MB, 4 * KB, 1024 * MB),
  /** What may wait unread in one socket before it is closed with 4408. Bytes. */
  unreadBytes: limit(8 * MB, 4 * KB, 256 * MB),
  /** Connections of one account, over all rooms; more are closed with 4429. Tokens are not counted. */
  connectionsPerPerson: limit(50, 1, 100_000),
  connectionsPerRoom: limit(2_000, 1, 100_000),
  /** Messages that carry an update, per connection: a steady rate and what may come at once; beyond, 4429. */
  updatesPerSecond: limit(1_000, 1, 1_000_000),
  updatesAtOnce: limit(400_000, 10, 10_000_000),
  /** A longer state of presence is not taken. Characters. */
  presenceLength: limit(4_096, 64, MB),
  /** Presence goes out to a room at most once in this time. Milliseconds. */
  presenceEveryMs: limit(50, 1, 5_000),
  /** A connection hears from the server at least once in twice this time (a browser gives up after 30 s). Milliseconds. */
  heartbeatMs: limit(10_000, 50, 14_000),
  /** Rights of whoever is connected are asked again each time this has passed: a session ends by time too. Milliseconds. */
  rightsEveryMs: limit(30_000, 100, 50_000),
  /** How long a room stays in memory after its last use. Milliseconds. */
  lingerMs: limit(5_000, 0, HOUR_MS),
  /** How long a text that could not be read is not asked for again. Milliseconds. */
  failedMs: limit(5_000, 0, HOUR_MS),
  /** Pauses between two tries when the store takes nothing: the first, and the longest. Milliseconds. */
  retryMs: limit(100, 1, 60_000),
  retryMaxMs: limit(2_000, 1, 60_000),
  /** How long an act of the server waits for its commit before it says that the store takes nothing. Milliseconds. */
  editWaitMs: limit(10_000, 10, HOUR_MS),
  /** How long a reader waits for what is about to be saved, before it gets what is on disk. Milliseconds. */
  readWaitMs: limit(1_000, 0, 60_000),
  /** How long the end of the server waits for a store that takes nothing; the whole stop must take less than 5 s. Milliseconds. */
  flushMs: limit(2_000, 0, 3_000),
  /** The log is compacted once it has so many updates, or so many bytes and more than the state itself. */
  compactUpdates: limit(2_000, 2, 1_000_000),
  compactBytes: limit(MB / 4, KB, 1024 * MB),
  /** Where people are in a room and nobody has written for so long, it is at rest, as when it is left. Milliseconds. */
  compactQuietMs: limit(60_000, 1, HOUR_MS),
  /** A room that is left or at rest is compacted once its log has so many updates, or so many bytes and more than the state. */
  compactUpdatesWhenLeft: limit(50, 1, 1_000_000),
  compactBytesWhenLeft: limit(16 * KB, KB, 1024 * MB),
  /** Deleted words are kept for the rescue of late ones, until a room that is left or at rest holds more of them than this, and more than living ones. Characters. */
  deletedKept: limit(200_000, 0, 100_000_000),
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitKey = keyof typeof LIMITS;
export type RoomLimits = Readonly<Record<LimitKey, number>>;

export const LIMIT_KEYS = Object.keys(LIMITS) as readonly LimitKey[];

/** All limits, each the number that `each` gives for it. */
export function limitsFrom(each: (key: LimitKey) => number): RoomLimits {
  return Object.fromEntries(LIMIT_KEYS.map((key) => [key, each(key)])) as Record<LimitKey, number>;
}

export const DEFAULT_LIMITS: RoomLimits = limitsFrom((key) => LIMITS[key].standard);

/** The variable that sets a limit: `messageBytes` is `LIMIT_MESSAGE_BYTES`. */
export function variableOf(key: LimitKey): string {
  return `LIMIT_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}
