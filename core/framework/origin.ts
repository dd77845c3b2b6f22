// Reading a stored origin without the schema library, which the browser need not load to show a text.
import type { Origin } from './interchange.ts';
import { isItemId, isSlug } from './names.ts';

function ids(value: unknown): string[] | null {
  return Array.isArray(value) && value.every(isItemId) ? value : null;
}

/** What an item says it was made from; `{}` where it says nothing, or anything that is no origin. */
export function readOrigin(value: unknown): Origin {
  if (typeof value !== 'object' || value === null) return {};
  const origin: Origin = {};
  const said: Record<string, unknown> = { ...value };
  for (const relation of ['split', 'merged', 'replaced'] as const) {
    if (said[relation] === undefined) continue;
    const list = ids(said[relation]);
    if (!list) return {};
    origin[relation] = list;
  }
  const { copied } = said;
  if (copied === undefined) return origin;
  if (typeof copied !== 'object' || copied === null) return {};
  const { framework, item }: Record<string, unknown> = { ...copied };
  if (!isSlug(framework) || !isItemId(item)) return {};
  return { ...origin, copied: { framework, item } };
}
