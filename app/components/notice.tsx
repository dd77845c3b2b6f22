// The framework's own notice, above each of its pages: a sample says there that it is one.
import { useT } from '../language.tsx';
import styles from './notice.module.css';

/** The first sentence and the rest; the rest is "" where there is one sentence only. */
function sentences(notice: string): [string, string] {
  const end = notice.search(/(?<=[.!?…])\s/);
  return end < 0 ? [notice, ''] : [notice.slice(0, end), notice.slice(end + 1)];
}

/** On a phone the first sentence, and the rest on demand. Shows nothing for an empty notice. */
export function Notice({
  children,
  lang,
}: {
  readonly children: string;
  readonly lang?: string | undefined;
}) {
  const t = useT();
  if (children === '') return null;
  const [first, rest] = sentences(children);
  return (
    <aside className={styles.notice} aria-label={t('common.notice')} lang={lang}>
      <p className={rest === '' ? undefined : 'only-wide'}>
        <b>{first}</b> {rest}
      </p>
      {rest !== '' && (
        <details className="only-narrow">
          <summary>{first}</summary>
          <p>{rest}</p>
        </details>
      )}
    </aside>
  );
}
