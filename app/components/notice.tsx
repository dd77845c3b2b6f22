// The framework's own notice, above each of its pages: a sample says there that it is one.
import { useT } from '../language.tsx';
import styles from './notice.module.css';

/** Shows nothing for an empty notice. */
export function Notice({ children }: { readonly children: string }) {
  const t = useT();
  if (children === '') return null;
  return (
    <aside className={styles.notice} aria-label={t('common.notice')}>
      <p>{children}</p>
    </aside>
  );
}
