// An instant, as people of the reader's language write it; the exact one is in the tooltip.
import { formatDate, formatMoment } from '#locales/format.ts';
import { useLanguage } from '../language.tsx';

/** `instant` is ISO 8601; `style` a day, or a day with the hour. */
export function Moment({
  instant,
  style = 'day',
}: {
  readonly instant: string;
  readonly style?: 'day' | 'moment';
}) {
  const language = useLanguage();
  const exact = formatMoment(language, instant);
  return (
    <time dateTime={instant} title={exact}>
      {style === 'day' ? formatDate(language, instant) : exact}
    </time>
  );
}
