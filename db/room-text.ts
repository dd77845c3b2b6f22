// What stands in the store of one text: its live row, its state and updates, and the first thing that is wrong with them.
import { crc32 } from 'node:zlib';
import { and, asc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Orm } from './driver.ts';
import { roomStates, rooms, roomUpdates, roomWriters } from './schema/rooms.ts';

interface RoomName {
  readonly frameworkId: string;
  readonly room: string;
}

/**
 * `state`, `update`: its bytes are not those that were written. `state-missing`: it was compacted, and the state is
 * gone or an older one is back. `updates-missing`: it was written, and nothing of it is there.
 */
export type TextDamage =
  | { readonly what: 'state' | 'state-missing' | 'updates-missing'; readonly position?: undefined }
  | { readonly what: 'update'; readonly position: number };

export interface FoundText {
  /** Of the live row: the text that was damaged and the one that took its place have different ones. */
  readonly id: number;
  readonly damage: TextDamage | null;
  /** As it stands, intact or not; so the updates after it, oldest first. */
  readonly state: typeof roomStates.$inferSelect | null;
  readonly updates: readonly (typeof roomUpdates.$inferSelect)[];
  /** Client ids of texts that stood here before and whose history is lost. */
  readonly formerClients: readonly number[];
}

/** Which row is the live one of a room. */
export function isLive({ frameworkId, room }: RoomName) {
  return and(eq(rooms.frameworkId, frameworkId), eq(rooms.key, room), isNull(rooms.setAsideAt));
}

/** Undefined for a room that was never written. */
export type FindText = (room: RoomName) => FoundText | undefined;

/** Many texts are asked for at once when everybody comes back: the statements are made once. */
export function createFindText(orm: Orm): FindText {
  const id = sql.placeholder('id');
  const here = and(
    eq(rooms.frameworkId, sql.placeholder('frameworkId')),
    eq(rooms.key, sql.placeholder('room')),
  );
  const live = orm
    .select()
    .from(rooms)
    .where(and(here, isNull(rooms.setAsideAt)))
    .prepare();
  const states = orm.select().from(roomStates).where(eq(roomStates.roomId, id)).prepare();
  const after = orm
    .select()
    .from(roomUpdates)
    .where(and(eq(roomUpdates.roomId, id), gt(roomUpdates.position, sql.placeholder('upTo'))))
    .orderBy(asc(roomUpdates.position))
    .prepare();
  const former = orm
    .selectDistinct({ client: roomWriters.client })
    .from(rooms)
    .innerJoin(roomWriters, eq(roomWriters.roomId, rooms.id))
    .where(and(here, isNotNull(rooms.setAsideAt), eq(rooms.historyKept, false)))
    .prepare();
  return ({ frameworkId, room }) => {
    const row = live.get({ frameworkId, room });
    if (!row) return undefined;
    const { id, compactedUpTo } = row;
    const state = states.get({ id }) ?? null;
    const found = { id, state, updates: after.all({ id, upTo: state?.upTo ?? 0 }) };
    return {
      ...found,
      damage: damageOf(found, compactedUpTo ?? 0),
      formerClients: former.all({ frameworkId, room }).map(({ client }) => client),
    };
  };
}

function damageOf(
  { state, updates }: Pick<FoundText, 'state' | 'updates'>,
  compactedUpTo: number,
): TextDamage | null {
  if (state && crc32(state.bytes) !== state.crc) return { what: 'state' };
  if ((state?.upTo ?? 0) < compactedUpTo) return { what: 'state-missing' };
  // A room is made with its first update, and a state takes the place of updates: one of them is always there.
  if (!state && updates.length === 0) return { what: 'updates-missing' };
  const damaged = updates.find(({ bytes, crc }) => crc32(bytes) !== crc);
  return damaged ? { what: 'update', position: damaged.position } : null;
}
