// The way back for a damaged text: what of it can still be read, and putting it aside for another that takes its place.
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Authorship } from '#core/document/authorship.ts';
import type { Driver, Orm } from './driver.ts';
import type { Database } from './open.ts';
import { createReadAuthorship } from './room-authorship.ts';
import { createAppend, type LoggedUpdate } from './room-log.ts';
import { createFindText, type FindText, type TextDamage } from './room-text.ts';
import { rooms } from './schema/rooms.ts';

interface RoomName {
  readonly frameworkId: string;
  readonly room: string;
}

/** Bytes of the log with when the last change in them was made. */
interface Dated {
  readonly bytes: Uint8Array;
  readonly at: Date;
}

/** A text as far as its bytes are those that were written. */
export interface Salvage {
  /** Names the stored text: it is put aside as this one, or not at all. */
  readonly id: number;
  /** The first thing that is wrong; null where every byte is as it was written. */
  readonly damage: TextDamage | null;
  /** What comes before the damage: a state (V2), then updates (V1), oldest first. */
  readonly state: Dated | null;
  readonly updates: readonly Dated[];
  /** When each update was made that stands at the damage or after it, oldest first. */
  readonly after: readonly Date[];
  readonly authorship: Authorship;
}

/** A text that was put aside, and what took its place. */
export interface SetAside extends RoomName {
  readonly id: number;
  readonly at: Date;
  /** Name of who did it, as it was then. */
  readonly by: string;
  /** `readable`, `rN` or a version's label. */
  readonly replacedBy: string;
  readonly historyKept: boolean;
}

export interface Replacement {
  /** Id of the text that is put aside (`Salvage.id`). */
  readonly id: number;
  readonly by: string;
  readonly replacedBy: string;
  /** Whether `update` holds the history of the text before: then whose its words are goes along. */
  readonly historyKept: boolean;
  /** The whole new text, for the same room. */
  readonly update: LoggedUpdate;
}

export interface RoomRecovery {
  /** What can be read of a room's text; undefined for one that was never written. */
  salvage(room: RoomName): Promise<Salvage | undefined>;
  /**
   * Puts a text aside, its rows and bytes untouched, and `update` in its place, in one transaction. False, with
   * nothing done, where `id` is not the room's text any more.
   */
  replace(replacement: Replacement): Promise<boolean>;
  /** What was put aside, newest first; of one room where it is named. */
  aside(room?: RoomName): Promise<readonly SetAside[]>;
}

export function createRoomRecovery({ orm, driver, write }: Database): RoomRecovery {
  const put = createReplace(driver);
  const find = createFindText(orm);
  const authorship = createReadAuthorship(orm);
  return {
    async salvage(room) {
      return orm.transaction(() => salvage(find, authorship, room));
    },
    replace: (replacement) => write(() => put(replacement)),
    async aside(room) {
      return aside(orm, room);
    },
  };
}

function salvage(
  find: FindText,
  authorshipOf: (roomId: number) => Authorship,
  room: RoomName,
): Salvage | undefined {
  const found = find(room);
  if (!found) return undefined;
  const { id, damage, state, updates } = found;
  const authorship = authorshipOf(id);
  // Updates say what changed since the state: without it they are no text.
  const first =
    damage === null
      ? updates.length
      : damage.what === 'update'
        ? updates.findIndex(({ position }) => position === damage.position)
        : 0;
  // Where an older state is back, it is still what the text once was.
  const whole = state && damage?.what !== 'state';
  return {
    id,
    damage,
    state: whole ? { bytes: state.bytes, at: state.changedAt } : null,
    updates: updates.slice(0, first).map(({ bytes, at }) => ({ bytes, at })),
    after: updates.slice(first).map(({ at }) => at),
    authorship,
  };
}

function createReplace(driver: Driver): (replacement: Replacement) => boolean {
  const append = createAppend(driver);
  const putAside = driver.prepare<[number, string, string, number, number, string, string]>(
    `UPDATE rooms SET set_aside_at = ?, set_aside_by = ?, replaced_by = ?, history_kept = ?
     WHERE id = ? AND framework_id = ? AND key = ? AND set_aside_at IS NULL`,
  );
  const make = driver.prepare<[string, string]>(
    'INSERT INTO rooms (framework_id, key) VALUES (?, ?)',
  );
  const copies = [
    `INSERT INTO room_writers (room_id, client, actor_id, organisation_id, brought, at)
     SELECT ?, client, actor_id, organisation_id, brought, at FROM room_writers WHERE room_id = ?`,
    `INSERT INTO room_carried (room_id, client, clock, length, author)
     SELECT ?, client, clock, length, author FROM room_carried WHERE room_id = ?`,
  ].map((sql) => driver.prepare<[number, number]>(sql));
  return ({ id, by, replacedBy, historyKept, update }) => {
    const { frameworkId, room } = update.room;
    const at = update.at.getTime();
    const { changes } = putAside.run(
      at,
      by,
      replacedBy,
      historyKept ? 1 : 0,
      id,
      frameworkId,
      room,
    );
    if (changes === 0) return false;
    const made = Number(make.run(frameworkId, room).lastInsertRowid);
    if (historyKept) for (const copy of copies) copy.run(made, id);
    append([update]);
    return true;
  };
}

function aside(orm: Orm, room: RoomName | undefined): SetAside[] {
  const named = room && and(eq(rooms.frameworkId, room.frameworkId), eq(rooms.key, room.room));
  return orm
    .select()
    .from(rooms)
    .where(and(isNotNull(rooms.setAsideAt), named))
    .orderBy(desc(rooms.id))
    .all()
    .flatMap(({ id, frameworkId, key, setAsideAt, setAsideBy, replacedBy, historyKept }) =>
      setAsideAt === null
        ? []
        : [
            {
              id,
              frameworkId,
              room: key,
              at: setAsideAt,
              by: setAsideBy ?? '',
              replacedBy: replacedBy ?? '',
              historyKept: historyKept ?? false,
            },
          ],
    );
}
