// A reworded body block by block: paragraphs, list items, rows of tables, with the form that words took or lost.
import { Fragment } from 'react';
import type { ComparedBlock, MarkedRun } from '#core/comparison/comparison.ts';
import type { BlockShape, TextMark } from '#core/comparison/rich-text.ts';
import type { Language } from '#core/framework/interchange.ts';
import { typeset } from '#locales/typography.ts';
import { useT } from '../language.tsx';
import styles from './compared-blocks.module.css';
import { runClass } from './word-runs.tsx';

const TAGS: Readonly<Record<string, 'strong' | 'em' | 's' | 'u'>> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  link: 'u',
};

function dressed(text: string, marks: readonly TextMark[] | undefined) {
  let inner = <>{text}</>;
  for (const mark of marks ?? []) {
    const Tag = TAGS[mark.type];
    if (Tag) inner = <Tag>{inner}</Tag>;
  }
  return inner;
}

/** One run: kept, added, removed, or kept with another form. Cells are parted by a visible bar. */
function Run({
  run,
  className,
  language,
}: {
  readonly run: MarkedRun;
  /** Of an added or removed run. */
  readonly className: string | undefined;
  readonly language: Language;
}) {
  const t = useT();
  const text = dressed(typeset(language, run.text).replaceAll('\t', ' │ '), run.marks);
  if (run.op === 'equal') {
    if (run.was === undefined) return text;
    return (
      <span className={styles.reformed} title={t('compare.formatting')}>
        <span className="hidden">[{t('compare.formatting')}] </span>
        {text}
      </span>
    );
  }
  const Tag = run.op === 'insert' ? 'ins' : 'del';
  return (
    <Tag className={className}>
      <span className="hidden">
        [{t(run.op === 'insert' ? 'compare.hidden.added' : 'compare.hidden.removed')}]{' '}
      </span>
      {text}
    </Tag>
  );
}

/** The sign before a line: a bullet, its number, or nothing. */
function bullet(shape: BlockShape): string {
  if (shape.item !== true) return '';
  return shape.ordinal === undefined ? '•' : `${shape.ordinal}.`;
}

/** How deep a line stands in lists, and whether in a quote or a table. */
function depth(shape: BlockShape): number {
  return shape.within.filter((each) => each === 'bulletList' || each === 'orderedList').length;
}

export function ComparedBlocks({
  blocks,
  language,
}: {
  readonly blocks: readonly ComparedBlock[];
  readonly language: Language;
}) {
  return blocks.map((block, index) => {
    const shape = block.after ?? block.before;
    if (!shape) return null;
    return (
      <p
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one text never change order.
        key={index}
        className={styles.block}
        data-depth={Math.min(depth(shape), 4)}
        data-quote={shape.within.includes('blockquote') || undefined}
        data-row={shape.type === 'row' || undefined}
        data-header={shape.header || undefined}
      >
        {bullet(shape) !== '' && <span className={styles.bullet}>{bullet(shape)}</span>}
        {block.runs.map((run, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place.
          <Fragment key={at}>
            <Run run={run} className={runClass(block.runs, at)} language={language} />
          </Fragment>
        ))}
      </p>
    );
  });
}
