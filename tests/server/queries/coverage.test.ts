// The coverage of a framework, by who asks: of the working text, of the latest version, or nothing.
import { beforeEach, expect, it } from 'vitest';
import { translator } from '#locales/catalogue.ts';
import { loadSample } from '#server/commands/load-sample.ts';
import { coverageFile } from '#server/exchange/coverage-file.ts';
import {
  anonymous,
  answer,
  coordinator,
  editor,
  type House,
  house,
  reader,
  SAMPLES,
  sample,
  value,
} from '../house.ts';

const SLUG = 'mediation-scolaire';

let here: House;
beforeEach(async () => {
  here = house();
  await loadSample(here.deps, SAMPLES, true);
});

it('is of the working text for members, and follows it', async () => {
  const before = value(await here.queries.coverage.get(reader, SLUG));
  expect(before).toMatchObject({ ref: 'working', damaged: [] });
  const [first] = before.coverage.activities;
  expect(first?.skills.length).toBeGreaterThan(0);
  expect(value(await here.queries.coverage.get(reader, SLUG)).coverage).toBe(before.coverage);

  const document = sample(SLUG);
  const missions = document.sections.find(({ key }) => key === 'missions');
  const activity = missions?.items?.[0]?.children?.[0];
  if (!activity) throw new Error('the sample has no activity');
  activity.references = [];
  value(await here.commands.working.replace(editor, SLUG, document));
  const after = value(await here.queries.coverage.get(reader, SLUG));
  expect(after.coverage.activities[0]).toMatchObject({
    id: activity.id,
    skills: [],
    gaps: ['needsNothing'],
  });
});

it('is of the latest version that visitors may read, else not for them', async () => {
  expect(answer(await here.queries.coverage.get(anonymous, SLUG))).toBe('not-signed-in');
  value(
    await here.commands.versions.publish(coordinator, SLUG, {
      label: '0.1',
      status: 'consultation',
      note: 'Essai',
      public: true,
    }),
  );
  expect(value(await here.queries.coverage.get(anonymous, SLUG)).ref).toBe('0.1');
  value(await here.commands.frameworks.update(coordinator, SLUG, { visibility: 'private' }));
  expect(answer(await here.queries.coverage.get(anonymous, SLUG))).toBe('not-found');
});

it('is not there for a template without skills, nor for a framework that is not', async () => {
  expect(answer(await here.queries.coverage.get(reader, 'recommandations'))).toBe('not-found');
  expect(answer(await here.queries.coverage.get(reader, 'nulle-part'))).toBe('not-found');
});

it('is a table in the language of who asks, with a column for each skill', async () => {
  const { queries } = here;
  const asking = { actor: reader, queries, language: 'fr', t: translator('fr') } as const;
  const { bytes, type, name } = value(await coverageFile(asking, SLUG));
  expect(type).toBe('text/csv; charset=utf-8');
  expect(name).toMatch(/couverture\.csv$/);
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n');
  const { skills } = value(await queries.coverage.get(reader, SLUG)).coverage;
  expect(lines[0]?.startsWith('\ufeffNature;Numéro;Titre;Mission;Manques;C1 ')).toBe(true);
  expect(lines[1]).toMatch(/^Modules qui y forment;;;;(;\d+)+$/);
  expect(lines[1]?.split(';')).toHaveLength(5 + skills.length);
  expect(lines.find((line) => line.startsWith('activité;M1.1;'))).toContain(';M1 ');
});
