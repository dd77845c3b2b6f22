// The live rooms alone, with rights, rescue and a disk that is waited for: a process that can be killed.
// Reads HOST, PORT, DATA_DIR and the limits; `/sync/doc-N/missions?grammar=G` is a room, whoever comes may write.
// With DIE_IN_COMPACTION (`state`, `log`, `committed`) it kills itself there, the DIE_AT_COMPACTION-th time (in the log: at that row).
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Actor } from '#core/policy.ts';
import { openDatabase } from '#db/open.ts';
import { createStore } from '#db/store.ts';
import { readEnv } from '#server/env.ts';
import { systemClock } from '#server/sync/clock.ts';
import { Rooms } from '#server/sync/rooms.ts';
import { createUpgrade } from '#server/sync/upgrade.ts';

const { HOST = '127.0.0.1', PORT = '4150', DATA_DIR = '.' } = process.env;

const read = readEnv(process.env);
if (!read.ok) throw new Error(read.line);
const { limits } = read.env;
const database = openDatabase(join(DATA_DIR, 'triptyque.db'));
const store = createStore(database);
const actor: Actor = { kind: 'token', id: 'bench', name: 'Bench', role: 'editor' };
const say = (message: string, about?: unknown) => console.error(message, JSON.stringify(about));
const log = { info() {}, warn: say, error: say };

/** The process ends at once, as if the plug was pulled, when it comes there for that time. */
function dieIn(place: string, number: number): void {
  let left = number;
  const die = () => {
    if (--left === 0) process.kill(process.pid, 'SIGKILL');
    return 0;
  };
  if (place === 'committed') {
    const { compact } = store.log;
    store.log.compact = async (...all) => {
      await compact(...all);
      die();
    };
    return;
  }
  database.driver.function('die', die);
  const on =
    place === 'state'
      ? ['INSERT ON room_states', 'UPDATE ON room_states']
      : ['DELETE ON room_updates'];
  for (const [i, what] of on.entries()) {
    database.driver.exec(`CREATE TEMP TRIGGER die_${i} AFTER ${what} BEGIN SELECT die(); END`);
  }
}
const { DIE_IN_COMPACTION, DIE_AT_COMPACTION = '1' } = process.env;
if (DIE_IN_COMPACTION) dieIn(DIE_IN_COMPACTION, Number(DIE_AT_COMPACTION));

async function frameworkOf(slug: string): Promise<string> {
  const known = await store.frameworks.bySlug(slug);
  if (known) return known.id;
  await store.frameworks.add(
    {
      id: slug,
      slug,
      title: slug,
      template: 'job-reference',
      language: 'fr',
      licence: '',
      notice: '',
      visibility: 'private',
      archivedAt: null,
      sample: true,
      createdAt: new Date(),
    },
    [],
  );
  return slug;
}

const rooms = new Rooms({
  store: store.log,
  door: {
    find: async (slug, room) => ({ frameworkId: await frameworkOf(slug), room }),
    rights: async () => 'write',
  },
  clock: systemClock,
  log,
  limits,
});
const upgrade = createUpgrade({
  rooms,
  authenticate: async () => ({ actor, by: 'bearer' }),
  isOwnOrigin: () => true,
  limits,
  log,
});
const server = createServer((request, response) => {
  response.end(request.url === '/metrics' ? rooms.metrics() : 'rooms');
});
server.on('upgrade', (request, socket, head) => {
  if (!upgrade.handle(request, socket, head)) socket.destroy();
});
server.listen(Number(PORT), HOST, () => console.log(JSON.stringify(server.address())));
