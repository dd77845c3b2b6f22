// Automatic revisions: when nobody has changed a framework for a while, its working text is frozen as it then is.
import { templateOf } from '#core/framework/templates.ts';
import type { ChangedFramework } from '#db/quiet-marks.ts';
import type { Deps } from '../deps.ts';
import type { RoomClock, RoomLog } from '../sync/ports.ts';
import { freeze } from './seal.ts';

export interface QuietTimes {
  /** How long nobody must have changed a framework. Milliseconds; 0 for no automatic revisions at all. */
  readonly quietMs: number;
  /** Between two automatic revisions of one framework at least. Milliseconds. */
  readonly everyMs: number;
}

export interface QuietRevisions {
  /** Looks now, for what fell quiet while no server ran, and then again and again. */
  start(): void;
  /** Looks no more; resolves once nothing is under way. */
  stop(): Promise<void>;
}

type Parts = Pick<Deps, 'store' | 'working'> & {
  readonly clock: Pick<RoomClock, 'now' | 'later'>;
  readonly log: RoomLog;
  readonly times: QuietTimes;
};

/** Between two looks: a tenth of the quiet time, within these. */
const LOOK_LEAST_MS = 100;
const LOOK_MOST_MS = 60_000;
/** After each framework, so that many at once (a start after a long while) hold up nobody. */
const BREATH_MS = 20;

export function createQuietRevisions(parts: Parts): QuietRevisions {
  const { store, clock, log, times } = parts;
  const everyLookMs = Math.min(LOOK_MOST_MS, Math.max(LOOK_LEAST_MS, times.quietMs / 10));
  /** Frameworks whose text could not be read or kept, and when to try again. */
  const putOff = new Map<string, number>();
  let stopped = false;
  let keeping: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    let due: readonly ChangedFramework[] = [];
    try {
      const now = clock.now().getTime();
      for (const [id, until] of putOff) if (now >= until) putOff.delete(id);
      due = (await store.quiet.changed()).filter((one) => isDue(one, now));
    } catch (error) {
      log.warn('it could not be seen which texts are quiet', { error: String(error) });
    }
    next(due);
  }

  function next([one, ...others]: readonly ChangedFramework[]): void {
    if (stopped) return;
    if (one) {
      keeping = keepCarefully(one);
      keeping.then(() => clock.later(BREATH_MS, () => next(others)));
    } else {
      clock.later(everyLookMs, again);
    }
  }

  function again(): void {
    if (!stopped) keeping = look();
  }

  function isDue({ frameworkId, changedAt, lastAt }: ChangedFramework, now: number): boolean {
    // A clock that was set back must not make anybody wait until it has caught up.
    const since = (at: Date | null) =>
      at ? Math.abs(now - at.getTime()) : Number.POSITIVE_INFINITY;
    if (putOff.has(frameworkId)) return false;
    return since(changedAt) >= times.quietMs && since(lastAt) >= times.everyMs;
  }

  async function keepCarefully(one: ChangedFramework): Promise<void> {
    const { frameworkId } = one;
    try {
      await keep(parts, one);
    } catch (error) {
      putOff.set(frameworkId, clock.now().getTime() + Math.max(times.quietMs, LOOK_MOST_MS));
      log.warn('no automatic revision could be kept; it is tried again later', {
        framework: frameworkId,
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }

  return {
    start() {
      if (times.quietMs > 0) again();
    },
    stop() {
      stopped = true;
      return keeping;
    },
  };
}

/** Keeps the text as it is at `position`, unless the last revision is the same or somebody writes again. */
async function keep(
  { store, working, clock }: Parts,
  { frameworkId, position }: ChangedFramework,
): Promise<void> {
  const framework = await store.frameworks.byId(frameworkId);
  if (!framework || !templateOf(framework.template)) return;
  const document = await working.settled(framework);
  // Read as it was at that position, or it is quiet no more: then its next quiet moment is waited for.
  if (!document.ok || (await store.log.mark(frameworkId)).position !== position) return;
  await store.revisions.keep(frameworkId, {
    ...freeze(document.value),
    name: '',
    reason: 'quiet',
    createdAt: clock.now(),
    createdBy: '',
  });
  await store.quiet.looked(frameworkId, position);
}
