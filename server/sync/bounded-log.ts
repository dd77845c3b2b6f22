// A log that a client cannot fill: of one message about one room, so many lines a minute; the next says how many were left out.
import type { RoomClock, RoomLog } from './ports.ts';

const LINES = 10;
const WINDOW_MS = 60_000;
/** More kinds of lines at a time than rooms and messages make; beyond, all share one count. */
const MOST_KINDS = 1_000;

interface Window {
  readonly until: number;
  lines: number;
  leftOut: number;
}

type Level = keyof RoomLog;

export function boundedLog(log: RoomLog, clock: Pick<RoomClock, 'now'>): RoomLog {
  const windows = new Map<string, Window>();

  function windowOf(kind: string, now: number): { window: Window; leftOut: number } {
    const known = windows.get(kind);
    if (known && now < known.until) return { window: known, leftOut: 0 };
    if (windows.size >= MOST_KINDS) {
      for (const [each, window] of windows) if (now >= window.until) windows.delete(each);
      if (windows.size >= MOST_KINDS && kind !== '') return windowOf('', now);
    }
    const window = { until: now + WINDOW_MS, lines: 0, leftOut: 0 };
    windows.set(kind, window);
    return { window, leftOut: known?.leftOut ?? 0 };
  }

  const say =
    (level: Level) =>
    (message: string, about: Readonly<Record<string, unknown>> = {}): void => {
      const kind = `${level} ${message} ${typeof about.room === 'string' ? about.room : ''}`;
      const { window, leftOut } = windowOf(kind, clock.now().getTime());
      if (window.lines >= LINES) window.leftOut++;
      else {
        window.lines++;
        log[level](message, leftOut > 0 ? { ...about, leftOut } : about);
      }
    };

  return { info: say('info'), warn: say('warn'), error: say('error') };
}
