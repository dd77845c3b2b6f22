// Having an act done: by the server that runs on the folder, else here, with the folder's lock held.
import { setTimeout as pause } from 'node:timers/promises';
import { translator } from '#locales/catalogue.ts';
import type { Env } from '../env.ts';
import { openHouse } from '../house.ts';
import { createAddresses } from '../http/addresses.ts';
import { lockFolder } from '../lock.ts';
import { createLog } from '../log.ts';
import { type Act, type Outcome, perform } from './acts.ts';
import { askServer } from './control.ts';

const WAIT_MS = 10_000;
const BETWEEN_TRIES_MS = 100;

/** Does one act. A server that is just starting or stopping is waited for. */
export async function runAct(env: Env, input: Act): Promise<Outcome> {
  const until = performance.now() + WAIT_MS;
  for (;;) {
    const answered = await askServer(env.dataDir, input, env.language);
    if (answered !== null) return answered;
    const lock = await lockFolder(env.dataDir, 0);
    if (lock !== null) {
      try {
        return await performHere(env, input);
      } finally {
        lock.release();
      }
    }
    if (performance.now() >= until) {
      const line = translator(env.language)('terminal.locked', { folder: env.dataDir });
      return { code: 1, out: '', err: `${line}\n` };
    }
    await pause(BETWEEN_TRIES_MS);
  }
}

async function performHere(env: Env, input: Act): Promise<Outcome> {
  const { url } = createAddresses(env, env.port);
  const house = await openHouse(env, createLog('error'), url);
  try {
    return await perform({ house, language: env.language, url, now: () => new Date() }, input);
  } finally {
    await house.close();
  }
}
