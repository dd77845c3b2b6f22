// The live rooms alone, with rights, rescue and a disk that is waited for: a process that can be killed.
// Reads HOST, PORT and DATA_DIR; `/sync/doc-N/missions?grammar=G` is a room, whoever comes may write.
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Actor } from '#core/policy.ts';
import { openDatabase } from '#db/open.ts';
import { createStore } from '#db/store.ts';
import { systemClock } from '#server/sync/clock.ts';
import { DEFAULT_LIMITS } from '#server/sync/limits.ts';
import { Rooms } from '#server/sync/rooms.ts';
import { createUpgrade } from '#server/sync/upgrade.ts';

const { HOST = '127.0.0.1', PORT = '4150', DATA_DIR = '.' } = process.env;

const store = createStore(openDatabase(join(DATA_DIR, 'triptyque.db')));
const actor: Actor = { kind: 'token', id: 'bench', name: 'Bench', role: 'editor' };
const say = (message: string, about?: unknown) => console.error(message, JSON.stringify(about));
const log = { info() {}, warn: say, error: say };

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
  limits: DEFAULT_LIMITS,
});
const upgrade = createUpgrade({
  rooms,
  authenticate: async () => ({ actor, by: 'bearer' }),
  isOwnOrigin: () => true,
  limits: DEFAULT_LIMITS,
  log,
});
const server = createServer((request, response) => {
  response.end(request.url === '/metrics' ? rooms.metrics() : 'rooms');
});
server.on('upgrade', (request, socket, head) => {
  if (!upgrade.handle(request, socket, head)) socket.destroy();
});
server.listen(Number(PORT), HOST, () => console.log(JSON.stringify(server.address())));
