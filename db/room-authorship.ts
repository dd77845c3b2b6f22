// Whose the client ids of a room are: kept with the update that first brings them, read when the room is loaded.
import { eq, sql } from 'drizzle-orm';
import type { Authorship } from '#core/document/authorship.ts';
import type { Driver, Orm } from './driver.ts';
import { roomCarried, roomWriters } from './schema/rooms.ts';

/** Keeps it inside a transaction that is already open; what was known gives way as `replaces` of core/document/authorship.ts says. */
export function createKeepAuthorship(
  driver: Driver,
): (roomId: number, authorship: Authorship, at: Date) => void {
  const writer = driver.prepare<[number, number, string, string | null, number, number, number]>(
    `INSERT INTO room_writers (room_id, client, actor_id, organisation_id, brought, restored, at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (room_id, client) DO UPDATE SET
       actor_id = excluded.actor_id, organisation_id = excluded.organisation_id,
       brought = excluded.brought, restored = excluded.restored, at = excluded.at
     WHERE (room_writers.brought = 1 AND excluded.brought = 0)
        OR (room_writers.brought = 0 AND room_writers.restored = 1 AND excluded.restored = 0
            AND room_writers.actor_id = excluded.actor_id)`,
  );
  const carried = driver.prepare<[number, number, number, number, number]>(
    `INSERT INTO room_carried (room_id, client, clock, length, author)
     VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  return (roomId, authorship, at) => {
    for (const { client, actorId, organisationId, brought, restored } of authorship.writers) {
      const flags = [brought ? 1 : 0, restored ? 1 : 0] as const;
      writer.run(roomId, client, actorId, organisationId, ...flags, at.getTime());
    }
    for (const { client, clock, length, author } of authorship.carried) {
      carried.run(roomId, client, clock, length, author);
    }
  };
}

export function createReadAuthorship(orm: Orm): (roomId: number) => Authorship {
  const { client, actorId, organisationId, brought, restored } = roomWriters;
  const writers = orm
    .select({ client, actorId, organisationId, brought, restored })
    .from(roomWriters)
    .where(eq(roomWriters.roomId, sql.placeholder('id')))
    .prepare();
  const carried = orm
    .select({
      client: roomCarried.client,
      clock: roomCarried.clock,
      length: roomCarried.length,
      author: roomCarried.author,
    })
    .from(roomCarried)
    .where(eq(roomCarried.roomId, sql.placeholder('id')))
    .prepare();
  return (id) => ({ writers: writers.all({ id }), carried: carried.all({ id }) });
}

/** A backup was restored: from now on nobody's words are known to be all here. */
export function noteRestored(orm: Orm): void {
  orm.update(roomWriters).set({ restored: true }).run();
}
