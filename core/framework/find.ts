// Finding items by what somebody types: accents, case, ligatures and the shape of apostrophes make no difference.

export interface Findable {
  readonly number: string;
  readonly title: string;
  /** Plain text. */
  readonly body: string;
}

/** What is typed beyond this is not looked at. */
const LONGEST = 200;

const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l' };

/**
 * The form in which texts and what is looked for are compared: lower case, without accents, ligatures
 * opened, apostrophes and quotes of one shape, single plain spaces.
 */
export function searchForm(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[œæßøł]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[’‘ʼ‛′`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words looked for, in search form; none where nothing was typed. Any text is taken, no sign is an operator. */
export function searchWords(text: string): string[] {
  const form = searchForm(text.slice(0, LONGEST));
  return form === '' ? [] : form.split(' ');
}

/**
 * How well an item, already in search form, answers to all the words: 0 is its number itself, 1 the start
 * of its number or title, 2 the start of words of its title, 3 anywhere in its title, 4 also in its body;
 * null where one of the words is nowhere.
 */
export function findRank(words: readonly string[], item: Findable): number | null {
  if (words.length === 0) return 4;
  const whole = words.join(' ');
  if (item.number !== '' && item.number === whole) return 0;
  if (item.number.startsWith(whole) || item.title.startsWith(whole)) return 1;
  const ranks = words.map((word) => wordRank(word, item));
  return ranks.includes(null) ? null : Math.max(...ranks.map((rank) => rank ?? 4));
}

function wordRank(word: string, { number, title, body }: Findable): number | null {
  if (number !== '' && number === word) return 2;
  const at = title.indexOf(word);
  if (at < 0) return body.includes(word) ? 4 : null;
  return startsWord(title, word, at) ? 2 : 3;
}

function startsWord(title: string, word: string, first: number): boolean {
  for (let at = first; at >= 0; at = title.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(title.charAt(at - 1))) return true;
  }
  return false;
}
