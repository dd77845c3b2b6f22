// The text with its marks: what changed word by word, what left or moved shown at its old place, the rest folded.
import type { Comparison, ItemChange } from '#core/comparison/comparison.ts';
import type { Language } from '#core/framework/interchange.ts';
import { isMessageKey } from '#locales/catalogue.ts';
import { typeset } from '#locales/typography.ts';
import { ChangeMark } from '../components/change-mark.tsx';
import { SectionGlyph } from '../components/glyph.tsx';
import { useT } from '../language.tsx';
import styles from './change-flow.module.css';
import type { ChangeLine } from './change-words.ts';
import type { CompareRow, CompareSection, SameRow } from './compare-view.ts';
import { ComparedBlocks } from './compared-blocks.tsx';
import { Deltas } from './deltas.tsx';
import type { ShownChanges } from './use-changes.ts';
import { hasChange, paragraphsOf, WordRuns } from './word-runs.tsx';

interface FlowProps {
  readonly lines: Readonly<Record<string, ChangeLine>>;
  readonly language: Language;
  readonly changes: ShownChanges;
}

/** A whole text added or removed: plain paragraphs, told apart by the bar beside them. */
function WholeText({ text, language }: { readonly text: string; readonly language: Language }) {
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
  return paragraphs.map((line, index) => (
    // Paragraphs of one text: their place is what they are.
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes order.
    <p key={index} className={styles.reading}>
      {typeset(language, line)}
    </p>
  ));
}

function ChangedText({
  change,
  language,
}: {
  readonly change: ItemChange;
  readonly language: Language;
}) {
  const t = useT();
  const whole = change.after ?? change.before;
  const only = change.changes.includes('added') || change.changes.includes('removed');
  if (only || !change.words) {
    return (
      <>
        <h3 className={styles.title}>
          {change.changes.includes('removed') ? (
            <del className={styles.removedTitle}>{typeset(language, whole?.title ?? '')}</del>
          ) : (
            typeset(language, whole?.title ?? '')
          )}
        </h3>
        {only && <WholeText text={whole?.body ?? ''} language={language} />}
      </>
    );
  }
  return (
    <>
      <h3 className={styles.title}>
        <WordRuns runs={change.words.title} language={language} />
      </h3>
      {change.blocks ? (
        <ComparedBlocks blocks={change.blocks} language={language} />
      ) : (
        hasChange(change.words.body) &&
        paragraphsOf(change.words.body).map((runs, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never change order.
          <p key={index} className={styles.reading}>
            <WordRuns runs={runs} language={language} />
          </p>
        ))
      )}
      {change.coarse && <p className={styles.coarse}>{t('compare.coarse')}</p>}
    </>
  );
}

function ChangedRow({
  id,
  number,
  change,
  lines,
  language,
  changes,
}: FlowProps & { readonly id: string; readonly number: string; readonly change: ItemChange }) {
  const t = useT();
  const line = lines[id];
  const state = change.changes.includes('added')
    ? 'added'
    : change.changes.includes('removed')
      ? 'removed'
      : 'changed';
  return (
    <article
      id={id}
      tabIndex={-1}
      className={styles.change}
      data-state={state}
      aria-current={changes.current === id ? 'true' : undefined}
    >
      <span className={styles.num}>{state === 'removed' ? <del>{number}</del> : number}</span>
      <div className={styles.main}>
        <p className={styles.marks}>
          {change.changes.map((kind) => (
            <ChangeMark key={kind} kind={kind} />
          ))}
        </p>
        <ChangedText change={change} language={language} />
        {change.changes.includes('moved') && line?.movedFrom && (
          <p className={styles.from}>{t('compare.before', { where: line.movedFrom })}</p>
        )}
        {line && <Deltas line={line} />}
      </div>
    </article>
  );
}

function Same({ row }: { readonly row: SameRow }) {
  const t = useT();
  const counts = new Map<string, number>();
  for (const item of row.items) counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
  const words = [...counts].map(([kind, count]) => {
    const key = `count.${kind}`;
    return isMessageKey(key) ? t(key, { count }) : t('compare.items', { count });
  });
  return (
    <details className={styles.same}>
      <summary>{t('compare.unchanged', { what: words.join(', ') })}</summary>
      <ul>
        {row.items.map((item) => (
          <li key={item.id}>
            <span className="num">{item.number}</span> {item.title}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Row({ row, ...rest }: FlowProps & { readonly row: CompareRow }) {
  const t = useT();
  const { changes, language } = rest;
  const filtered = changes.kinds.size > 0;
  if (row.type === 'same') return filtered ? null : <Same row={row} />;
  if (row.type === 'gone') {
    if (filtered && !changes.kinds.has('moved')) return null;
    return (
      <div className={styles.gone}>
        <span className={styles.num}>{row.numberBefore}</span>
        <div>
          <ChangeMark kind="moved">{t('compare.from-here')}</ChangeMark>
          <p>
            <a
              href={`#${encodeURIComponent(row.id)}`}
              onClick={(event) => {
                event.preventDefault();
                changes.goTo(row.id);
              }}
            >
              {typeset(language, row.title)}
            </a>
          </p>
          <p className="small quiet">
            {row.under === ''
              ? t('compare.read-at', { number: row.numberAfter })
              : t('compare.read-under', { number: row.numberAfter, under: row.under })}
          </p>
        </div>
      </div>
    );
  }
  if (row.type === 'present' && row.change === null) {
    if (filtered) return null;
    return (
      <div className={styles.heading}>
        <span className={styles.num}>{row.number}</span>
        <h3 className={styles.title}>{typeset(language, row.title)}</h3>
      </div>
    );
  }
  if (row.change === null || !changes.shows(row.change.changes)) return null;
  const number = row.type === 'removed' ? (row.change.before?.number ?? '') : row.number;
  return <ChangedRow {...rest} id={row.id} number={number} change={row.change} />;
}

export function ChangeFlow({
  sections,
  preambles,
  ...rest
}: FlowProps & {
  readonly sections: readonly CompareSection[];
  readonly preambles: Comparison['preambles'];
}) {
  const t = useT();
  return (
    <div className={styles.flow} lang={rest.language}>
      {sections.map((section) => {
        const preamble = preambles.find((one) => one.section === section.key);
        const name = `section.${section.key}`;
        if (section.rows.length === 0 && !preamble) return null;
        const shown = section.rows.some(
          (row) =>
            (row.type === 'present' || row.type === 'removed') &&
            row.change !== null &&
            rest.changes.shows(row.change.changes),
        );
        if (rest.changes.kinds.size > 0 && !shown) return null;
        return (
          <section key={section.key} data-sec={section.key}>
            <h2 className={styles.section}>
              <SectionGlyph section={section.key} />
              {isMessageKey(name) ? t(name) : section.key}
            </h2>
            {preamble?.blocks && (
              <ComparedBlocks blocks={preamble.blocks} language={rest.language} />
            )}
            {preamble &&
              !preamble.blocks &&
              paragraphsOf(preamble.words).map((runs, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text never change order.
                <p key={index} className={styles.reading}>
                  <WordRuns runs={runs} language={rest.language} />
                </p>
              ))}
            {section.rows.map((row) => (
              <Row key={`${row.type} ${row.id}`} row={row} {...rest} />
            ))}
          </section>
        );
      })}
    </div>
  );
}
