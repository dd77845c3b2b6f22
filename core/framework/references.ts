// References as they are stored: one key per target, so that two people who each add one both keep theirs.
import type { Reference } from './interchange.ts';
import { isItemId, isSlug } from './names.ts';

export interface StoredReference {
  readonly order: string;
  readonly level?: number;
}

/** Key of a reference in its item's map: `item`, or `framework/item` where the target lives elsewhere. */
export function referenceKey(target: Pick<Reference, 'item' | 'framework'>): string {
  return target.framework === undefined ? target.item : `${target.framework}/${target.item}`;
}

/**
 * Target of a stored key. A number after `#` tells a second reference to the same target apart
 * (imports may hold some); ids hold neither `#` nor `/`.
 */
export function referenceTarget(key: string): Pick<Reference, 'item' | 'framework'> {
  const name = key.replace(/#\d+$/, '');
  const slash = name.indexOf('/');
  return slash < 0
    ? { item: name }
    : { item: name.slice(slash + 1), framework: name.slice(0, slash) };
}

/**
 * Reads stored references in their order (key, then name). Total: what is not a reference is left
 * out, a level that is none is dropped.
 */
export function readReferences(stored: Iterable<readonly [string, unknown]>): Reference[] {
  const rows: { key: string; order: string; level: number | undefined }[] = [];
  for (const [key, value] of stored) {
    if (typeof value !== 'object' || value === null) continue;
    const { item, framework } = referenceTarget(key);
    if (!isItemId(item) || (framework !== undefined && !isSlug(framework))) continue;
    const { order, level } = value as { order?: unknown; level?: unknown };
    rows.push({
      key,
      order: typeof order === 'string' ? order : '',
      level: typeof level === 'number' && [1, 2, 3, 4].includes(level) ? level : undefined,
    });
  }
  rows.sort((a, b) =>
    a.order !== b.order ? (a.order < b.order ? -1 : 1) : a.key < b.key ? -1 : 1,
  );
  return rows.map(({ key, level }) => ({
    ...referenceTarget(key),
    ...(level === undefined ? {} : { level }),
  }));
}
