// One word that qualifies a thing: archived, private, withdrawn.
import styles from './stamp.module.css';

export function Stamp({ children }: { readonly children: string }) {
  return <span className={styles.stamp}>{children}</span>;
}
