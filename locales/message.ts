// What a message may be, and how one is filled: plain text with {placeholders}, or forms by number.
import type { Language } from '#core/framework/interchange.ts';
import { typeset } from './typography.ts';

/** Plain, or by plural form of `{count}` (Intl.PluralRules: French counts 0 and 1 as `one`). */
export type Message = string | { readonly one: string; readonly other: string };
export type Values = Readonly<Record<string, string | number>>;

const rules: Record<Language, Intl.PluralRules> = {
  fr: new Intl.PluralRules('fr'),
  en: new Intl.PluralRules('en'),
};
const numbers: Record<Language, Intl.NumberFormat> = {
  fr: new Intl.NumberFormat('fr-FR'),
  en: new Intl.NumberFormat('en-GB'),
};

/**
 * Fills a message: picks the plural form by `values.count`, puts values in, and sets French
 * spaces. A placeholder without a value stays visible as `{name}`, so that a test finds it.
 */
export function fill(language: Language, message: Message, values: Values = {}): string {
  const text =
    typeof message === 'string'
      ? message
      : message[rules[language].select(Number(values.count ?? 0)) === 'one' ? 'one' : 'other'];
  const filled = text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers[language].format(value) : value;
  });
  return typeset(language, filled);
}
