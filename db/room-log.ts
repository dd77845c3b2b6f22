// The log of the live texts: what a room loads, appends and compacts. Structurally the RoomStore of server/sync.
import { crc32 } from 'node:zlib';
import { and, asc, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import { type Authorship, NO_AUTHORSHIP } from '#core/document/authorship.ts';
import type { Driver, Orm } from './driver.ts';
import { giveBack, lengthenLog } from './log-file.ts';
import type { Database } from './open.ts';
import { createKeepAuthorship, createReadAuthorship, noteRestored } from './room-authorship.ts';
import { createFindText, isLive, type TextDamage } from './room-text.ts';
import { roomStates, rooms, roomUpdates } from './schema/rooms.ts';

interface RoomName {
  readonly frameworkId: string;
  readonly room: string;
}

export interface LoggedUpdate {
  readonly room: RoomName;
  readonly update: Uint8Array;
  readonly actorId: string;
  readonly at: Date;
  /** Whose the client ids in it are, where that is new. */
  readonly authorship?: Authorship | undefined;
}

interface StoredRoom {
  readonly state: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
  readonly upTo: number;
  readonly authorship?: Authorship;
  /** Client ids of texts that stood here and whose history is lost: whoever brings them holds another text. */
  readonly formerClients?: readonly number[];
}

/** How far a framework's texts have come. */
export interface LogMark {
  /** Changes whenever an update of one of its rooms is logged, and only then; compaction leaves it. */
  readonly position: number;
  /** When the last update was made; null where there never was one. */
  readonly changedAt: Date | null;
}

export interface RoomLog {
  /** Throws UnreadableRoom when stored bytes are damaged or missing. A room that was never written loads empty. */
  load(room: RoomName): Promise<StoredRoom>;
  /** All updates, of any rooms, in one transaction and one fsync. Resolves to the log position of each. */
  append(updates: readonly LoggedUpdate[]): Promise<readonly number[]>;
  /** Replaces everything up to `upTo` by `state` (V2), in one transaction; an older `upTo` than before changes nothing. */
  compact(room: RoomName, state: Uint8Array, upTo: number): Promise<void>;
  /** Before much is written: lets the disk take each append sooner. */
  prepare(): Promise<void>;
  /** Gives the disk back the room that replaced updates took, in the file and in the log of writes, where it is much. */
  giveBack(): Promise<void>;
  /** Who wrote in a room. */
  authorship(room: RoomName): Promise<Authorship>;
  /** Notes that this database is an older one that was put back: browsers may hold words that it has not any more. */
  noteRestored(): Promise<void>;
  /** The marks of all frameworks that have a text, by framework id. */
  marks(): Promise<ReadonlyMap<string, LogMark>>;
  mark(frameworkId: string): Promise<LogMark>;
  /** Every room that was ever written, as it is now, for checking. */
  names(): Promise<readonly RoomName[]>;
}

/** Stored bytes of a room differ from those that were written, or are not there any more. */
export class UnreadableRoom extends Error {
  override readonly name = 'UnreadableRoom';
  constructor(
    readonly room: RoomName,
    readonly what: string,
  ) {
    super(`text ${room.room} of framework ${room.frameworkId}: ${what}`);
  }
}

/** The log kept in `database`. */
export function createRoomLog(database: Database): RoomLog {
  const { orm, driver, write } = database;
  const append = createAppend(driver);
  const authorshipOf = createReadAuthorship(orm);
  const load = createLoad(orm, authorshipOf);
  return {
    async load(room) {
      // One read transaction: a compaction by another process can't fall between the state and its updates.
      return orm.transaction(() => load(room));
    },
    append: (updates) => write(() => append(updates)),
    compact: (room, state, upTo) => write((tx) => compact(tx, room, state, upTo)),
    giveBack: () => giveBack(database),
    async prepare() {
      lengthenLog(database);
    },
    async authorship(room) {
      const id = roomId(orm, room);
      return id === undefined ? NO_AUTHORSHIP : authorshipOf(id);
    },
    noteRestored: () => write((tx) => noteRestored(tx)),
    async marks() {
      return readMarks(orm);
    },
    async mark(frameworkId) {
      return readMarks(orm, frameworkId).get(frameworkId) ?? { position: 0, changedAt: null };
    },
    async names() {
      return orm
        .select({ frameworkId: rooms.frameworkId, room: rooms.key })
        .from(rooms)
        .where(isNull(rooms.setAsideAt))
        .orderBy(asc(rooms.id))
        .all();
    },
  };
}

function createLoad(
  orm: Orm,
  authorshipOf: (roomId: number) => Authorship,
): (room: RoomName) => StoredRoom {
  const find = createFindText(orm);
  return (room) => {
    const found = find(room);
    if (!found) return { state: null, updates: [], upTo: 0 };
    const { id, damage, state, updates, formerClients } = found;
    if (damage) throw new UnreadableRoom(room, whatOf(damage));
    return {
      state: state?.bytes ?? null,
      updates: updates.map((update) => update.bytes),
      upTo: updates.at(-1)?.position ?? state?.upTo ?? 0,
      authorship: authorshipOf(id),
      formerClients,
    };
  };
}

function whatOf({ what, position }: TextDamage): string {
  switch (what) {
    case 'state':
      return 'its state is damaged';
    case 'state-missing':
      return 'its state is missing';
    case 'update':
      return `update ${position} is damaged`;
    case 'updates-missing':
      return 'all its updates are missing';
  }
}

/** Appends inside a transaction that is already open: the first text of a framework comes with the framework. */
export type AppendUpdates = (updates: readonly LoggedUpdate[]) => number[];

/**
 * Every keystroke of everybody passes here: statements made once, by the driver itself, take a seventh of the
 * time that building each of them anew does.
 */
export function createAppend(driver: Driver): AppendUpdates {
  const find = driver.prepare<[string, string], { id: number }>(
    'SELECT id FROM rooms WHERE framework_id = ? AND key = ? AND set_aside_at IS NULL',
  );
  const make = driver.prepare<[string, string]>(
    'INSERT INTO rooms (framework_id, key) VALUES (?, ?)',
  );
  const add = driver.prepare<[number, Buffer, number, string, number]>(
    'INSERT INTO room_updates (room_id, bytes, crc, actor_id, at) VALUES (?, ?, ?, ?, ?)',
  );
  const idOf = ({ frameworkId, room }: RoomName) =>
    find.get(frameworkId, room)?.id ?? Number(make.run(frameworkId, room).lastInsertRowid);
  const keep = createKeepAuthorship(driver);
  return (updates) =>
    updates.map(({ room, update, actorId, at, authorship }) => {
      const bytes = Buffer.from(update.buffer, update.byteOffset, update.byteLength);
      const id = idOf(room);
      const added = add.run(id, bytes, crc32(bytes), actorId, at.getTime());
      if (authorship) keep(id, authorship, at);
      return Number(added.lastInsertRowid);
    });
}

function compact(orm: Orm, room: RoomName, state: Uint8Array, upTo: number): void {
  const id = roomId(orm, room);
  if (id === undefined) return;
  const before = orm.select().from(roomStates).where(eq(roomStates.roomId, id)).get();
  if (before && before.upTo > upTo) return;
  const replaced = and(eq(roomUpdates.roomId, id), lte(roomUpdates.position, upTo));
  const last = orm
    .select({ at: roomUpdates.at })
    .from(roomUpdates)
    .where(replaced)
    .orderBy(desc(roomUpdates.position))
    .get();
  const changedAt = last?.at ?? before?.changedAt;
  if (!changedAt) return;
  const bytes = Buffer.from(state.buffer, state.byteOffset, state.byteLength);
  const row = { bytes, crc: crc32(bytes), upTo, changedAt };
  orm
    .insert(roomStates)
    .values({ roomId: id, ...row })
    .onConflictDoUpdate({ target: roomStates.roomId, set: row })
    .run();
  orm.update(rooms).set({ compactedUpTo: upTo }).where(eq(rooms.id, id)).run();
  orm.delete(roomUpdates).where(replaced).run();
}

function roomId(orm: Orm, room: RoomName): number | undefined {
  return orm.select({ id: rooms.id }).from(rooms).where(isLive(room)).get()?.id;
}

/** The marks of all frameworks that have a text, or of one, inside a transaction that may be open. */
export function readMarks(orm: Orm, frameworkId?: string): Map<string, LogMark> {
  const last = (column: 'position' | 'at') =>
    sql<number>`coalesce((SELECT u.${sql.raw(column)} FROM ${roomUpdates} u WHERE u.room_id = ${rooms.id} ORDER BY u.position DESC LIMIT 1), 0)`;
  const rows = orm
    .select({
      frameworkId: rooms.frameworkId,
      position: sql<number>`max(max(${last('position')}, coalesce(${roomStates.upTo}, 0)))`,
      changedAt: sql<number>`max(max(${last('at')}, coalesce(${roomStates.changedAt}, 0)))`,
    })
    .from(rooms)
    .leftJoin(roomStates, eq(roomStates.roomId, rooms.id))
    .where(frameworkId === undefined ? undefined : eq(rooms.frameworkId, frameworkId))
    .groupBy(rooms.frameworkId)
    .all();
  return new Map(
    rows.map((row) => [
      row.frameworkId,
      {
        position: row.position,
        changedAt: row.changedAt > 0 ? new Date(row.changedAt) : null,
      },
    ]),
  );
}
