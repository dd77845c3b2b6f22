// Says at an item that words were put back in it, away from where they had been typed, until somebody has looked.
import { shorten } from '#core/shorten.ts';
import { Icon } from '../../components/icon.tsx';
import { useT } from '../../language.tsx';
import { useSectionPage } from './context.ts';
import styles from './recovered.module.css';
import { useSelected } from './use-signal.ts';

/** How much of the words is quoted. Characters. */
const QUOTED = 80;

/** Nothing where there are none. */
export function RecoveredNotice({ id }: { readonly id: string }) {
  const t = useT();
  const { section, writing } = useSectionPage();
  const words = useSelected(
    section?.recovered.words,
    (all) =>
      all
        .filter(({ at }) => at === id)
        .map((one) => one.words.trim())
        .join(' … '),
    '',
  );
  if (words === '') return null;
  return (
    <div className={styles.recovered} role="note">
      <Icon name="info" />
      <p>
        <strong>{t('section.recovered')}</strong>{' '}
        {t('section.recovered.why', { words: shorten(words, QUOTED) })}
      </p>
      {writing && (
        <button type="button" onClick={() => section?.recovered.dismiss(id)}>
          {t('section.recovered.seen')}
        </button>
      )}
    </div>
  );
}
