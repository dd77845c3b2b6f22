// How much a room takes before it says no; every number can be set, none is per address (a meeting room has one).

export interface RoomLimits {
  /** A larger message closes its connection with 4413. Bytes. */
  readonly messageBytes: number;
  /** State and log of a room together; what would go over it is refused by message 101. Bytes. */
  readonly roomBytes: number;
  /** What may wait unread in one socket before it is closed with 4408. Bytes. */
  readonly unreadBytes: number;
  /** Connections of one account, over all rooms; more are closed with 4429. Tokens are not counted. */
  readonly connectionsPerPerson: number;
  readonly connectionsPerRoom: number;
  /** Messages that carry an update, per connection: a steady rate and what may come at once; beyond, 4429. */
  readonly updatesPerSecond: number;
  readonly updatesAtOnce: number;
  /** A longer state of presence is not taken. Characters. */
  readonly presenceLength: number;
  /** Presence goes out to a room at most once in this time. Milliseconds. */
  readonly presenceEveryMs: number;
  /** A connection hears from the server at least once in twice this time. Milliseconds. */
  readonly heartbeatMs: number;
  /** How long a room stays in memory after its last use. Milliseconds. */
  readonly lingerMs: number;
  /** How long a text that could not be read is not asked for again. Milliseconds. */
  readonly failedMs: number;
  /** Pauses between two tries when the store takes nothing: the first, and the longest. Milliseconds. */
  readonly retryMs: number;
  readonly retryMaxMs: number;
  /** How long an act of the server waits for its commit before it says that the store takes nothing. Milliseconds. */
  readonly editWaitMs: number;
  /** The log is compacted once it has so many updates, or so many bytes and more than the state itself. */
  readonly compactUpdates: number;
  readonly compactBytes: number;
  /** A room that is left is compacted once its log has so many updates. */
  readonly compactUpdatesWhenLeft: number;
  /** Deleted words are kept for the rescue of late ones, until a room that is left holds more of them than this, and more than living ones. Characters. */
  readonly deletedKept: number;
}

const MB = 2 ** 20;

export const DEFAULT_LIMITS: RoomLimits = {
  messageBytes: 8 * MB,
  roomBytes: 64 * MB,
  unreadBytes: 8 * MB,
  connectionsPerPerson: 50,
  connectionsPerRoom: 2_000,
  updatesPerSecond: 1_000,
  updatesAtOnce: 400_000,
  presenceLength: 4_096,
  presenceEveryMs: 50,
  heartbeatMs: 10_000,
  lingerMs: 5_000,
  failedMs: 5_000,
  retryMs: 100,
  retryMaxMs: 2_000,
  editWaitMs: 10_000,
  compactUpdates: 500,
  compactBytes: MB / 4,
  compactUpdatesWhenLeft: 50,
  deletedKept: 200_000,
};
