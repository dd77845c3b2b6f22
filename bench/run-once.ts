// One run of a scenario in a process group of its own: whatever happens to it, nothing of it goes on afterwards.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figures } from './scenarios/figures.ts';
import { removeFolder } from './servers/running.ts';
import type { TargetName } from './servers/targets.ts';
import type { Size } from './sizes.ts';

const SCENARIO = fileURLToPath(new URL('./scenario.ts', import.meta.url));
/** At most so long for one run of one server. */
const RUN_LIMIT_MS = 400_000;
/** So much of what a failed run said is told. Characters. */
const TOLD = 2_000;

/** Each run that is under way, with the folder for its files. */
const running = new Map<ChildProcess, string>();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    for (const child of running.keys()) end(child);
    process.exit(130);
  });
}

/** Ends a run and the servers it started, which are of its group, and removes its files. */
function end(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // None of the group is left.
  }
  const folder = running.get(child);
  running.delete(child);
  if (folder !== undefined) removeFolder(folder);
}

/** Resolves to what the run measured; throws with what it said where it measured nothing. */
export function runOnce(scenario: string, target: TargetName, size: Size): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    const child = spawn(process.execPath, ['--import', 'tsx', SCENARIO, scenario, target, size], {
      detached: true,
      env: { ...process.env, TMPDIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.set(child, folder);
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
