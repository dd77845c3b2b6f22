// The browser's own list of choices in our dress: every phone and every screen reader knows it, and it works without script.
import type { ComponentProps } from 'react';
import { Icon } from './icon.tsx';
import styles from './select-box.module.css';

/** Give it a label, or `aria-label`. */
export function SelectBox({
  small = false,
  ...select
}: Omit<ComponentProps<'select'>, 'className'> & { readonly small?: boolean }) {
  return (
    <span className={small ? `${styles.box} ${styles.small}` : styles.box}>
      <select {...select} />
      <Icon name="chevron-down" small={small} />
    </span>
  );
}
