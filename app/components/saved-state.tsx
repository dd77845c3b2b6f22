// Whether what was typed is kept, in one word; whoever shows it tells those who listen, without chatter.
import { useT } from '../language.tsx';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';
import styles from './saved-state.module.css';

const ICON = {
  saved: 'check',
  saving: 'pencil',
  late: 'triangle-alert',
  offline: 'wifi-off',
  refused: 'ban',
  /** Nothing more is taken from this page, and all that was written is saved. */
  stopped: 'ban',
} as const satisfies Record<string, IconName>;

/** `pending`: words have just been typed; too early for a word about them, and its place is kept. */
export function SavedState({ state }: { readonly state: keyof typeof ICON | 'pending' }) {
  const t = useT();
  return (
    <span className={styles.saved} data-state={state}>
      <Icon name={ICON[state === 'pending' ? 'saving' : state]} small />
      {state !== 'pending' && t(`common.saved.${state}`)}
    </span>
  );
}
