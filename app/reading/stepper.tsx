// To the next and the previous change; also the keys n and p.
import { IconButton } from '../components/button.tsx';
import { useT } from '../language.tsx';
import styles from './stepper.module.css';
import type { ShownChanges } from './use-changes.ts';

export function Stepper({ changes }: { readonly changes: ShownChanges }) {
  const t = useT();
  const { at, ids, step } = changes;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be read as a form to fill.
    <div className={styles.stepper} role="group" aria-label={t('compare.step')}>
      <IconButton
        icon="arrow-up"
        label={t('compare.previous')}
        aria-keyshortcuts="p"
        isDisabled={at === 0 || ids.length === 0}
        onPress={() => step(-1)}
      />
      <span className={styles.at} aria-live="polite">
        {at === -1
          ? t('compare.count-changes', { count: ids.length })
          : t('compare.position', { at: at + 1, of: ids.length })}
      </span>
      <IconButton
        icon="arrow-down"
        label={t('compare.next')}
        aria-keyshortcuts="n"
        isDisabled={at === ids.length - 1 || ids.length === 0}
        onPress={() => step(1)}
      />
    </div>
  );
}
