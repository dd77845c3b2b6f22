// A process that serves: its signals, its exit code, and one line when it cannot start.
import type { Server } from 'node:http';
import { DatabaseRefused } from '#db/refused.ts';
import { translator } from '#locales/catalogue.ts';
import { type Env, readEnv } from './env.ts';
import { createLog, type Log } from './log.ts';
import { refusedDatabaseLine } from './refused-database.ts';
import { type Front, type Running, StartRefused, serve } from './serve.ts';

/** After this a stop that hangs is ended: everything that was promised is on disk. */
const STOP_LIMIT_MS = 4_500;

function refusedLine(env: Env, error: unknown): string {
  const t = translator(env.language);
  if (error instanceof StartRefused) return error.message;
  if (error instanceof DatabaseRefused) return refusedDatabaseLine(t, error);
  const reason = error instanceof Error ? error.message : String(error);
  return t('terminal.broken', { reason: reason.replace(/\s*[\r\n]+\s*/g, ' ') });
}

/** Runs the server until a signal ends it. `openFront` makes the pages. */
export async function runServer(
  openFront: (server: Server, env: Env, log: Log) => Promise<Front>,
): Promise<void> {
  // Whatever is made in the data folder is for its owner only.
  process.umask(0o077);
  const read = readEnv(process.env);
  if (!read.ok) {
    process.stderr.write(`${read.line}\n`);
    process.exit(1);
  }
  const { env } = read;
  const log = createLog(env.logLevel);
  const ending = new AbortController();
  let running: Running | undefined;

  const stop = async () => {
    if (ending.signal.aborted) return;
    ending.abort();
    // Before it serves nothing is half done: the start itself sees the signal, or is simply cut.
    if (running === undefined) process.exit(0);
    const { rooms } = running.house;
    setTimeout(() => process.exit(rooms.stats().unsaved > 0 ? 1 : 0), STOP_LIMIT_MS).unref();
    log.info('stopping');
    try {
      const unsaved = await running.stop();
      if (unsaved.size > 0) {
        // Whoever typed it has it still, and sends it again when the server is back.
        log.error('stopped; the store did not take these updates', {
          why: rooms.trouble?.why ?? 'it did not answer in time',
          unsaved: Object.fromEntries(unsaved),
        });
        process.exit(1);
      }
      log.info('stopped');
      process.exit(0);
    } catch (error) {
      log.error('the stop did not go well', { error });
      process.exit(1);
    }
  };
  // Whoever started us may stop listening to what we say (`| head`): the server goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  process.on('unhandledRejection', (error) => log.error('nobody waited for this', { error }));
  process.on('uncaughtException', (error) => {
    // What the process knows may be wrong now; what is on disk is right. Whoever runs it starts it again.
    log.error('unforeseen failure, the server ends', { error });
    process.exit(1);
  });

  try {
    running = await serve({
      env,
      log,
      tell: (line) => process.stdout.write(`${line}\n`),
      openFront: (server) => openFront(server, env, log),
      signal: ending.signal,
    });
  } catch (error) {
    if (ending.signal.aborted) process.exit(0);
    if (!(error instanceof StartRefused || error instanceof DatabaseRefused)) {
      log.error('the start failed', { error });
    }
    process.stderr.write(`${refusedLine(env, error)}\n`);
    process.exit(1);
  }
}
