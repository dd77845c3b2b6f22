// Numbers that somebody typed before a heading (« M1.2 Accueillir », « 2.1. », « Mission 3 : »): here numbers are derived.

const WHOLE = String.raw`\d{1,3}(?:\.\d{1,3})*`;
/** M1.2, C12, BC03: letters before a number need nothing after it but a space. CM2 is no number. */
const LETTERED = String.raw`(?:\p{Lu}|AC|BC|CS|P[cw]|RS|SC)${WHOLE}`;
const DOTTED = String.raw`\d{1,3}(?:\.\d{1,3})+`;
/** What may stand between a number and the words; a dash must have a space after it, or 10-12 would be cut. */
const SIGN = String.raw`(?:\s*[.):°](?!\d)|\s*[–—-](?=\s))`;
const BARE = String.raw`(?:\d{1,3}|[IVXLC]{1,6}|\p{L})`;

const NUMBER = new RegExp(
  `^(?:(?:${LETTERED}|${DOTTED})(?:${SIGN}+\\s*|\\s+)|${BARE}${SIGN}+\\s*)(?=\\S)`,
  'u',
);
const AFTER_NAME = new RegExp(
  String.raw`^\s+(?:[Nn][°o]\s*)?(?:(?:${LETTERED}|${WHOLE}|[IVXLC]{1,6})(?:${SIGN}+\s*|\s+)|\p{Lu}${SIGN}+\s*)(?=\S)`,
  'u',
);

/** A name as the words before a number are compared: without accents, in lower case. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

export interface SplitHeading {
  /** What was typed before the words, with what stands between; '' where nothing was. */
  readonly number: string;
  readonly words: string;
}

/**
 * Parts a number typed by hand from the words of a heading. `names` are the names of kinds that may
 * stand before it (« Mission 3 : … »). Number and words joined are always the heading; the words are
 * never empty.
 */
export function splitHeading(heading: string, names: readonly string[] = []): SplitHeading {
  const named = afterName(heading, names);
  const length = named ?? NUMBER.exec(heading)?.[0].length ?? 0;
  return { number: heading.slice(0, length), words: heading.slice(length) };
}

function afterName(heading: string, names: readonly string[]): number | null {
  const start = folded(heading);
  // Without its accents a heading may be shorter: then its letters stand elsewhere, and nothing is cut.
  const plain = heading.normalize('NFC');
  if (plain !== heading) return null;
  for (const name of names) {
    if (name === '' || !start.startsWith(folded(name))) continue;
    const found = AFTER_NAME.exec(heading.slice(name.length));
    if (found) return name.length + found[0].length;
  }
  return null;
}
