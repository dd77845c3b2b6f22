// What a server has committed of a room, read from its database file by another process: what a page says is held against it.
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import * as Y from 'yjs';
import { ITEMS } from '#core/document/wire.ts';
import type { ServerProcess } from '../server-process.ts';

export interface OnDisk {
  /** All the words that stand in items now, as a reader of the file finds them at this moment. */
  text(): string;
  close(): void;
}

/** Opens the file for reading only; a writer, or a lock on writing, is not disturbed by it. */
export function onDisk(
  server: Pick<ServerProcess, 'dataDir'>,
  slug: string,
  roomKey: string,
): OnDisk {
  const file = new Sqlite(join(server.dataDir, 'triptyque.db'), { readonly: true });
  const doc = new Y.Doc();
  const room = file
    .prepare<[string, string], { id: number }>(
      `SELECT rooms.id FROM rooms JOIN frameworks ON frameworks.id = rooms.framework_id
       WHERE frameworks.slug = ? AND rooms.key = ? AND set_aside_at IS NULL`,
    )
    .get(slug, roomKey);
  if (!room) throw new Error(`no room ${slug}/${roomKey}`);
  const states = file.prepare<[number, number], { bytes: Buffer; at: number }>(
    'SELECT bytes, up_to AS at FROM room_states WHERE room_id = ? AND up_to > ?',
  );
  const updates = file.prepare<[number, number], { bytes: Buffer; at: number }>(
    'SELECT bytes, position AS at FROM room_updates WHERE room_id = ? AND position > ? ORDER BY position',
  );
  let seen = -1;
  return {
    text() {
      const read = file.transaction(() => ({
        state: states.get(room.id, seen),
        rest: updates.all(room.id, seen),
      }))();
      if (read.state) Y.applyUpdateV2(doc, read.state.bytes);
      for (const { bytes } of read.rest) Y.applyUpdate(doc, bytes);
      seen = Math.max(seen, read.state?.at ?? -1, ...read.rest.map(({ at }) => at));
      return JSON.stringify(doc.getMap(ITEMS).toJSON());
    },
    close: () => file.close(),
  };
}
