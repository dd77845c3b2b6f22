// The bin of a section: what was removed, and the way back.
import { shorten } from '#core/shorten.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { useT } from '../../language.tsx';
import type { Section } from '../live/section.ts';
import styles from './bin.module.css';
import { useSectionPage } from './context.ts';
import { useItemActs } from './item-acts.ts';
import { useSignal } from './use-signal.ts';
import { templateWord } from './words.ts';

export function BinDialog({ section }: { readonly section: Section }) {
  const t = useT();
  const { beside, writing } = useSectionPage();
  const acts = useItemActs(section);
  const open = useSignal(beside, null);
  const { bin } = useSignal(section.view.snapshot, section.view.snapshot.value);
  return (
    <Dialog
      title={t('section.bin.title')}
      isOpen={open?.kind === 'bin'}
      onOpenChange={(isOpen) => {
        if (!isOpen) beside.set(null);
      }}
      wide
    >
      {(close) => (
        <>
          <p className="quiet">{t(bin.length === 0 ? 'section.bin.empty' : 'section.bin.hint')}</p>
          <ul className={styles.bin}>
            {bin.map((item) => {
              const name = item.title || shorten(item.body, 80);
              return (
                <li key={item.id}>
                  <div>
                    <p className="small quiet">
                      <span className="capital">{templateWord(t, 'kind', item.kind)}</span>
                    </p>
                    <p className={styles.title} dir="auto">
                      {item.title || t('section.untitled')}
                    </p>
                    {item.body !== '' && (
                      <p className={styles.body} dir="auto">
                        {item.body}
                      </p>
                    )}
                  </div>
                  {writing && (
                    <Button
                      size="small"
                      icon="archive-restore"
                      aria-label={t('section.bin.put-back.named', { name })}
                      onPress={() => acts.putBack([item.id], name)}
                    >
                      {t('section.bin.put-back')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
          <div>
            <Button onPress={close}>{t('common.close')}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
