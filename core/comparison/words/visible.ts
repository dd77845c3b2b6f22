// What a reader can see of a text: spellings in bytes that look the same have the same form here.

/** Characters without a glyph: soft hyphen, zero-width space, word joiner, byte order mark, direction marks. */
export const UNSEEN = /[\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c]/g;
const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b\u02bc\u2032\u2039\u203a`\u00b4]/g;
const HYPHENS = /[\u2010\u2011]/g;
const LIGATURES = /[\ufb00-\ufb06]/g;
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * The form of a word or mark that two spellings share when a reader sees no difference: Unicode
 * composition (NFC), kinds of space, apostrophes of any shape, hyphens that do not break,
 * typographic ligatures, three dots. Upper case, accents, dashes and every other sign stay what they
 * are. Characters of `UNSEEN` are taken out before.
 */
export function visibleForm(word: string): string {
  if (PLAIN.test(word) && !word.includes('`') && !word.includes('...')) return word;
  return word
    .normalize('NFC')
    .replace(SINGLE_QUOTES, "'")
    .replace(HYPHENS, '-')
    .replace(LIGATURES, (ligature) => ligature.normalize('NFKC'))
    .replace(/\.{3,}/g, '…')
    .replace(/\s/g, ' ');
}

const BREAKS = /[\n\r\u2028\u2029\v\f]/;

/**
 * The form of what stands between two words: '' for nothing, ' ' for any kinds and number of spaces,
 * a line break for one or more, tabs (between the cells of a row) as many as there are.
 */
export function visibleSpace(space: string): string {
  if (space === ' ' || space === '') return space;
  const tabs = space.replace(/[^\t]/g, '');
  if (BREAKS.test(space)) return `\n${tabs}`;
  return tabs === '' ? ' ' : tabs;
}
