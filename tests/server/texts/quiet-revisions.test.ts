// SY-47: what nobody has changed for ten minutes is frozen by itself, at most once an hour, never twice the same, over restarts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoomName } from '#server/sync/ports.ts';
import { temporaryDatabase } from '../../temporary-database.ts';
import { MINUTE, QuietHouse, TIMES } from './quiet-house.ts';

async function begun() {
  const here = new QuietHouse(temporaryDatabase());
  here.start();
  await here.clock.quiet();
  const room = await here.framework('f');
  return { here, room };
}

describe('SY-47 a text that fell quiet', () => {
  it('is frozen once nobody changed it for ten minutes, by nobody, and once only', async () => {
    const { here, room } = await begun();
    await here.write(room, 'un');
    await here.clock.pass(6 * MINUTE);
    await here.write(room, 'un deux');
    await here.clock.pass(9 * MINUTE);
    expect(await here.revisions(room)).toEqual([]);
    await here.clock.pass(2 * MINUTE);
    expect(await here.revisions(room)).toEqual([['quiet', 16, 'un deux']]);
    const latest = await here.store.revisions.latest(room.frameworkId);
    expect(latest).toMatchObject({ number: 1, name: '', createdBy: '', reason: 'quiet' });
    await here.clock.pass(300 * MINUTE);
    expect(await here.revisions(room)).toHaveLength(1);
  });

  it('is frozen at most once an hour, and then as it was left', async () => {
    const { here, room } = await begun();
    for (const word of ['un', 'deux', 'trois', 'quatre', 'cinq']) {
      await here.write(room, word);
      await here.clock.pass(15 * MINUTE);
    }
    await here.clock.pass(200 * MINUTE);
    const all = await here.revisions(room);
    expect(all.map(([, , words]) => words)).toEqual(['un', 'cinq']);
    expect((all[1]?.[1] ?? 0) - (all[0]?.[1] ?? 0)).toBeGreaterThanOrEqual(60);
  });

  it('is not frozen where it is what the last revision holds, whoever made that, nor where nothing was ever written', async () => {
    const { here, room } = await begun();
    const untouched = await here.framework('g');
    await here.write(room, 'un');
    await here.freeze('f', 'à la main');
    await here.write(room, 'deux');
    await here.write(room, 'un');
    await here.clock.pass(300 * MINUTE);
    expect((await here.revisions(room)).map(([reason]) => reason)).toEqual(['manual']);
    expect(await here.revisions(untouched)).toEqual([]);
    expect(await here.store.quiet.changed()).toEqual([]);
  });

  it('is frozen at the start when it fell quiet while no server ran, and nothing is frozen again', async () => {
    const { here, room } = await begun();
    const other = await here.framework('g');
    await here.write(other, 'autre');
    await here.clock.pass(12 * MINUTE);
    await here.write(room, 'un');
    await here.clock.pass(MINUTE);
    await here.restart(8 * MINUTE);
    await here.clock.pass(0);
    expect(await here.revisions(room)).toEqual([]);
    await here.restart(2 * MINUTE);
    await here.clock.pass(1_000);
    expect((await here.revisions(room)).map(([reason, , words]) => [reason, words])).toEqual([
      ['quiet', 'un'],
    ]);
    for (let i = 0; i < 3; i++) await here.restart(100 * MINUTE);
    await here.clock.pass(1_000);
    expect(await here.revisions(room)).toHaveLength(1);
    expect(await here.revisions(other)).toHaveLength(1);
  });

  it('is not frozen twice when the server dies between the freezing and the note of it', async () => {
    const { here, room } = await begun();
    await here.write(room, 'un');
    here.store.quiet.looked = () => Promise.reject(new Error('killed'));
    await here.clock.pass(11 * MINUTE);
    expect(await here.revisions(room)).toHaveLength(1);
    await here.restart(120 * MINUTE);
    await here.clock.pass(MINUTE);
    expect(await here.revisions(room)).toHaveLength(1);
    expect(await here.store.quiet.changed()).toEqual([]);
  });

  it('is not frozen while somebody begins to write again', async () => {
    const { here, room } = await begun();
    await here.write(room, 'un');
    const settled = here.deps.working.settled;
    let once = true;
    here.deps.working.settled = async (framework) => {
      const document = await settled(framework);
      if (once) {
        once = false;
        here.write(room, 'deux');
        await here.clock.quiet();
      }
      return document;
    };
    await here.clock.pass(19 * MINUTE);
    expect(await here.revisions(room)).toEqual([]);
    await here.clock.pass(2 * MINUTE);
    expect((await here.revisions(room)).map(([, , words]) => words)).toEqual(['deux']);
  });

  it('does not keep others waiting when it cannot be read, and is tried again', async () => {
    const { here, room } = await begun();
    const other = await here.framework('g');
    await here.write(room, 'abîmé');
    await here.write(other, 'sain');
    await here.restart();
    const crc = 'UPDATE room_updates SET crc = crc + ? WHERE room_id = 1';
    here.database.driver.prepare(crc).run(1);
    await here.clock.pass(60 * MINUTE);
    expect(await here.revisions(room)).toEqual([]);
    expect(await here.revisions(other)).toHaveLength(1);
    const said = here.log.lines.filter(({ message }) => message.includes('automatic'));
    expect(said.length).toBeLessThanOrEqual(6);
    here.database.driver.prepare(crc).run(-1);
    await here.clock.pass(12 * MINUTE);
    expect((await here.revisions(room)).map(([, , words]) => words)).toEqual(['abîmé']);
  });

  it('is frozen all the same when the clock was set back meanwhile', async () => {
    const { here, room } = await begun();
    await here.clock.pass(300 * MINUTE);
    await here.write(room, 'un');
    here.clock.setBack(120 * MINUTE);
    await here.clock.pass(11 * MINUTE);
    expect((await here.revisions(room)).map(([, , words]) => words)).toEqual(['un']);
  });

  it('is left alone once the server stops, and where the setting is 0', async () => {
    const { here, room } = await begun();
    await here.write(room, 'un');
    await here.stop();
    await here.clock.pass(60 * MINUTE);
    const never = new QuietHouse(here.database, { quietMs: 0, everyMs: 0 });
    never.start();
    await never.clock.pass(300 * MINUTE);
    expect(await here.revisions(room)).toEqual([]);
    expect(never.clock.waiting).toBe(0);
  });

  it('goes with its framework when that is removed while it is read', async () => {
    const { here, room } = await begun();
    await here.write(room, 'un');
    const settled = here.deps.working.settled;
    here.deps.working.settled = async (framework) => {
      const document = await settled(framework);
      await here.store.frameworks.remove(room.frameworkId);
      return document;
    };
    await here.clock.pass(120 * MINUTE);
    expect(await here.store.quiet.changed()).toEqual([]);
    expect(await here.revisions(room)).toEqual([]);
  });
});

