// One item of the list: number, words, fields, references, who writes there, and the buttons around it.
import { memo } from 'react';
import { kindOfTemplate, kindsUnder } from '#core/framework/kinds.ts';
import type { Template } from '#core/framework/template.ts';
import { CommentCount } from '../../comments/count.tsx';
import { Icon } from '../../components/icon.tsx';
import { useT } from '../../language.tsx';
import type { Row } from '../rows.ts';
import { useSectionPage } from './context.ts';
import { ItemFields } from './fields.tsx';
import { GapNote } from './gap-note.tsx';
import styles from './item.module.css';
import { ItemText } from './item-text.tsx';
import { ItemPresence } from './presence.tsx';
import { RecoveredNotice } from './recovered.tsx';
import { ItemReferences } from './references.tsx';
import { useSelected } from './use-signal.ts';
import { rowName, templateWord } from './words.ts';

/** The line between two items, with the button that makes one there. */
export function InsertLine({ after, kind }: { readonly after: string; readonly kind: string }) {
  const t = useT();
  const { section } = useSectionPage();
  const open = useSelected(section?.desk.inUse, (id) => id === after, false);
  const label = t('section.add', { kind: templateWord(t, 'aKind', kind) });
  return (
    <div className={styles.insert} data-open={open || undefined}>
      <button type="button" tabIndex={open ? 0 : -1} data-act="add" data-id={after}>
        <Icon name="plus" small />
        <span>{label}</span>
      </button>
    </div>
  );
}

/** `head` for what gathers others (a mission), `plain` for what has no number of its own (a criterion). */
function rankOf(template: Template, { section, kind, depth }: Row): 'head' | 'item' | 'plain' {
  if (kindOfTemplate(template, section, kind)?.number.style === 'none') return 'plain';
  const gathers = kindsUnder(template, section, kind).some(({ number }) => number.style !== 'none');
  return gathers && depth === 0 ? 'head' : 'item';
}

export const ItemRow = memo(function ItemRow({
  row,
  addKind,
}: {
  readonly row: Row;
  /** Kind of the item that the line below makes. */
  readonly addKind: string;
}) {
  const t = useT();
  const { section, writing, roving, template } = useSectionPage();
  const inUse = useSelected(section?.desk.inUse, (id) => id === row.id, false);
  const opening = useSelected(section?.desk.opening, (id) => id === row.id, false);
  const first = useSelected(roving, (id) => id === row.id, false);
  // Before the page is alive everything can be reached by Tab; then one item at a time, and arrows between.
  const tab = section ? (first || inUse ? 0 : -1) : undefined;
  const name = rowName(t, row);
  return (
    <>
      <article
        id={row.id}
        className={styles.item}
        data-item={row.id}
        data-rank={rankOf(template, row)}
        data-depth={Math.min(row.depth, 3)}
        data-in-use={inUse || undefined}
        aria-label={name}
        aria-busy={opening || undefined}
        aria-describedby={writing ? 'section-help' : undefined}
        // An item takes the focus as a whole, so that keys act on it and Enter opens it.
        tabIndex={first || !section ? 0 : -1}
      >
        <div className={styles.handle}>
          {writing && (
            <button
              type="button"
              className={styles.act}
              tabIndex={tab}
              data-act="menu"
              data-id={row.id}
              aria-haspopup="menu"
              aria-label={t('section.menu', { name })}
            >
              <Icon name="grip-vertical" />
            </button>
          )}
        </div>
        <span className={styles.number} data-plain={row.number === '' || undefined}>
          {row.number || templateWord(t, 'kind', row.kind)}
        </span>
        <div className={styles.main}>
          <div data-tools="" />
          <ItemText id={row.id} depth={row.depth} />
          <RecoveredNotice id={row.id} />
          <ItemFields row={row} inUse={inUse} />
          <ItemReferences row={row} inUse={inUse} tab={tab} />
          <GapNote row={row} />
          <ItemPresence id={row.id} />
        </div>
        <div className={styles.end}>
          <CommentCount id={row.id} name={name} className={styles.act} tab={tab} />
          {writing && (
            <>
              <button
                type="button"
                className={styles.act}
                data-touch=""
                tabIndex={tab}
                data-act="menu"
                data-id={row.id}
                aria-haspopup="menu"
                aria-label={t('section.menu', { name })}
              >
                <Icon name="ellipsis" />
              </button>
              <button
                type="button"
                className={styles.act}
                tabIndex={tab}
                data-act="remove"
                data-id={row.id}
                aria-label={t('section.remove.named', { name })}
              >
                <Icon name="trash-2" />
              </button>
            </>
          )}
        </div>
      </article>
      {writing && <InsertLine after={row.id} kind={addKind} />}
    </>
  );
});
