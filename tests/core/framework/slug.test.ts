// An address proposed from a title: what a person would write, and always one that is allowed.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slugSchema } from '#core/framework/interchange.ts';
import { slugOf } from '#core/framework/slug.ts';

it.each([
  ['Référentiel métier de la médiation scolaire', 'referentiel-metier-de-la-mediation-scolaire'],
  ['L’Œuvre, 2ᵉ édition (2026) !', 'l-oeuvre-2-edition-2026'],
  ['  ', ''],
  ['中文', ''],
  [`${'long '.repeat(30)}`, 'long-long-long-long-long-long-long-long-long-long-long-long'],
])('%s becomes "%s"', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

it('is an allowed slug, or nothing, whatever the title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const slug = slugOf(title);
      return slug === '' || slugSchema.safeParse(slug).success;
    }),
    { seed: 20260321 },
  );
});
