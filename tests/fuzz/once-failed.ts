// Evenings that once went wrong, with what was wrong: each is played in every run of the tests.
import type { Game } from './player.ts';

export const FAILED: readonly (Game & { readonly why: string })[] = [
  {
    mix: 'bold',
    seed: 78,
    trouble: false,
    why: 'the room took marks away without telling the one who wrote',
  },
  {
    mix: 'bold',
    seed: 239,
    trouble: false,
    why: 'the same where others had written in the marked words',
  },
  {
    mix: 'join',
    seed: 161,
    trouble: true,
    why: 'a letter between others in a text that was no longer kept was lost',
  },
  {
    mix: 'replace all',
    seed: 21,
    trouble: true,
    why: 'a letter after one that its writer had taken away again was lost with a text no longer kept',
  },
  {
    mix: 'live',
    seed: 244,
    trouble: true,
    why: 'of two copies one was taken back while its writer deleted the other',
  },
  {
    mix: 'delete',
    seed: 548,
    trouble: false,
    why: 'a copy whose paragraph was dead when it came was not known to be one',
  },
  {
    mix: 'bold',
    seed: 512,
    trouble: false,
    why: 'reading the log took marks away that nobody else heard of',
  },
  ...[64, 188, 237].map((seed) => ({
    mix: 'replace all',
    seed,
    trouble: true,
    why: 'letters of a text no longer kept had nothing beside them that told their place',
  })),
];
