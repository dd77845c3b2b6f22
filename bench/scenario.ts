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

/** Each scenario by name, whole and short. */
const SCENARIOS: Record<string, (target: TargetName, short: boolean) => Promise<Figures>> = {
  's1-200': (target, short) => fanOut(target, { people: 200, ...seconds(short) }),
  's1-500': (target, short) => fanOut(target, { people: 500, ...seconds(short) }),
  s2: (target, short) => manyRooms(target, { rooms: short ? 100 : 500, ...seconds(short) }),
  s3: (target, short) =>
    longText(target, { keystrokes: short ? 50_000 : null, times: short ? 2 : 5 }),
  s4: (target, short) => killed(target, { kills: short ? 4 : target === 'ours' ? 20 : 3 }),
  s6: (target, short) => badClients(target, { slowSeconds: short ? 8 : 20 }),
  s5: (target, short) => storm(target, { rooms: short ? 10 : 50, each: 10 }),
};

function seconds(short: boolean) {
  return short ? { warmSeconds: 1, seconds: 3 } : { warmSeconds: 2, seconds: 8 };
}

const [, , scenario = '', wanted = '', length = ''] = process.argv;
const target = TARGETS.find((name) => name === wanted);
const run = SCENARIOS[scenario];
if (!run || !target) throw new Error(`no scenario ${scenario} against ${wanted}`);
pinLoad();
process.stdout.write(`${JSON.stringify(await run(target, length === 'short'))}\n`);
process.exit(0);
