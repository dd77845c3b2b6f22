// S3: a recorded writing of 259,778 keystrokes comes in one by one; the server is killed, and a newcomer asks for the text.
import * as Y from 'yjs';
import { RECORDED_CLIENT, recordedWriting, writtenText } from '../load/documents.ts';
import { Fleet } from '../load/fleet.ts';
import { median } from '../load/histogram.ts';
import { bytesUnder, sleep, until } from '../load/machine.ts';
import { type RunningServer, startServer, withFolder } from '../servers/running.ts';
import type { TargetName } from '../servers/targets.ts';
import type { Figures } from './figures.ts';

export interface LongTextSize {
  /** How many keystrokes of the recording are played; all of them where it is null. */
  readonly keystrokes: number | null;
  /** How often the server is killed and asked anew. */
  readonly times: number;
}

const INGEST_LIMIT_MS = 120_000;
const LOAD_LIMIT_MS = 40_000;
/** So much may wait unsent at the writer. */
const QUEUE = 64 * 1024;

interface Answer {
  /** Until the first answer, whatever was in it, and until the whole text was there; null where it never was. */
  readonly firstMs: number;
  readonly wholeMs: number | null;
  readonly firstIsEmpty: boolean;
}

export async function longText(
  target: TargetName,
  { keystrokes, times }: LongTextSize,
): Promise<Figures> {
  const recording = recordedWriting();
  const updates = recording.updates.slice(0, keystrokes ?? undefined);
  const replica = new Y.Doc();
  replica.transact(() => {
    Y.applyUpdate(replica, recording.base.update);
    for (const update of updates) Y.applyUpdate(replica, update);
  });
  const end = writtenText(replica);
  const clock = Y.getState(replica.store, RECORDED_CLIENT);
  const v2Bytes = Y.encodeStateAsUpdateV2(replica).length;
  return withFolder('s3', async (folder) => {
    let server = await startServer(target, folder, 1);
    try {
      const before = bytesUnder(folder);
      const ingest = await bringIn(server, recording.base.update, updates, clock);
      await settled(server);
      const disk = bytesUnder(folder) - before;
      const answers: Answer[] = [];
      for (let time = 0; time < times; time++) {
        await server.stop();
        server = await startServer(target, folder, 1);
        await sleep(500);
        answers.push(await ask(server, end));
      }
      return {
        ingestSeconds: ingest.seconds,
        ingestCpu: ingest.cpu,
        ingestWhole: ingest.whole ? 1 : 0,
        perSecond: updates.length / ingest.seconds,
        firstMs: median(answers.map((answer) => answer.firstMs)),
        wholeMs: median(answers.map((answer) => answer.wholeMs)),
        emptyAnswers: answers.filter((answer) => answer.firstIsEmpty).length,
        diskBytes: disk,
        v2Bytes,
        diskPerV2: disk / v2Bytes,
      };
    } finally {
      await server.stop();
    }
  });
}

/** Another client watches: all is in once it has been sent everything. */
async function bringIn(
  server: RunningServer,
  base: Uint8Array,
  updates: readonly Uint8Array[],
  clock: number,
) {
  const fleet = new Fleet(server.reach);
  const writer = await fleet.visitor(0, 0);
  writer.write(base);
  await sleep(500);
  let seen = 0;
  const watcher = await fleet.visitor(0, 1, {
    tap: (frame, { kind, from, to }) => {
      if (kind !== 'update') return;
      for (const [client, end] of Y.parseUpdateMeta(frame.slice(from, to)).to)
        if (client === RECORDED_CLIENT) seen = Math.max(seen, end);
    },
  });
  const { cpu } = server.use();
  const start = performance.now();
  const late = () => performance.now() - start > INGEST_LIMIT_MS;
  for (const [index, update] of updates.entries()) {
    writer.write(update);
    if (index % 500 !== 499) continue;
    while (writer.socket.queued > QUEUE && !late()) await sleep(1);
    await new Promise(setImmediate);
    if (late()) break;
  }
  const whole = await until(() => seen >= clock, INGEST_LIMIT_MS);
  const result = {
    seconds: (performance.now() - start) / 1000,
    cpu: server.use().cpu - cpu,
    whole,
  };
  writer.socket.destroy();
  watcher.socket.destroy();
  return result;
}

/** Waits until it has nothing more to write: some servers save by a timer, ours compacts a room that is left. */
async function settled(server: RunningServer): Promise<void> {
  await sleep(7_000);
  let { cpu } = server.use();
  for (let quiet = 0, tries = 0; quiet < 4 && tries < 120; tries++) {
    await sleep(500);
    const now = server.use().cpu;
    quiet = now - cpu < 0.03 ? quiet + 1 : 0;
    cpu = now;
  }
}

async function ask(server: RunningServer, end: string | null): Promise<Answer> {
  const doc = new Y.Doc();
  const parts: { at: number; update: Uint8Array }[] = [];
  const fleet = new Fleet(server.reach);
  const newcomer = await fleet.visitor(0, 2, {
    tap: (frame, { from, to }, now) => parts.push({ at: now, update: frame.slice(from, to) }),
  });
  const limit = performance.now() + LOAD_LIMIT_MS;
  let wholeAt: number | null = null;
  let first: number | null = null;
  for (let used = 0; wholeAt === null && performance.now() < limit; ) {
    const part = parts[used];
    if (!part) {
      await sleep(5);
      continue;
    }
    used++;
    Y.applyUpdate(doc, part.update);
    first ??= part.update.length;
    if (writtenText(doc) === end) wholeAt = part.at;
  }
  newcomer.socket.destroy();
  return {
    firstMs: newcomer.syncedAt - newcomer.openedAt,
    wholeMs: wholeAt === null ? null : wholeAt - newcomer.openedAt,
    firstIsEmpty: (first ?? 0) <= 2,
  };
}
