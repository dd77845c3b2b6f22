// Dates, hours and numbers as people of each language write them: "21 mars 2025", "8 h 30".
import type { Language } from '#core/framework/interchange.ts';

const LOCALE: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

/** "21 mars 2025" or "21 March 2025"; `instant` is ISO 8601, shown in `timeZone` (the reader's own by default). */
export function formatDate(language: Language, instant: string, timeZone = 'Europe/Paris'): string {
  return new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone }).format(
    new Date(instant),
  );
}

/** "8 h 30" in French, "08:30" in English. */
export function formatTime(language: Language, instant: string, timeZone = 'Europe/Paris'): string {
  const parts = new Intl.DateTimeFormat(LOCALE[language], {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return language === 'fr'
    ? `${Number(part('hour'))}\u00a0h\u00a0${part('minute')}`
    : `${part('hour').padStart(2, '0')}:${part('minute')}`;
}

/** Date and hour together. */
export function formatMoment(
  language: Language,
  instant: string,
  timeZone = 'Europe/Paris',
): string {
  const joint = language === 'fr' ? ' à ' : ' at ';
  return `${formatDate(language, instant, timeZone)}${joint}${formatTime(language, instant, timeZone)}`;
}

/** A number with the language's separators. */
export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(LOCALE[language]).format(value);
}
