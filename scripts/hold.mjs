// One at a time in one folder: two starts must not install or build over each other.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './run.mjs';
import { say, worded } from './say.mjs';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until nobody else does this thing (`install`, `build`), says so once, and gives what lets go of it. */
export async function hold(name) {
  const folder = join(ROOT, '.cache');
  const lock = join(folder, `${name}.lock`);
  mkdirSync(folder, { recursive: true });
  let said = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch {
      let pid = 0;
      try {
        pid = Number(readFileSync(lock, 'utf8'));
      } catch {
        continue;
      }
      if (pid > 0 && !isAlive(pid)) rmSync(lock, { force: true });
      if (!said) say(worded('waiting'));
      said = true;
      await pause(300);
    }
  }
}
