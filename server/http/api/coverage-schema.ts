// What the interface gives as the coverage of a framework, as zod schemas held to the types of core/.
import { z } from 'zod';
import type { Coverage } from '#core/framework/coverage.ts';
import { GAP_KINDS } from '#core/framework/coverage-gaps.ts';

const level = z.int().min(1).max(4).nullable();
const link = z.object({ item: z.string(), level });
const item = {
  id: z.string(),
  kind: z.string(),
  section: z.string(),
  number: z.string(),
  title: z.string(),
  parent: z.string(),
  gaps: z.array(z.enum(GAP_KINDS)),
};
const row = z.object({ ...item, skills: z.array(link) });

const coverageShape: z.ZodType<Coverage> = z.object({
  missions: z.array(z.object(item)),
  activities: z.array(row),
  skills: z.array(
    z.object({
      ...item,
      type: z.string(),
      activities: z.array(link),
      modules: z.array(link),
      profiles: z.array(link),
      needed: level,
      trained: level,
      criteria: z.int(),
    }),
  ),
  modules: z.array(row),
  profiles: z.array(
    z.object({
      ...item,
      skills: z.array(z.object({ item: z.string(), level, short: z.int().nullable() })),
    }),
  ),
});

/** With the text it is of: `working` or a version's label; `damaged` sections are left out of it. */
export const coverageSchema = z.object({
  ref: z.string(),
  coverage: coverageShape,
  damaged: z.array(z.string()),
});
