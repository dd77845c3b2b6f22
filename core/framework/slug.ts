// A slug proposed from a title, as somebody would have shortened it by hand.

const LONGEST = 60;

/**
 * Lower-case letters, digits and hyphens (`SLUG` of the interchange document) out of any title; ""
 * where nothing of it can be written so. Cut at a word, at 60 characters at most.
 */
export function slugOf(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, LONGEST) : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug;
}
