// In the place of a section that cannot be opened: why it is not here, and the way to its page, where it is put right.
import { paths } from '#core/paths.ts';
import { LinkButton } from '../components/button.tsx';
import { useT } from '../language.tsx';
import styles from './damaged.module.css';
import type { Shown } from './triptych.tsx';

export function Damaged({ shown, section }: { readonly shown: Shown; readonly section: string }) {
  const t = useT();
  const { slug, mayRecover } = shown;
  return (
    <div className={styles.damaged}>
      <p>{t('recovery.panel')}</p>
      <LinkButton size="small" to={paths.write(slug, section)} reloadDocument>
        {t(mayRecover ? 'recovery.way.coordinator' : 'recovery.way')}
      </LinkButton>
    </div>
  );
}
