// S2: 500 rooms of four, one of each typing: delivery, memory a room takes empty and full, and that it is given back.
import { baseText, keystrokes } from '../load/documents.ts';
import { Fleet } from '../load/fleet.ts';
import { machineBusy, ownCpu, sleep } from '../load/machine.ts';
import { play } from '../load/playing.ts';
import { withFolder, withServer } from '../servers/running.ts';
import type { TargetName } from '../servers/targets.ts';
import type { Figures } from './figures.ts';

export interface ManyRoomsSize {
  readonly rooms: number;
  readonly warmSeconds: number;
  readonly seconds: number;
}

const EACH = 4;
const PER_SECOND = 2;
/** A left room stays for some seconds, in case somebody comes back. */
const LEFT_MS = 8_000;

export async function manyRooms(
  target: TargetName,
  { rooms, warmSeconds, seconds }: ManyRoomsSize,
): Promise<Figures> {
  // The goal's text: 60 paragraphs, 27 kB. Each item more costs what Yjs keeps of it: see docs/operations.md.
  const base = baseText(60, { items: 6, paragraphs: 10 });
  const updates = [keystrokes(base, 0, (warmSeconds + seconds) * PER_SECOND)];
  return withFolder('s2', (folder) =>
    withServer(target, folder, rooms, async (server) => {
      const heapBefore = await server.heapAfterCollection();
      await sleep(300);
      const idle = server.use();
      const fleet = new Fleet(server.reach);
      await fleet.gather(rooms, EACH);
      await sleep(1_500);
      const empty = server.use();
      const heapEmpty = await server.heapAfterCollection();
      let filled = 0;
      for (const client of fleet.clients) {
        if (client.index !== 0) continue;
        client.write(base.update);
        if (++filled % 20 === 0) await sleep(10);
      }
      await sleep(4_000);
      const full = server.use();
      const heapFull = await server.heapAfterCollection();
      const look = () => ({ server: server.use(), busy: machineBusy(), own: ownCpu() });
      const looks = { from: look(), to: look() };
      const played = await play(fleet, {
        rooms,
        typists: 1,
        each: EACH,
        perSecond: PER_SECOND,
        warmSeconds,
        seconds,
        updates,
        onWindow: (edge) => {
          looks[edge] = look();
        },
      });
      const { from, to } = looks;
      const cpu = to.server.cpu - from.server.cpu;
      const others = to.busy - from.busy - cpu - (to.own - from.own);
      fleet.leave();
      await sleep(LEFT_MS);
      const heapLeft = await server.heapAfterCollection();
      const perRoom = (after: number | null, before: number | null) =>
        after === null || before === null ? null : (after - before) / rooms;
      return {
        p50: played.p50,
        p99: played.p99,
        max: played.max,
        deliveredPct: (100 * played.delivered) / played.expected,
        cpuPct: (100 * cpu) / seconds,
        kbEmpty: perRoom(empty.memory, idle.memory),
        kbFull: perRoom(full.memory, idle.memory),
        heapKbEmpty: perRoom(heapEmpty, heapBefore),
        heapKbFull: perRoom(heapFull, heapBefore),
        heapKbLeft: perRoom(heapLeft, heapBefore),
        textBytes: base.update.length,
        lagP99: played.lagP99,
        noisePct: Math.max(0, (100 * others) / seconds),
      };
    }),
  );
}
