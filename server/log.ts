// What the server says of itself: one JSON line for each thing, on standard error, from a level on.
import { LOG_LEVELS, type LogLevel } from './env.ts';

export type LogFacts = Readonly<Record<string, unknown>>;

export interface Log {
  debug(message: string, facts?: LogFacts): void;
  info(message: string, facts?: LogFacts): void;
  warn(message: string, facts?: LogFacts): void;
  error(message: string, facts?: LogFacts): void;
}

/** Errors do not show themselves in JSON: their message and stack do. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Error) {
    return { name: value.name, message: value.message, stack: value.stack, cause: value.cause };
  }
  return typeof value === 'bigint' ? String(value) : value;
}

/**
 * Makes a log that writes from `level` on. `write` takes one line with its end; `now` gives the time.
 * Facts must never hold a secret: callers log paths without their query.
 */
export function createLog(
  level: LogLevel,
  write: (line: string) => void = (line) => process.stderr.write(line),
  now: () => Date = () => new Date(),
): Log {
  const threshold = LOG_LEVELS.indexOf(level);
  const at = (name: LogLevel) => (message: string, facts?: LogFacts) => {
    if (LOG_LEVELS.indexOf(name) < threshold) return;
    const line = { time: now().toISOString(), level: name, message, ...facts };
    let text: string;
    try {
      text = JSON.stringify(line, plain);
    } catch {
      text = JSON.stringify({
        time: line.time,
        level: name,
        message,
        facts: 'not writable as JSON',
      });
    }
    write(`${text}\n`);
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
