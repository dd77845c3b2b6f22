// Asking the server for items outside this room: to choose a target, and to know what targets are called now.
import { z } from 'zod';
import { paths } from '#core/paths.ts';
import type { TargetTitle } from '../live/targets.ts';

const answerSchema = z.object({
  items: z.array(
    z.object({
      framework: z.string(),
      item: z.string(),
      kind: z.string(),
      section: z.string(),
      number: z.string(),
      title: z.string(),
    }),
  ),
});

async function ask(slug: string, query: Record<string, string>): Promise<readonly TargetTitle[]> {
  const answer = await fetch(`${paths.items(slug)}?${new URLSearchParams(query)}`, {
    headers: { Accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(`items: ${answer.status}`);
  return answerSchema.parse(await answer.json()).items;
}

/** Items that match a text, of these kinds (joined by commas); null where the server cannot be asked. */
export async function findItems(
  slug: string,
  { text, kinds, elsewhere }: { text: string; kinds: string; elsewhere: boolean },
): Promise<readonly TargetTitle[] | null> {
  try {
    return await ask(slug, { q: text, kinds, ...(elsewhere ? { elsewhere: '1' } : {}) });
  } catch {
    return null;
  }
}

/** What these targets (`framework/item`) are called now; what is gone is left out. Throws where the server cannot be asked. */
export function titlesOf(slug: string, keys: readonly string[]): Promise<readonly TargetTitle[]> {
  return ask(slug, { ids: keys.join(' ') });
}
