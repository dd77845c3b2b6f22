// Items are found by number or words and named by what they are called now, wherever they live.

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadSample } from '#server/commands/load-sample.ts';
import {
  coordinator,
  editor,
  type House,
  house,
  reader,
  SAMPLES,
  sample,
  value,
} from '../house.ts';

let here: House;
beforeEach(async () => {
  here = house();
  await loadSample(here.deps, SAMPLES, true);
});

const french = 'mediation-scolaire';
const find = async (
  text: string,
  more: { kinds?: string[]; framework?: string; limit?: number } = {},
) => here.queries.items.find(reader, { text, kinds: [], limit: 50, ...more });

it('by number, within the framework that is asked for', async () => {
  expect((await find('M1.3', { framework: french }))[0]).toEqual({
    framework: french,
    item: 'act-danger',
    kind: 'activity',
    section: 'missions',
    number: 'M1.3',
    title: 'Repérer un danger et transmettre l’alerte',
  });
});

it('by words, whatever the accents, and of the kinds that are asked for', async () => {
  const ids = async (text: string, kinds: string[]) =>
    (await find(text, { kinds, framework: french })).map(({ item }) => item);
  expect((await ids('reperer l alerte', ['activity']))[0]).toBe('act-danger');
  expect((await ids("REPERER UN DANGER ET TRANSMETTRE L'ALERTE", []))[0]).toBe('act-danger');
  expect(await ids('reperer un danger', ['skill'])).not.toContain('act-danger');
});

it('of the newest framework first where they are as good, and no more than asked for', async () => {
  const all = await find('', { kinds: ['lever'], limit: 100 });
  const frameworks = [...new Set(all.map(({ framework }) => framework))];
  expect(frameworks).toEqual(['college-ideal-en', 'college-ideal']);
  expect(await find('', { limit: 3 })).toHaveLength(3);
  for (const limit of [0, -1, Number.NaN]) expect(await find('', { limit })).toEqual([]);
  expect(await find('', { framework: 'nowhere' })).toEqual([]);
});

it('with any text, without an error', async () => {
  const odd = ['"', 'AND', '*', '(', 'a-b', 'C++', '%', '_', "';--", '\u0000', 'x'.repeat(5000)];
  for (const text of odd) await find(text);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      expect(Array.isArray(await find(text, { limit: 5 }))).toBe(true);
    }),
    { seed: 20262, numRuns: 50 },
  );
});

describe('titles', () => {
  const wanted = [
    { framework: french, item: 'act-danger' },
    { framework: french, item: 'gone' },
    { framework: 'nowhere', item: 'act-danger' },
  ];

  it('are those of now, and what is gone is left out', async () => {
    const document = sample(french);
    const [mission] = document.sections[0]?.items ?? [];
    const activity = mission?.children?.find(({ id }) => id === 'act-danger');
    if (activity) activity.title = 'Renamed';
    value(await here.commands.working.replace(editor, french, document));
    expect(await here.queries.items.titles(reader, wanted)).toMatchObject([
      { framework: french, item: 'act-danger', title: 'Renamed', number: 'M1.3' },
    ]);
  });

  it('are found under a slug that the framework had before', async () => {
    value(await here.commands.frameworks.update(coordinator, french, { slug: 'renamed' }));
    const named = [...wanted, { framework: 'renamed', item: 'act-danger' }];
    expect(
      (await here.queries.items.titles(reader, named)).map(({ framework }) => framework),
    ).toEqual([french, 'renamed']);
  });
});
