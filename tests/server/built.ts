// The built program for tests that start it: built first where sources are newer, once for all test files.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Exit, ended, spawnBuilt } from '../server-process.ts';

const BUILD_LIMIT_MS = 300_000;

/** Builds before the tests of this file, where needed; others that build at the same time are waited for. */
export function needBuild(): void {
  beforeAll(() => {
    execFileSync(process.execPath, ['scripts/build.mjs', '--if-needed'], { stdio: 'pipe' });
  }, BUILD_LIMIT_MS);
}

/** A folder that is removed after the tests of this file. */
export function temporaryFolder(): () => string {
  const made: string[] = [];
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'triptyque-built-'));
    made.push(folder);
    return folder;
  };
}

export interface Ran extends Exit {
  readonly out: string;
  readonly err: string;
}

/** Runs a built program to its end. */
export async function runBuilt(
  program: 'main' | 'cli',
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ran> {
  const child = spawnBuilt(program, args, env);
  child.stdin?.end();
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return { ...(await ended(child)), out, err };
}
