// How somebody reads: language and theme, from cookies, then from what the browser asks for, then French.
import { LANGUAGES, type Language } from '#core/framework/interchange.ts';

export type Theme = 'light' | 'dark' | 'system';

function cookie(header: string | null, name: string): string {
  for (const part of (header ?? '').split(';')) {
    const [key = '', value = ''] = part.split('=', 2);
    if (key.trim() === name) return value.trim();
  }
  return '';
}

function isLanguage(word: string): word is Language {
  return LANGUAGES.some((language) => language === word);
}

/** The best of our languages by the weights of Accept-Language. Source: RFC 9110, 12.5.4. */
function accepted(header: string | null): Language | null {
  let best: { language: Language; weight: number } | null = null;
  for (const part of (header ?? '').split(',')) {
    const [range = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    const language = range.split('-')[0] ?? '';
    const quality = parameters.find((each) => each.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice('q='.length));
    if (!isLanguage(language) || !(weight > 0)) continue;
    if (best === null || weight > best.weight) best = { language, weight };
  }
  return best?.language ?? null;
}

/** The language to answer in. */
export function languageOf(headers: Headers): Language {
  const chosen = cookie(headers.get('cookie'), 'lang');
  if (isLanguage(chosen)) return chosen;
  return accepted(headers.get('accept-language')) ?? 'fr';
}

/** The theme to draw the page in. */
export function themeOf(headers: Headers): Theme {
  const chosen = cookie(headers.get('cookie'), 'theme');
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}
