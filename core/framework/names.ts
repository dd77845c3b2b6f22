// What ids of items and slugs of frameworks may look like.

/** Lower-case letters, digits and single hyphens. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const LONGEST_SLUG = 80;

/** Ids are cited for ever: printable, without spaces or slashes. */
export const ITEM_ID = /^[\p{L}\p{N}][\p{L}\p{N}._:-]*$/u;
export const LONGEST_ITEM_ID = 120;

export function isSlug(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_SLUG && SLUG.test(value);
}

export function isItemId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_ITEM_ID && ITEM_ID.test(value);
}
