// What the items of one room lack is the same, told from that room's rows and what is known of the others, as from the whole text.
import { readFileSync } from 'node:fs';
import { expect, it, test } from 'vitest';
import { gapsOfRows } from '#app/editor/live/gaps.ts';
import { rowsOfSections } from '#app/editor/rows.ts';
import { gapsById, outsideOf } from '#core/framework/coverage-outside.ts';
import { interchangeDocumentSchema } from '#core/framework/interchange.ts';
import { templateOf } from '#core/framework/templates.ts';
import { walkItems } from '#core/framework/walk.ts';

const { framework, sections } = interchangeDocumentSchema.parse(
  JSON.parse(readFileSync('tests/sample/fr/job-reference.rev2.json', 'utf8')),
);
const { slug, language } = framework;
const found = templateOf('job-reference');
if (!found) throw new Error('no template');
const template = found;

/** Of the items of one section, told from its rows. */
function told(key: string, unread: readonly string[] = []) {
  const own = sections.filter((section) => section.key === key);
  const outside = outsideOf(sections, template, [key], unread);
  return gapsOfRows({ slug, language, template }, rowsOfSections(own, new Map()), outside);
}

test.each(['missions', 'skills', 'training'])('in %s', (key) => {
  const whole = gapsById({ slug, language, sections }, template);
  const own = sections.filter((section) => section.key === key);
  const part = told(key);
  for (const { item } of walkItems(own)) expect(part.get(item.id)).toEqual(whole.get(item.id));
});

it('says in each section what is known to lack there', () => {
  expect(told('skills').get('k-trauma')).toEqual(['untrained', 'unused', 'noCriterion']);
  expect(told('skills', ['training']).get('k-trauma')).toEqual(['unused', 'noCriterion']);
  expect(told('missions').size).toBe(0);
});

it('carries no words of the other sections, and nothing where the template has no coverage', () => {
  expect(JSON.stringify(outsideOf(sections, template, ['skills'], []))).not.toContain('Protéger');
  const cards = templateOf('ideal-system');
  expect(cards && outsideOf([], cards, ['causes'], [])).toBeNull();
});
