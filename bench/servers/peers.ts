// Installs the servers measured beside ours, once, into a folder of its own: the product itself never needs them.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PEERS } from './targets.ts';

const SOURCE = fileURLToPath(new URL('../peers/', import.meta.url));

/** Leaves them installed as their lock says; takes a minute the first time. */
export function installPeers(): void {
  const lock = readFileSync(join(SOURCE, 'package-lock.json'), 'utf8');
  const stamp = join(PEERS, 'installed');
  mkdirSync(PEERS, { recursive: true });
  cpSync(SOURCE, PEERS, { recursive: true });
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  process.stderr.write('Installing the peers into .cache/bench-peers\n');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: PEERS, stdio: 'inherit' });
  writeFileSync(stamp, lock);
}
