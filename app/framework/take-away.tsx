// Taking a framework away as files, from any of its pages: a panel that opens without script too.
import { useEffect, useRef } from 'react';
import { ExportList } from '../components/export-list.tsx';
import { Icon } from '../components/icon.tsx';
import { useT } from '../language.tsx';
import { refName } from '../reading/ref-name.ts';
import styles from './take-away.module.css';

/** `references`: what the reader may take, a version's label or `working`, newest first. */
export function TakeAwayPanel({
  slug,
  references,
}: {
  readonly slug: string;
  readonly references: readonly string[];
}) {
  const t = useT();
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const panel = ref.current;
    if (!panel) return;
    const shut = (event: Event) => {
      if (event.target instanceof Node && panel.contains(event.target)) return;
      panel.open = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !panel.open) return;
      panel.open = false;
      panel.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', shut);
    panel.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', shut);
      panel.removeEventListener('keydown', onKey);
    };
  }, []);
  if (references.length === 0) return null;
  return (
    <details ref={ref} className={styles.panel}>
      <summary className={styles.open}>
        <Icon name="download" />
        {t('read.download')}
      </summary>
      <div className={styles.sheet}>
        {references.map((reference) => (
          <section key={reference}>
            <h2 className={`label capital ${styles.name}`}>{refName(t, reference)}</h2>
            <ExportList slug={slug} reference={reference} />
          </section>
        ))}
      </div>
    </details>
  );
}
