// All changes in plain words: a column beside the text at a desk, folded above it on a phone.
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { isMessageKey } from '#locales/catalogue.ts';
import { ChangeMark } from '../components/change-mark.tsx';
import { SectionGlyph } from '../components/glyph.tsx';
import { Icon } from '../components/icon.tsx';
import { useT } from '../language.tsx';
import styles from './change-list.module.css';
import type { ChangeLine } from './change-words.ts';
import type { CompareSection } from './compare-view.ts';
import type { ShownChanges } from './use-changes.ts';

export function ChangeList({
  sections,
  lines,
  changes,
}: {
  readonly sections: readonly CompareSection[];
  /** By item id. */
  readonly lines: Readonly<Record<string, ChangeLine>>;
  readonly changes: ShownChanges;
}) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const goTo = (id: string) => {
    // The list takes its room back first: else the text would slip away from where it was brought.
    flushSync(() => setOpen(false));
    changes.goTo(id);
  };
  return (
    <nav className={styles.list} aria-label={t('compare.changes')}>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={open}
        aria-controls="changes"
        onClick={() => setOpen(!open)}
      >
        {t('compare.in-words')}
        <Icon name={open ? 'chevron-up' : 'chevron-down'} />
      </button>
      <div id="changes" className={open ? styles.open : styles.folded}>
        {sections.map((section) => {
          const shown = section.rows.flatMap((row) =>
            (row.type === 'present' || row.type === 'removed') &&
            row.change !== null &&
            changes.shows(row.change.changes)
              ? [row.change]
              : [],
          );
          if (shown.length === 0) return null;
          const name = `section.${section.key}`;
          return (
            <div key={section.key} data-sec={section.key}>
              <p className={styles.head}>
                <SectionGlyph section={section.key} />
                <b>{isMessageKey(name) ? t(name) : section.key}</b>
                <span className="quiet">{shown.length}</span>
              </p>
              <ol>
                {shown.map((change) => {
                  const line = lines[change.item];
                  return (
                    <li key={change.item}>
                      <a
                        href={`#${encodeURIComponent(change.item)}`}
                        className={styles.line}
                        aria-current={changes.current === change.item ? 'true' : undefined}
                        onClick={(event) => {
                          event.preventDefault();
                          goTo(change.item);
                        }}
                      >
                        <span className={styles.signs}>
                          {change.changes.map((kind) => (
                            <ChangeMark key={kind} kind={kind} compact />
                          ))}
                        </span>
                        <span>
                          <span className="num">{line?.number}</span> {line?.title}
                          <span className={styles.detail}>{line?.detail}</span>
                        </span>
                      </a>
                    </li>
                  );
                })}
              </ol>
            </div>
          );
        })}
      </div>
    </nav>
  );
}