type Step =
  | { readonly kind: 'write'; readonly words: string }
  | { readonly kind: 'pass'; readonly minutes: number }
  | { readonly kind: 'restart'; readonly minutes: number }
  | { readonly kind: 'freeze' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('a', 'b', 'c').map((words) => ({ kind: 'write' as const, words })),
  },
  { weight: 4, arbitrary: fc.nat(90).map((minutes) => ({ kind: 'pass' as const, minutes })) },
  { weight: 1, arbitrary: fc.nat(90).map((minutes) => ({ kind: 'restart' as const, minutes })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'freeze' as const }) },
);

async function play(here: QuietHouse, room: RoomName, steps: readonly Step[]): Promise<string> {
  let words = '';
  for (const one of steps) {
    if (one.kind === 'write') {
      words = one.words;
      await here.write(room, words);
    } else if (one.kind === 'pass') await here.clock.pass(one.minutes * MINUTE);
    else if (one.kind === 'restart') await here.restart(one.minutes * MINUTE);
    else await here.freeze('f', '');
  }
  return words;
}

it('SY-47 holds whatever is written, frozen by hand and restarted, and whenever', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { here, room } = await begun();
      const words = await play(here, room, steps);
      await here.clock.pass(80 * MINUTE);
      const all = await here.revisions(room);
      const texts = all.map((one) => one[2]);
      expect(texts.filter((text, i) => i > 0 && text === texts[i - 1])).toEqual([]);
      const automatic = all.filter(([reason]) => reason === 'quiet').map(([, minute]) => minute);
      for (const [i, minute] of automatic.entries()) {
        const before = automatic[i - 1];
        if (before !== undefined)
          expect(minute - before).toBeGreaterThanOrEqual(TIMES.everyMs / MINUTE);
      }
      if (words !== '') expect(texts.at(-1)).toBe(words);
      here.database.close();
    }),
    { seed: 47, numRuns: 30 },
  );
}, 120_000);
