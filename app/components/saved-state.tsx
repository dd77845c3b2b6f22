// Whether what was typed is kept, in one word; whoever shows it tells those who listen, without chatter.
import { useT } from '../language.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';
import styles from './saved-state.module.css';

const ICON = {
  saved: 'check',
  saving: 'pencil',
  offline: 'wifi-off',
  refused: 'ban',
} as const satisfies Record<string, IconName>;

export function SavedState({ state }: { readonly state: keyof typeof ICON }) {
  const t = useT();
  return (
    <span className={styles.saved} data-state={state}>
      <Icon name={ICON[state]} small />
      {t(`common.saved.${state}`)}
    </span>
  );
}
