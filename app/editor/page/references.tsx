// An item's references as chips: links while one reads, buttons with level and removal in the item in use.
import { useEffect } from 'react';
import type { Reference } from '#core/framework/interchange.ts';
import { kindOfTemplate } from '#core/framework/kinds.ts';
import { referenceKey } from '#core/framework/references.ts';
import { paths } from '#core/paths.ts';
import { SectionGlyph } from '../../components/glyph.tsx';
import { Icon } from '../../components/icon.tsx';
import { Level } from '../../components/level.tsx';
import { useT } from '../../language.tsx';
import { type TargetTitle, targetKey } from '../live/targets.ts';
import type { Row } from '../rows.ts';
import { useSectionPage } from './context.ts';
import styles from './references.module.css';
import { useSelected, useSignal } from './use-signal.ts';
import { templateWord } from './words.ts';

/** Chips shown before the rest is folded, where the item is not in use. */
const SHOWN = 4;

/** What a reference points at: an item of this page, what is known of elsewhere, null where it is gone, undefined where unknown. */
export function useTarget(reference: Reference): TargetTitle | null | undefined {
  const { section, data } = useSectionPage();
  const known = useSignal(section?.targets.known, null);
  const mayBeHere = reference.framework === undefined || reference.framework === data.slug;
  // Read again when the target's row says something else.
  useSelected(
    mayBeHere ? section?.view.snapshot : undefined,
    () => {
      const row = section?.view.row(reference.item);
      return row ? `${row.section} ${row.number} ${row.title}` : '';
    },
    '',
  );
  const here = mayBeHere
    ? section
      ? section.view.row(reference.item)
      : data.sections.flatMap(({ rows }) => rows).find(({ id }) => id === reference.item)
    : undefined;
  const key = targetKey(data.slug, reference);
  const inRoom = here !== undefined;
  useEffect(() => {
    if (!inRoom) section?.targets.want(key);
  }, [section, key, inRoom]);
  if (here) {
    const { id, kind, section: place, number, title } = here;
    return { framework: data.slug, item: id, kind, section: place, number, title };
  }
  if (known) return known.get(key);
  return data.targets.find((one) => `${one.framework}/${one.item}` === key) ?? null;
}

export function ItemReferences({
  row,
  inUse,
  tab,
}: {
  readonly row: Row;
  readonly inUse: boolean;
  readonly tab: number | undefined;
}) {
  const t = useT();
  const { template, writing, nameOf } = useSectionPage();
  const allowed = kindOfTemplate(template, row.section, row.kind)?.references ?? [];
  const adding = inUse && writing && allowed.length > 0;
  if (row.references.length === 0 && !adding) return null;
  const folded = inUse || row.references.length <= SHOWN + 1 ? [] : row.references.slice(SHOWN);
  const shown = row.references.slice(0, row.references.length - folded.length);
  const kinds = allowed.flatMap(({ to }) => to);
  const [only] = kinds;
  return (
    <div className={styles.references}>
      <ul className={styles.chips} aria-label={t('section.references', { name: nameOf(row) })}>
        {shown.map((reference, at) => (
          <li key={referenceKey(reference)}>
            <Chip row={row} at={at} reference={reference} editable={inUse && writing} tab={tab} />
          </li>
        ))}
        {folded.length > 0 && (
          <li className={styles.more}>{t('section.reference.more', { count: folded.length })}</li>
        )}
      </ul>
      {adding && (
        <button type="button" className={styles.add} data-act="reference" data-id={row.id}>
          <Icon name="plus" small />
          <span className="capital">
            {kinds.length === 1 && only !== undefined
              ? templateWord(t, 'kind', only)
              : t('section.reference.add')}
          </span>
        </button>
      )}
    </div>
  );
}

function Chip({
  row,
  at,
  reference,
  editable,
  tab,
}: {
  readonly row: Row;
  readonly at: number;
  readonly reference: Reference;
  readonly editable: boolean;
  readonly tab: number | undefined;
}) {
  const t = useT();
  const target = useTarget(reference);
  const gone = target === null;
  const label = target
    ? `${target.number} ${target.title}`.trim()
    : t(gone ? 'section.reference.gone' : 'section.reference.unknown');
  const inside = (
    <>
      {target && <SectionGlyph section={target.section} />}
      {target && target.number !== '' && <span className={styles.number}>{target.number}</span>}
      <span className={styles.title} dir="auto">
        {target ? target.title || t('section.untitled') : label}
      </span>
      {reference.level !== undefined && <Level level={reference.level} />}
    </>
  );
  const look = {
    className: styles.chip,
    'data-sec': target?.section,
    'data-gone': gone || undefined,
  };
  if (editable)
    return (
      <button
        type="button"
        {...look}
        data-act="chip"
        data-id={row.id}
        data-at={at}
        aria-haspopup="menu"
      >
        {inside}
      </button>
    );
  if (!target) return <span {...look}>{inside}</span>;
  return (
    <a {...look} tabIndex={tab} href={paths.write(target.framework, target.section, target.item)}>
      {inside}
    </a>
  );
}
