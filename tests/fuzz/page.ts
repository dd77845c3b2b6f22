// What the browser's page of the fuzz offers: one evening by mix and seed, played the same each time.
import { chance } from '#tests/core/document/chance.ts';
import { type EveningResult, playEvening } from './evening.ts';
import { MIXES } from './mixes.ts';

export interface FuzzPage {
  play(mix: string, seed: number, trouble: boolean): Promise<EveningResult>;
}

declare global {
  interface Window {
    fuzz: FuzzPage;
  }
}

window.fuzz = {
  async play(name, seed, trouble) {
    const mix = MIXES.find((one) => one.name === name);
    if (!mix) throw new Error(`no mix ${name}`);
    Math.random = chance(seed);
    return playEvening({ mix, seed, trouble });
  },
};
