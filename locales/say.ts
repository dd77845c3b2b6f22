// Wording phrases that core leaves unworded, in the language of a translator.
import type { Phrase } from '#core/comparison/plain-words/phrase.ts';
import { isMessageKey, type Translate } from './catalogue.ts';

/** Gender of a kind of item; the language says which words differ by it. */
function genderOf(t: Translate, kind: string): 'f' | 'm' {
  const key = `gender.${kind}`;
  return isMessageKey(key) && t(key) === 'f' ? 'f' : 'm';
}

/** One phrase in words, as part of a sentence: it begins in lower case. */
export function say(t: Translate, phrase: Phrase): string {
  const key =
    phrase.agree === undefined ? phrase.key : `${phrase.key}.${genderOf(t, phrase.agree)}`;
  if (!isMessageKey(key)) return phrase.or ?? phrase.key;
  const values = Object.entries(phrase.values ?? {}).map(([name, value]) => [
    name,
    typeof value === 'object' ? say(t, value) : value,
  ]);
  return t(key, Object.fromEntries(values));
}

/** Phrases as one line: joined by semicolons, with a capital at the beginning. */
export function sayAll(t: Translate, phrases: readonly Phrase[]): string {
  const line = phrases
    .map((phrase) => say(t, phrase))
    .reduce((first, rest) => (first === '' ? rest : t('change.semicolon', { first, rest })), '');
  return line.charAt(0).toUpperCase() + line.slice(1);
}
