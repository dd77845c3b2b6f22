// What the page says to who has just put its damaged text right, or came second.
import { formatMoment } from '#locales/format.ts';
import { recoverySource } from '#locales/recovery-source.ts';
import { Callout } from '../../components/callout.tsx';
import { useLanguage, useT } from '../../language.tsx';
import { useSectionPage } from './context.ts';

export function PutRight() {
  const t = useT();
  const language = useLanguage();
  const { data } = useSectionPage();
  if (!data.putRight) return null;
  const { now, replacedBy, by, at } = data.putRight;
  const values = { from: recoverySource(t, replacedBy), by, at: formatMoment(language, at) };
  return (
    <Callout tone={now ? 'done' : 'info'}>
      <p>{t(now ? 'recovery.done' : 'recovery.done-before', values)}</p>
    </Callout>
  );
}
