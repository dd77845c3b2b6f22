// Asking the server for items outside this room: to choose a target, and to know what targets are called now.
import type { CoverageOutside } from '#core/framework/coverage-outside.ts';
import { paths } from '#core/paths.ts';
import type { TargetTitle } from '../live/targets.ts';

const TEXTS = ['framework', 'item', 'kind', 'section', 'number', 'title'] as const;

function isTarget(value: unknown): value is TargetTitle {
  if (typeof value !== 'object' || value === null) return false;
  const said: Record<string, unknown> = { ...value };
  return TEXTS.every((name) => typeof said[name] === 'string');
}

async function ask(slug: string, query: Record<string, string>): Promise<readonly TargetTitle[]> {
  const answer = await fetch(`${paths.items(slug)}?${new URLSearchParams(query)}`, {
    headers: { Accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(`items: ${answer.status}`);
  const { items }: { items?: unknown } = await answer.json();
  return Array.isArray(items) ? items.filter(isTarget) : [];
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

/** What the other rooms of a framework hold now, for the gaps of this one. Throws where the server cannot be asked. */
export async function outsideNow(slug: string, room: string): Promise<CoverageOutside | null> {
  const answer = await fetch(paths.outside(slug, room), {
    headers: { Accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(`outside: ${answer.status}`);
  const { outside }: { outside?: CoverageOutside | null } = await answer.json();
  return Array.isArray(outside?.sections) && Array.isArray(outside.unread) ? outside : null;
}
