// Cutting a text into words as French and English readers see them, with the spaces between them apart.
import { weightOf } from './common-words.ts';
import { visibleForm, visibleSpace } from './visible.ts';

export interface Token {
  /** What stands between the token before (or the start of the text) and this one, as written. */
  readonly space: string;
  /** What a reader sees of `space`. */
  readonly spaceForm: string;
  /** The word or mark as written; the last one of a text carries the spaces that end it. */
  readonly text: string;
  /** What a reader sees of it: two tokens are the same when their forms are. */
  readonly form: string;
  readonly weight: number;
  /** Where `text` begins in the whole, in UTF-16 units. */
  readonly start: number;
}

/** Letters, digits and what belongs inside a word without a glyph of its own. */
const W = '[\\p{L}\\p{M}\\p{N}_\\u00ad\\u200b-\\u200f\\u2060\\ufeff\\u061c]';
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
    // Words, compounds (savoir-faire), numbers (3.2, 12/05), inclusive forms (médiateur·rice, école(s)).
    `${W}+(?:[-\\u2010\\u2011·‧]${W}+|${APOSTROPHE}${W}+|(?<=\\p{Nd})[.,:/](?=\\p{Nd})${W}+|\\(${W}{1,5}\\)${W}*)*`,
    '\\.{2,}',
    // Any other sign with what combines with it.
    '[^\\s]\\p{M}*',
  ].join('|'),
  'gu',
);

/** Words that lose their vowel before another one, in French: the apostrophe ends the word. */
const ELIDED: ReadonlySet<string> = new Set(
  'c d j l m n s t qu jusqu lorsqu puisqu quoiqu quelqu'.split(' '),
);
/** Written with an apostrophe, and one word all the same. */
const WHOLE = /^(?:aujourd'hui|quelqu'une?s?|c'est-à-dire|d'abord|d'ailleurs|d'accord)$/i;

/** Cuts `l’élève` after its apostrophe, and keeps `aujourd’hui`, `don't` and `prud’homme` whole. */
function cutElisions(word: string): string[] {
  const at = word.search(/['\u2019\u02bc\u2018`\u00b4]/);
  if (at <= 0 || WHOLE.test(visibleForm(word))) return [word];
  const head = word.slice(0, at).toLowerCase();
  const elided = head.slice(head.lastIndexOf('-') + 1);
  if (ELIDED.has(elided) && at + 1 < word.length)
    return [word.slice(0, at + 1), ...cutElisions(word.slice(at + 1))];
  return [word];
}

/**
 * The words and marks of a text, in order. Joining every `space` and `text` gives the text back,
 * except for a text of nothing but spaces, which has no token.
 */
export function tokensOf(text: string): Token[] {
  const found: { start: number; text: string }[] = [];
  for (const match of text.matchAll(TOKEN)) {
    let start = match.index;
    for (const piece of cutElisions(match[0])) {
      if (visibleForm(piece) !== '') found.push({ start, text: piece });
      start += piece.length;
    }
  }
  const tokens: Token[] = [];
  let end = 0;
  let opening = false;
  for (const [index, { start, text: word }] of found.entries()) {
    const last = index === found.length - 1;
    const space = text.slice(end, start);
    // The spaces inside « » and those that begin a text are no difference to a reader.
    const hugging = opening || word === '»' || word === '›';
    const seen = visibleSpace(space);
    const form = visibleForm(word);
    tokens.push({
      space,
      spaceForm: index === 0 || (hugging && seen === ' ') ? '' : seen,
      text: last ? text.slice(start) : word,
      form,
      weight: weightOf(form),
      start,
    });
    opening = word === '«' || word === '‹';
    end = start + word.length;
  }
  return tokens;
}

/** Whether two texts look the same to a reader. */
export function looksSame(before: string, after: string): boolean {
  if (before === after) return true;
  const a = tokensOf(before);
  const b = tokensOf(after);
  return (
    a.length === b.length &&
    a.every(
      (token, index) => token.form === b[index]?.form && token.spaceForm === b[index]?.spaceForm,
    )
  );
}
