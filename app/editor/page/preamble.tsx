// The words before the first item of a section: walked and written like an item, without title or number.
import { useContext } from 'react';
import { useT } from '../../language.tsx';
import { TextsContext } from '../../server-text.tsx';
import { useSectionPage } from './context.ts';
import styles from './item.module.css';
import { ItemText } from './item-text.tsx';
import { textName } from './page-data.ts';
import { ItemPresence } from './presence.tsx';
import { RecoveredNotice } from './recovered.tsx';
import { useSelected } from './use-signal.ts';

export function Preamble({ id }: { readonly id: string }) {
  const t = useT();
  const { section, writing, roving } = useSectionPage();
  const texts = useContext(TextsContext);
  const inUse = useSelected(section?.desk.inUse, (used) => used === id, false);
  const first = useSelected(roving, (current) => current === id, false);
  return (
    <article
      className={styles.preamble}
      data-item={id}
      data-in-use={inUse || undefined}
      data-served-empty={(texts.get(textName(id)) ?? '') === '' || undefined}
      data-writing={writing || undefined}
      suppressHydrationWarning
      aria-label={t('section.preamble')}
      aria-describedby={writing ? 'section-help' : undefined}
      tabIndex={first ? 0 : -1}
    >
      <div
        className={styles.main}
        style={{ ['--empty' as string]: JSON.stringify(t('section.preamble.empty')) }}
      >
        <div data-tools="" />
        <ItemText id={id} depth={0} />
        <RecoveredNotice id={id} />
        <ItemPresence id={id} />
      </div>
    </article>
  );
}
