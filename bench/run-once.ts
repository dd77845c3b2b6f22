// One run of a scenario in a process group of its own: whatever happens to it, nothing of it goes on afterwards.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Figures } from './scenarios/figures.ts';
import type { TargetName } from './servers/targets.ts';
import type { Size } from './sizes.ts';

const SCENARIO = fileURLToPath(new URL('./scenario.ts', import.meta.url));
/** At most so long for one run of one server. */
const RUN_LIMIT_MS = 400_000;
/** So much of what a failed run said is told. Characters. */
const TOLD = 2_000;

const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    for (const child of running) end(child);
    process.exit(130);
  });
}

/** Ends a run and the servers it started, which are of its group. */
function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // None of the group is left.
  }
}

/** Resolves to what the run measured; throws with what it said where it measured nothing. */
export function runOnce(scenario: string, target: TargetName, size: Size): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', SCENARIO, scenario, target, size], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let figures = '';
    let said = '';
    let isLate = false;
    child.stdout.on('data', (chunk) => {
      figures += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-TOLD);
    });
    const limit = setTimeout(() => {
      isLate = true;
      end(child);
    }, RUN_LIMIT_MS);
    // A server that it left behind would keep its pipes open: the end of the process counts, not of the pipes.
    child.on('exit', (code, signal) => {
      clearTimeout(limit);
      end(child);
      running.delete(child);
      if (code !== 0) {
        const why = isLate
          ? `not done after ${RUN_LIMIT_MS / 1000} s`
          : `ended by ${code ?? signal}`;
        setImmediate(() => reject(new Error(`${why}\n${said}`.trim())));
      }
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) return;
      try {
        resolve(JSON.parse(figures) as Figures);
      } catch {
        reject(new Error(`no figures: ${figures.slice(0, TOLD)}\n${said}`.trim()));
      }
    });
  });
}
