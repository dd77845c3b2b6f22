// Loaded before a server under measure: on SIGUSR2 it collects what is free, and writes what is left, in kB.
import { renameSync, writeFileSync } from 'node:fs';

process.on('SIGUSR2', () => {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  const { BENCH_HEAP } = process.env;
  writeFileSync(`${BENCH_HEAP}.part`, JSON.stringify(Math.round((heapUsed + external) / 1024)));
  renameSync(`${BENCH_HEAP}.part`, BENCH_HEAP);
});
