// The plan of the section on a phone, in a dialog.
import { Dialog } from '../../components/dialog.tsx';
import { useT } from '../../language.tsx';
import type { SectionRows } from '../rows.ts';
import { useSectionPage } from './context.ts';
import styles from './outline.module.css';
import { BinButton, CommentsButton, Plan } from './outline.tsx';
import { useSignal } from './use-signal.ts';

export function OutlineDialog({ sections }: { readonly sections: readonly SectionRows[] }) {
  const t = useT();
  const { beside } = useSectionPage();
  const open = useSignal(beside, null);
  return (
    <Dialog
      title={t('section.outline')}
      isOpen={open?.kind === 'outline'}
      onOpenChange={(isOpen) => {
        if (!isOpen) beside.set(null);
      }}
    >
      {(close) => (
        <nav aria-label={t('section.outline')} className={styles.inDialog}>
          <Plan sections={sections} onGo={close} />
          <BinButton />
          <CommentsButton />
        </nav>
      )}
    </Dialog>
  );
}
