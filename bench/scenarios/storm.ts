// S5: the server comes back after a kill, and 500 people who hold their texts come back at the same moment.
import * as Y from 'yjs';
import { baseText } from '../load/documents.ts';
import { type Client, Fleet } from '../load/fleet.ts';
import { sleep, until } from '../load/machine.ts';
import { startServer, withFolder } from '../servers/running.ts';
import type { TargetName } from '../servers/targets.ts';
import type { Figures } from './figures.ts';

export interface StormSize {
  readonly rooms: number;
  readonly each: number;
}

const WORDS = 600;
const LIMIT_MS = 60_000;

export async function storm(target: TargetName, { rooms, each }: StormSize): Promise<Figures> {
  const base = baseText(WORDS);
  const [baseClient] = Y.decodeStateVector(base.vector).keys();
  return withFolder('s5', async (folder) => {
    let server = await startServer(target, folder, rooms);
    try {
      const before = new Fleet(server.reach);
      await before.gather(rooms, each);
      let filled = 0;
      for (const client of before.clients) {
        if (client.index !== 0) continue;
        client.write(base.update);
        if (++filled % 5 === 0) await sleep(20);
      }
      const others = before.clients.filter((client) => client.index === 1);
      const isIn = (client: Client) => client.socket.bytes > base.update.length;
      if (!(await until(() => others.every(isIn), LIMIT_MS)))
        throw new Error('the texts did not come in');
      // Servers that save by a timer have saved by then.
      await sleep(5_000);
      await server.stop();
      before.leave();
      server = await startServer(target, folder, rooms);
      await sleep(500);
      const from = server.use();
      const fleet = new Fleet(server.reach);
      let uploads = 0;
      const answer = (vector: Uint8Array) => {
        const clock = Y.decodeStateVector(vector).get(baseClient ?? 0) ?? 0;
        if (clock >= base.clock) return new Uint8Array([0, 0]);
        uploads++;
        return base.update;
      };
      const start = performance.now();
      const clients: Client[] = [];
      for (let room = 0; room < rooms; room++) {
        for (let index = 0; index < each; index++)
          clients.push(fleet.connect(room, index, { vector: base.vector, answer }));
      }
      await Promise.race([Promise.all(clients.map((client) => client.ready)), sleep(LIMIT_MS)]);
      await quiet(fleet);
      const to = server.use();
      const waits = clients
        .map((client) => (client.synced ? client.syncedAt - start : Number.POSITIVE_INFINITY))
        .sort((a, b) => a - b);
      const at = (share: number) => waits[Math.ceil(share * waits.length) - 1] ?? null;
      fleet.leave();
      return {
        synced: clients.filter((client) => client.synced).length,
        p50: at(0.5),
        p99: at(0.99),
        allMs: at(1),
        cpu: to.cpu - from.cpu,
        uploads,
        memoryMB: to.memory / 1024,
        peakMB: to.peak / 1024,
        sentMB: clients.reduce((sum, client) => sum + client.socket.bytes, 0) / 2 ** 20,
        textBytes: base.update.length,
      };
    } finally {
      await server.stop();
    }
  });
}

/** Waits until nothing has come for a second. */
async function quiet(fleet: Fleet): Promise<void> {
  for (let frames = -1; frames !== fleet.frames; ) {
    frames = fleet.frames;
    await sleep(1_000);
  }
}
