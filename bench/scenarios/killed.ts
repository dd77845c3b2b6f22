// S4: SIGKILL while twenty people type, also while a log is compacted: what others had seen, and what was said to be saved, must be there.
import * as Y from 'yjs';
import { baseClock, baseText, FIRST_TYPIST, keystrokes } from '../load/documents.ts';
import { Fleet } from '../load/fleet.ts';
import { sleep } from '../load/machine.ts';
import { play } from '../load/playing.ts';
import { random } from '../load/random.ts';
import { startServer, withFolder } from '../servers/running.ts';
import type { TargetName } from '../servers/targets.ts';
import type { Figures } from './figures.ts';

export interface KilledSize {
  readonly kills: number;
}

const PEOPLE = 20;
const PER_SECOND = 10;
/** Words of an item: enough that encoding and writing the compacted state takes a while. */
const WORDS = 1_500;
/** Rows after which ours is told to compact, sooner than it does: each message of one person in a turn is one. */
const COMPACTED_AFTER = 500;
const COMPACTING = { LIMIT_COMPACT_UPDATES: String(COMPACTED_AFTER) };

interface Loss {
  readonly received: number;
  readonly acknowledged: number;
  readonly lostReceived: number;
  readonly lostAcknowledged: number;
  readonly baseLost: boolean;
}

/** Every other kill comes just when a log is about to be compacted. */
export async function killed(target: TargetName, { kills }: KilledSize): Promise<Figures> {
  const base = baseText(WORDS);
  const updates = Array.from({ length: PEOPLE }, (_, i) => keystrokes(base, i, 12 * PER_SECOND));
  const next = random(11);
  const losses: Loss[] = [];
  for (let kill = 0; kill < kills; kill++) {
    losses.push(
      await once(target, base, updates, {
        afterMs: 2_000 + next() * 2_000,
        afterSaved: kill % 2 === 1 ? COMPACTED_AFTER : null,
        moreMs: next() * 60,
      }),
    );
  }
  const sum = (of: (loss: Loss) => number) => losses.reduce((all, loss) => all + of(loss), 0);
  return {
    kills,
    received: sum((loss) => loss.received),
    acknowledged: sum((loss) => loss.acknowledged),
    lostReceived: sum((loss) => loss.lostReceived),
    lostAcknowledged: sum((loss) => loss.lostAcknowledged),
    basesLost: losses.filter((loss) => loss.baseLost).length,
  };
}

interface When {
  readonly afterMs: number;
  /** Where it is given: once so many messages were said to be saved, or after twice `afterMs`. */
  readonly afterSaved: number | null;
  readonly moreMs: number;
}

function once(
  target: TargetName,
  base: ReturnType<typeof baseText>,
  updates: readonly (readonly Uint8Array[])[],
  when: When,
): Promise<Loss> {
  return withFolder('s4', async (folder) => {
    let server = await startServer(target, folder, 1, COMPACTING);
    try {
      const fleet = new Fleet(server.reach);
      const first = await fleet.visitor(0, PEOPLE);
      first.write(base.update);
      await sleep(600);
      await fleet.gather(1, PEOPLE);
      first.socket.destroy();
      // Servers that save by a timer have saved the base by then.
      if (target.startsWith('hocuspocus')) await sleep(3_500);
      const received = new Array<number>(PEOPLE).fill(0);
      const echoed = new Array<number>(PEOPLE).fill(0);
      fleet.onReached = (_room, typist, upTo, client) => {
        const list = client.index === typist ? echoed : received;
        list[typist] = Math.max(list[typist] ?? 0, upTo);
      };
      const savedBefore = fleet.clients.map((client) => client.saved);
      const savedNow = () => fleet.clients.map((client, i) => client.saved - (savedBefore[i] ?? 0));
      const playing = play(fleet, {
        rooms: 1,
        typists: PEOPLE,
        each: PEOPLE,
        perSecond: PER_SECOND,
        warmSeconds: 0,
        seconds: (2 * when.afterMs) / 1000 + 0.5,
        updates,
        drainSeconds: 0,
      });
      await theMoment(when, () => savedNow().reduce((a, b) => a + b, 0));
      server.signal('SIGKILL');
      await playing;
      await server.stop();
      const acknowledged = savedNow().map((saved, i) => Math.max(saved, echoed[i] ?? 0));
      fleet.leave();
      server = await startServer(target, folder, 1, COMPACTING);
      const doc = await whatIsLeft(server.reach);
      const has = (typist: number) => Y.getState(doc.store, FIRST_TYPIST + typist);
      const lost = (list: readonly number[]) =>
        list.reduce((all, upTo, typist) => all + Math.max(0, upTo - has(typist)), 0);
      const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
      return {
        received: sum(received),
        acknowledged: sum(acknowledged),
        lostReceived: lost(received),
        lostAcknowledged: lost(acknowledged),
        baseLost: baseClock(doc) < base.clock,
      };
    } finally {
      await server.stop();
    }
  });
}

async function theMoment(when: When, saved: () => number): Promise<void> {
  const start = performance.now();
  if (when.afterSaved === null) return sleep(when.afterMs);
  while (saved() < when.afterSaved && performance.now() - start < 2 * when.afterMs) await sleep(1);
  await sleep(when.moreMs);
}

async function whatIsLeft(reach: Fleet['reach']): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const fleet = new Fleet(reach);
  const parts: Uint8Array[] = [];
  const reader = await fleet.visitor(0, PEOPLE + 1, {
    tap: (frame, { from, to }) => parts.push(frame.slice(from, to)),
  });
  await sleep(1_000);
  for (const part of parts) Y.applyUpdate(doc, part);
  reader.socket.destroy();
  return doc;
}
