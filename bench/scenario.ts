// One run of one scenario against one server, in a process of its own on the core of the load: prints a line of JSON.
import { pinLoad } from './load/machine.ts';
import { badClients } from './scenarios/bad-clients.ts';
import { fanOut } from './scenarios/fan-out.ts';
import type { Figures } from './scenarios/figures.ts';
import { killed } from './scenarios/killed.ts';
import { longText } from './scenarios/long-text.ts';
import { manyRooms } from './scenarios/many-rooms.ts';
import { storm } from './scenarios/storm.ts';
import { TARGETS, type TargetName } from './servers/targets.ts';
import { SIZES, type Size } from './sizes.ts';

const SECONDS = {
  whole: { warmSeconds: 2, seconds: 8 },
  medium: { warmSeconds: 2, seconds: 6 },
  short: { warmSeconds: 1, seconds: 3 },
} as const;

/** Each scenario by name, in each size. */
const SCENARIOS: Record<string, (target: TargetName, size: Size) => Promise<Figures>> = {
  's1-200': (target, size) => fanOut(target, { people: 200, ...SECONDS[size] }),
  's1-500': (target, size) => fanOut(target, { people: 500, ...SECONDS[size] }),
  s2: (target, size) =>
    manyRooms(target, { rooms: size === 'short' ? 100 : 500, ...SECONDS[size] }),
  s3: (target, size) =>
    longText(target, {
      keystrokes: size === 'short' ? 50_000 : null,
      times: { whole: 5, medium: 2, short: 2 }[size],
    }),
  s4: (target, size) =>
    killed(target, { kills: size === 'short' ? 4 : target === 'ours' ? 20 : 3 }),
  s5: (target, size) => storm(target, { rooms: size === 'short' ? 10 : 50, each: 10 }),
  s6: (target) => badClients(target),
};

const [, , scenario = '', wantedTarget = '', wantedSize = ''] = process.argv;
const target = TARGETS.find((name) => name === wantedTarget);
const size = SIZES.find((name) => name === wantedSize);
const run = SCENARIOS[scenario];
if (!run || !target || !size) {
  throw new Error(`no scenario ${scenario} against ${wantedTarget}, ${wantedSize}`);
}
pinLoad();
process.stdout.write(`${JSON.stringify(await run(target, size))}\n`);
process.exit(0);
