// Inputs that several calls share: parts of an address, pages of a list.
import { z } from 'zod';
import { slugSchema } from '#core/framework/interchange.ts';
import { LABEL } from '#core/framework/label.ts';

export const labelSchema = z.string().max(40).regex(LABEL);
export const refSchema = z.union([
  labelSchema,
  z.string().regex(/^r[1-9]\d{0,8}$/),
  z.literal('working'),
]);

export const none = z.object({});
export const slugParams = z.object({ slug: slugSchema });

/** `limit` and `cursor` of a list. */
export const pageQuery = z.object({
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(200))
    .optional(),
  cursor: z.string().max(500).optional(),
});

/** A query flag: present and neither `0` nor `false`. */
export const flag = z
  .string()
  .optional()
  .transform((word) => word !== undefined && word !== '0' && word !== 'false');

/** What a list query asks for, without the members that were not given. */
export function pageRequest(query: z.output<typeof pageQuery>): {
  limit?: number;
  cursor?: string;
} {
  return {
    ...(query.limit === undefined ? {} : { limit: query.limit }),
    ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
  };
}
