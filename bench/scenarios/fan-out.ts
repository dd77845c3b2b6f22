// S1: one room, many people, a fifth of them typing: how long until everybody has it, and what that costs the server.
import { baseText, keystrokes } from '../load/documents.ts';
import { Fleet } from '../load/fleet.ts';
import { machineBusy, ownCpu, sleep } from '../load/machine.ts';
import { play } from '../load/playing.ts';
import { withFolder, withServer } from '../servers/running.ts';
import type { TargetName } from '../servers/targets.ts';
import type { Figures } from './figures.ts';

export interface FanOutSize {
  readonly people: number;
  readonly warmSeconds: number;
  readonly seconds: number;
}

const TYPING_SHARE = 0.2;
const PER_SECOND = 5;

export async function fanOut(
  target: TargetName,
  { people, warmSeconds, seconds }: FanOutSize,
): Promise<Figures> {
  const typists = Math.round(people * TYPING_SHARE);
  const base = baseText();
  const count = Math.ceil((warmSeconds + seconds) * PER_SECOND);
  const updates = Array.from({ length: typists }, (_, i) => keystrokes(base, i, count));
  return withFolder('s1', (folder) =>
    withServer(target, folder, 1, async (server) => {
      const fleet = new Fleet(server.reach);
      const first = await fleet.visitor(0, people);
      first.write(base.update);
      await sleep(400);
      await fleet.gather(1, people);
      first.socket.destroy();
      await sleep(700);
      const looks = { from: look(), to: look() };
      function look() {
        return { server: server.use(), busy: machineBusy(), own: ownCpu() };
      }
      const played = await play(fleet, {
        rooms: 1,
        typists,
        each: people,
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
      return {
        p50: played.p50,
        p99: played.p99,
        max: played.max,
        deliveredPct: (100 * played.delivered) / played.expected,
        cpuPct: (100 * cpu) / seconds,
        usPerDelivery: (1e6 * cpu) / played.delivered,
        frames: fleet.frames,
        memoryMB: to.server.memory / 1024,
        lagP99: played.lagP99,
        noisePct: Math.max(0, (100 * others) / seconds),
      };
    }),
  );
}
