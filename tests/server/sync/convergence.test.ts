// Several writers, cuts and deaths: all end equal, every typed letter is in its item or in the bin, no item is twice.
import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '#core/framework/templates.ts';
import { fuzz } from './fuzz.ts';

const ROOMS = TEMPLATES.flatMap((template) =>
  template.rooms.map((room) => ({ template, roomKey: room.key })),
);

/** More of them: FUZZ_SEEDS=300, and FUZZ_FIRST to begin elsewhere. */
const SEEDS = Number(process.env.FUZZ_SEEDS ?? 25);
const FIRST = Number(process.env.FUZZ_FIRST ?? 1);

const RIGHT = { lost: [], equal: true, misplaced: [], saved: true, complaints: [] };

function roomOf(seed: number) {
  const room = ROOMS[seed % ROOMS.length];
  if (!room) throw new Error('no rooms');
  return room;
}

describe('convergence', () => {
  it.each(Array.from({ length: SEEDS }, (_, i) => FIRST + i))(
    'SY-8, SY-27 seed %i, with cuts, deaths and a failing store',
    async (seed) => {
      const result = await fuzz({ seed, ...roomOf(seed) });
      expect(result).toMatchObject(RIGHT);
      expect(result.typed).toBeGreaterThan(20);
    },
  );

  it.each(Array.from({ length: Math.ceil(SEEDS / 2) }, (_, i) => FIRST + i))(
    'SY-8, SY-27 seed %i, quiet, with clients that know nothing of keeping',
    async (seed) => {
      expect(await fuzz({ seed, ...roomOf(seed), keeps: false, trouble: false })).toMatchObject(
        RIGHT,
      );
    },
  );

  let collected = 0;
  it.each(Array.from({ length: SEEDS }, (_, i) => FIRST + i))(
    'SY-48, SY-27 seed %i, where what was deleted is collected under those who stay',
    async (seed) => {
      const result = await fuzz({ seed, ...roomOf(seed), rests: true });
      expect(result).toMatchObject(RIGHT);
      collected += result.collected;
    },
  );
  it('SY-48 did collect', () => {
    expect(collected).toBeGreaterThan(SEEDS);
  });

  it('SY-27 seed 62 puts back every dead word of a preamble that nobody had named on the server', async () => {
    expect(await fuzz({ seed: 62, ...roomOf(62), trouble: false })).toMatchObject(RIGHT);
  });

  it('SY-73 seed 229 keeps what its writer got back though he said again that he had deleted it', async () => {
    expect(await fuzz({ seed: 229, ...roomOf(229) })).toMatchObject(RIGHT);
  });

  it('SY-27 seed 17 looks for lost words only among what has come', async () => {
    const { lost: _, ...right } = RIGHT;
    expect(await fuzz({ seed: 17, ...roomOf(17), keeps: false })).toMatchObject(right);
  });
});
