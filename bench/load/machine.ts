// What the machine says of a process and of itself: processor time, memory, and how busy others keep it. Linux only.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Ticks of /proc a second: fixed by the kernel's interface to programs. */
const TICKS = 100;

/** The core that servers run on, and the core that makes the load. */
export const SERVER_CORE = '0';
export const LOAD_CORE = '1';

export interface ProcessUse {
  /** Processor time since its start, in seconds. */
  readonly cpu: number;
  /** Memory now and at its highest, in kB. */
  readonly memory: number;
  readonly peak: number;
}

export function useOf(pid: number): ProcessUse {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const kb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
  return {
    cpu: (Number(fields[11]) + Number(fields[12])) / TICKS,
    memory: kb('VmRSS'),
    peak: kb('VmHWM'),
  };
}

/** Processor time that the whole machine has been busy, in seconds. */
export function machineBusy(): number {
  const [line = ''] = readFileSync('/proc/stat', 'latin1').split('\n');
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0, steal = 0] = line
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + soft + steal) / TICKS;
}

/** Processor time of this process, in seconds. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Keeps this process on the core of the load. */
export function pinLoad(): void {
  execFileSync('taskset', ['-acp', LOAD_CORE, String(process.pid)], { stdio: 'ignore' });
}

/** Bytes of all files under a folder. */
export function bytesUnder(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesUnder(path) : statSync(path).size);
  }, 0);
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until `is` holds. Returns whether it did within `limitMs`. */
export async function until(is: () => boolean, limitMs: number): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!is()) {
    if (performance.now() > end) return false;
    await sleep(5);
  }
  return true;
}
