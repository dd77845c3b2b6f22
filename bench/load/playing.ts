// Plays keystrokes to a server at their time, and measures the window after the first seconds.
import type { Client, Fleet } from './fleet.ts';
import { Durations } from './histogram.ts';
import { sleep } from './machine.ts';
import { random } from './random.ts';
import { clientFrame } from './socket.ts';

export interface Score {
  readonly rooms: number;
  /** How many of a room's `each` clients type. */
  readonly typists: number;
  readonly each: number;
  /** Keystrokes of one typist in a second. */
  readonly perSecond: number;
  readonly warmSeconds: number;
  readonly seconds: number;
  /** The keystrokes of each typist, the same in all rooms. */
  readonly updates: readonly (readonly Uint8Array[])[];
  /** How many keystrokes each typist had made before. */
  readonly first?: number;
  /** Characters of a keystroke. */
  readonly size?: number;
  /** How long to wait for the rest after the end. */
  readonly drainSeconds?: number;
  readonly onWindow?: (edge: 'from' | 'to') => void;
}

export interface Played {
  readonly sent: number;
  readonly expected: number;
  readonly delivered: number;
  readonly p50: number | null;
  readonly p99: number | null;
  readonly max: number;
  /** How late the keystrokes themselves were: beyond 25 ms the load, not the server, is what was measured. */
  readonly lagP99: number | null;
}

interface Stroke {
  readonly at: number;
  readonly client: Client;
  readonly typist: number;
  readonly number: number;
  readonly frame: Buffer;
}

/** Plays the score. Resolves when all was delivered, or the time to wait is over. */
export async function play(fleet: Fleet, score: Score): Promise<Played> {
  const strokes = strokesOf(fleet, score);
  const { warmSeconds, seconds, size = 1, drainSeconds = 5, each } = score;
  fleet.size = size;
  const before = fleet.delivered;
  const lag = new Durations();
  const start = performance.now();
  fleet.windowFrom = start + warmSeconds * 1000;
  fleet.windowTo = fleet.windowFrom + seconds * 1000;
  let begun = false;
  let sent = 0;
  for (let next = 0; ; ) {
    if (!begun && performance.now() >= fleet.windowFrom) {
      begun = true;
      score.onWindow?.('from');
    }
    for (; next < strokes.length; next++) {
      const stroke = strokes[next];
      const now = performance.now();
      if (!stroke || start + stroke.at > now) break;
      const times = fleet.sentAt[stroke.client.room]?.[stroke.typist];
      if (times) times[stroke.number] = now;
      if (now >= fleet.windowFrom && now < fleet.windowTo) {
        sent++;
        lag.add(now - start - stroke.at);
      }
      stroke.client.socket.send(stroke.frame);
    }
    if (performance.now() >= fleet.windowTo) break;
    await sleep(1);
  }
  score.onWindow?.('to');
  const expected = sent * (each - 1);
  const end = performance.now() + drainSeconds * 1000;
  while (fleet.delivered - before < expected && performance.now() < end) await sleep(20);
  return {
    sent,
    expected,
    delivered: fleet.delivered - before,
    p50: fleet.latency.quantile(0.5),
    p99: fleet.latency.quantile(0.99),
    max: fleet.latency.max,
    lagP99: lag.quantile(0.99),
  };
}

function strokesOf(fleet: Fleet, score: Score): Stroke[] {
  const { rooms, typists, perSecond, warmSeconds, seconds, updates, first = 0 } = score;
  const next = random(3);
  const end = (warmSeconds + seconds) * 1000;
  const places = new Map(fleet.clients.map((client) => [`${client.room}/${client.index}`, client]));
  const frames = new Map<string, Buffer>();
  const strokes: Stroke[] = [];
  for (let room = 0; room < rooms; room++) {
    const times: Float64Array[] = [];
    fleet.sentAt[room] = times;
    for (let typist = 0; typist < typists; typist++) {
      const own = updates[typist] ?? [];
      times[typist] = new Float64Array(first + own.length).fill(-1);
      const client = places.get(`${room}/${typist}`);
      if (!client) throw new Error(`no client ${typist} in room ${room}`);
      const phase = (next() * 1000) / perSecond;
      own.forEach((update, i) => {
        const number = first + i;
        const at = phase + (i * 1000) / perSecond;
        if (at >= end) return;
        const message = fleet.reach.dialect.update(client.document, update);
        const key = Buffer.from(message).toString('latin1');
        const frame = frames.get(key) ?? clientFrame(message);
        frames.set(key, frame);
        strokes.push({ at, client, typist, number, frame });
      });
    }
  }
  return strokes.sort((a, b) => a.at - b.at);
}
