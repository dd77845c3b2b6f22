// What a form about a framework must hold, checked once where it comes in; messages are keys of `locales/`.
import { z } from 'zod';
import { LANGUAGES } from '#core/framework/interchange.ts';
import { SLUG } from '#core/framework/names.ts';
import { TEMPLATES } from '#core/framework/templates.ts';

const title = z.string().min(1, 'common.problem.required').max(300, 'common.problem.too-long');
export const slugSchema = z
  .string()
  .min(1, 'common.problem.required')
  .max(80, 'common.problem.too-long')
  .regex(SLUG, 'common.problem.slug');
const licence = z.string().max(60, 'common.problem.too-long');
const visibility = z.enum(['public', 'private']);

export const newFrameworkSchema = z.object({
  template: z.enum(TEMPLATES.map(({ key }) => key)),
  language: z.enum(LANGUAGES),
  title,
  slug: slugSchema,
  licence,
  visibility,
});

export const detailsSchema = z.object({
  title,
  slug: slugSchema,
  licence,
  notice: z.string().max(2000, 'common.problem.too-long'),
});

export const visibilitySchema = z.object({ visibility });

export const archivedSchema = z.object({
  archived: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
});
