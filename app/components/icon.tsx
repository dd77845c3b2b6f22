// One icon: a drawing beside words, never instead of them unless its button has a name.
import styles from './icon.module.css';
import { ICONS, type IconName } from './icons.ts';

export function Icon({
  name,
  small = false,
}: {
  readonly name: IconName;
  readonly small?: boolean;
}) {
  return (
    <svg
      className={small ? `${styles.icon} ${styles.small}` : styles.icon}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
