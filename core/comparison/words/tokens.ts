// Cutting a text into words as French and English readers see them, with the spaces between them apart.
import { weightOf } from './common-words.ts';
import { UNSEEN, visibleForm, visibleSpace } from './visible.ts';

export interface Token {
  /** What stands between the token before and this one, as written. */
  readonly space: string;
  /** What a reader sees of `space`. */
  readonly spaceForm: string;
  /** The word or mark as written. */
  readonly text: string;
  /** What a reader sees of it: two tokens are the same when their forms are. */
  readonly form: string;
  readonly weight: number;
  /** Where `text` begins in the whole, in UTF-16 units. */
  readonly start: number;
}

/** Letters, digits, and the joiners that some scripts write inside words. */
const W = '[\\p{L}\\p{M}\\p{N}_\\u200c\\u200d]';
const APOSTROPHE = "['\\u2019\\u02bc\\u2018`\\u00b4]";
/** Scripts written without spaces: each sign is a word. */
const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const PICTURE =
  '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\ufe0f|[\\u{e0020}-\\u{e007f}])*';

const TOKEN = new RegExp(
  [
    // Flags and pictures, whole families and skins included.
    '\\p{RI}\\p{RI}',
    `${PICTURE}(?:\\u200d${PICTURE})*`,
    // Addresses, without the mark that ends the sentence.
    'https?://[^\\s<>«»"“”]*[^\\s<>«»"“”.,;:!?)\\]\'’…]',
    '[\\p{L}\\p{N}][\\p{L}\\p{N}._%+-]{0,63}@[\\p{L}\\p{N}][\\p{L}\\p{N}.-]{0,250}[\\p{L}\\p{N}]',
    // Numbers by thousands: 12 500.
    '\\p{Nd}{1,3}(?:[ \\u00a0\\u202f]\\p{Nd}{3})+(?!\\p{Nd})(?:[.,]\\p{Nd}+)?',
    `${UNSPACED}\\p{M}*`,
    // French words with an apostrophe that are one word, then those that lose their vowel before another.
    `(?:[Aa]ujourd|[Qq]uelqu|[Dd])${APOSTROPHE}(?:hui|une?s?|abord|ailleurs|accord)(?!${W})`,
    `(?:[CcDdJjLlMmNnSsTt]|(?:[Jj]us|[Ll]ors|[Pp]uis|[Qq]uoi|[Qq]uel)?[Qq][Uu])${APOSTROPHE}`,
    // Words, compounds (savoir-faire), numbers (3.2, 12/05), inclusive forms (médiateur·rice, école(s)).
    `${W}+(?:[-\\u2010\\u2011·‧]${W}+|${APOSTROPHE}${W}+|(?<=\\p{Nd})[.,:/](?=\\p{Nd})${W}+|\\(${W}{1,5}\\)${W}*)*`,
    '\\.{2,}',
    // Any other sign with what combines with it.
    '[^\\s]\\p{M}*',
  ].join('|'),
  'gu',
);

/** Spaces beside a quote, without a line break or a tab among them. */
const GAP = '[^\\S\\n\\r\\t\\v\\f\\u2028\\u2029]+';
const HUGGED = new RegExp(`^${GAP}$`);
const HUGGING = new RegExp(`^${GAP}(?=[^\\s])`);

/** Double quotes: which way one faces, as its form; null for what is none. */
function quoteForm(mark: string, text: string, at: number): '“' | '”' | null {
  if (mark === '«') return '“';
  if (mark === '»') return '”';
  if (!/^["\u201c\u201d\u201e\u201f\u2033]$/.test(mark)) return null;
  const opens = /(?:^|[\s([{«'\u2019\u2018])$/.test(text.slice(0, at).slice(-1));
  return opens && /^\S/.test(text.slice(at + 1, at + 2)) ? '“' : '”';
}

/** A text cut into words; `lead`, every `space` and `text`, and `tail` joined give it back. */
export interface Cut {
  readonly tokens: readonly Token[];
  /** The spaces before the first word and after the last, which no reader sees. */
  readonly lead: string;
  readonly tail: string;
}

/**
 * The words and marks of a text, in order. The spaces inside quotes belong to the quotes: « a » and
 * "a" look the same.
 */
export function tokensOf(text: string): Cut {
  const { seen, placeOf } = withoutUnseen(text);
  const tokens: Token[] = [];
  let lead = '';
  let done = 0;
  let end = 0;
  for (const { 0: word, index } of seen.matchAll(TOKEN)) {
    const quote = quoteForm(word, seen, index);
    const form = quote ?? visibleForm(word);
    const hugged = quote === '”' && tokens.length > 0 && HUGGED.test(seen.slice(done, index));
    const from = hugged ? done : index;
    const after = index + word.length;
    const until =
      quote === '“' ? after + (HUGGING.exec(seen.slice(after))?.[0].length ?? 0) : after;
    const start = placeOf(from);
    const gap = text.slice(end, start);
    if (tokens.length === 0) lead = gap;
    const space = tokens.length === 0 ? '' : gap;
    const spaceForm = tokens.length === 0 ? '' : visibleSpace(seen.slice(done, from));
    end = placeOf(until - 1) + 1;
    done = until;
    tokens.push({
      space,
      spaceForm,
      text: text.slice(start, end),
      form,
      weight: weightOf(form),
      start,
    });
  }
  return { tokens, lead, tail: text.slice(end) };
}

/** A text without characters that have no glyph, and where each place of it is in the text as written. */
function withoutUnseen(text: string): { seen: string; placeOf: (at: number) => number } {
  const seen = text.replace(UNSEEN, '');
  if (seen.length === text.length) return { seen, placeOf: (at) => at };
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at).replace(UNSEEN, '') !== '') places.push(at);
  }
  return { seen, placeOf: (at) => places[at] ?? text.length };
}

/** Whether two texts look the same to a reader. */
export function looksSame(before: string, after: string): boolean {
  if (before === after) return true;
  const { tokens: a } = tokensOf(before);
  const { tokens: b } = tokensOf(after);
  return (
    a.length === b.length &&
    a.every(
      (token, index) => token.form === b[index]?.form && token.spaceForm === b[index]?.spaceForm,
    )
  );
}
