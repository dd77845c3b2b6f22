// The tools of the item in use. One toolbar for the page: its element goes with the item, so nothing is made anew.
import { useLayoutEffect, useState } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar';
import { createPortal } from 'react-dom';
import { Icon } from '../../components/icon.tsx';
import type { IconName } from '../../components/icons.ts';
import { AnchoredMenu, MenuItem, MenuSeparator } from '../../components/menu.tsx';
import { useT } from '../../language.tsx';
import type { Format, FormattingState, TableAct } from '../item/formatting.ts';
import type { Section } from '../live/section.ts';
import { useSectionPage } from './context.ts';
import { COMMENT_KEYS } from './item-acts.ts';
import { ToolButton } from './tool-button.tsx';
import styles from './toolbar.module.css';
import { useSignal } from './use-signal.ts';
import { isApple, keyWords, templateWord } from './words.ts';

interface FormatTool {
  readonly format: Format;
  readonly icon: IconName;
  readonly keys: string;
  readonly narrow: boolean;
  /** Stands beside a title, not in it. */
  readonly block: boolean;
}

const MARKS: readonly FormatTool[] = [
  { format: 'bold', icon: 'bold', keys: 'Mod-b', narrow: true, block: false },
  { format: 'italic', icon: 'italic', keys: 'Mod-i', narrow: true, block: false },
  { format: 'strike', icon: 'strikethrough', keys: 'Mod-Shift-s', narrow: false, block: false },
];
const BLOCKS: readonly FormatTool[] = [
  { format: 'bulletList', icon: 'list', keys: 'Mod-Shift-8', narrow: true, block: true },
  { format: 'orderedList', icon: 'list-ordered', keys: 'Mod-Shift-7', narrow: false, block: true },
  { format: 'blockquote', icon: 'quote', keys: 'Mod-Shift-b', narrow: false, block: true },
];
const TABLE_GROUPS: readonly (readonly TableAct[])[] = [
  ['rowBefore', 'rowAfter', 'rowDelete'],
  ['columnBefore', 'columnAfter', 'columnDelete'],
  ['headerRow', 'tableDelete'],
];

type Open = { readonly menu: 'table' | 'more'; readonly anchor: Element } | null;

/** Shows nothing while no item is in use. */
export function Toolbar({ section }: { readonly section: Section }) {
  const id = useSignal(section.desk.inUse, null);
  const [host] = useState(() => document.createElement('div'));
  useLayoutEffect(() => {
    const item = id === null ? null : document.querySelector(`[data-item="${CSS.escape(id)}"]`);
    if (item) item.querySelector('[data-tools]')?.append(host);
    else host.remove();
  }, [id, host]);
  return createPortal(id === null ? null : <Tools section={section} id={id} />, host);
}

function Tools({ section, id }: { readonly section: Section; readonly id: string }) {
  const t = useT();
  const { beside } = useSectionPage();
  const { desk } = section;
  const formatting = useSignal(desk.formatting, desk.formatting.value);
  const { canUndo, canRedo } = useSignal(section.history.state, section.history.state.value);
  const [open, setOpen] = useState<Open>(null);
  const apple = isApple();
  const keys = (key: string) => keyWords(t, key, apple);
  const row = section.view.row(id);
  const format = ({ format: name, icon, keys: key, narrow, block }: FormatTool) => (
    <ToolButton
      key={name}
      icon={icon}
      name={t(`section.tool.${name}`)}
      keys={keys(key)}
      pressed={formatting.on.includes(name)}
      disabled={block && formatting.inTitle}
      why={t('section.tool.not-in-title', { tool: t(`section.tool.${name}`) })}
      narrow={narrow}
      onUse={() => desk.editor?.toggle(name)}
    />
  );
  return (
    <>
      <AriaToolbar className={styles.tools ?? ''} aria-label={t('section.tools')}>
        {MARKS.map(format)}
        {BLOCKS.map(format)}
        <ToolButton
          icon="link"
          name={t('section.tool.link')}
          keys={keys('Mod-k')}
          pressed={formatting.link !== ''}
          onUse={() => beside.set({ kind: 'link' })}
        />
        <ToolButton
          icon="table"
          name={t('section.tool.table')}
          pressed={formatting.inTable}
          disabled={formatting.inTitle}
          why={t('section.tool.not-in-title', { tool: t('section.tool.table') })}
          narrow={false}
          expands={open?.menu === 'table'}
          onUse={(anchor) => setOpen({ menu: 'table', anchor })}
        />
        <i className={styles.rule} aria-hidden="true" />
        <ToolButton
          icon="undo-2"
          name={t('section.tool.undo')}
          keys={keys('Mod-z')}
          disabled={!canUndo}
          onUse={() => section.step('undo')}
        />
        <ToolButton
          icon="redo-2"
          name={t('section.tool.redo')}
          keys={keys('Mod-y')}
          disabled={!canRedo}
          onUse={() => section.step('redo')}
        />
        {section.comments.mayComment && (
          <>
            <i className={styles.rule} aria-hidden="true" />
            <ToolButton
              icon="message-square"
              name={t('comments.start')}
              keys={keys(COMMENT_KEYS)}
              onUse={() => section.comments.begin(id)}
            />
          </>
        )}
        <span className={`${styles.phone} only-narrow`}>
          <ToolButton
            icon="ellipsis"
            name={t('section.tool.more')}
            expands={open?.menu === 'more'}
            onUse={(anchor) => setOpen({ menu: 'more', anchor })}
          />
        </span>
        {row && (
          <button
            type="button"
            className={`${styles.kind} only-wide`}
            data-act="menu"
            data-id={id}
            aria-haspopup="menu"
            aria-label={`${t('section.kind')} : ${templateWord(t, 'kind', row.kind)}`}
            onMouseDown={(event) => event.preventDefault()}
          >
            <span className="capital">{templateWord(t, 'kind', row.kind)}</span>
            <Icon name="chevron-down" small />
          </button>
        )}
      </AriaToolbar>
      <AnchoredMenu
        anchor={open?.anchor ?? null}
        label={t(open?.menu === 'table' ? 'section.tool.table' : 'section.tool.more')}
        onClose={() => setOpen(null)}
      >
        {open?.menu === 'more' && <MoreItems section={section} formatting={formatting} />}
        {open && <TableItems section={section} formatting={formatting} />}
      </AnchoredMenu>
    </>
  );
}

/** What the bar of a phone has no room for. */
function MoreItems({
  section,
  formatting,
}: {
  readonly section: Section;
  readonly formatting: FormattingState;
}) {
  const t = useT();
  return (
    <>
      {[...MARKS, ...BLOCKS]
        .filter(({ narrow }) => !narrow)
        .map(({ format, icon, block }) => (
          <MenuItem
            key={format}
            icon={icon}
            isDisabled={block && formatting.inTitle}
            onAction={() => section.desk.editor?.toggle(format)}
          >
            {t(`section.tool.${format}`)}
          </MenuItem>
        ))}
      <MenuSeparator />
    </>
  );
}

function TableItems({
  section,
  formatting,
}: {
  readonly section: Section;
  readonly formatting: FormattingState;
}) {
  const t = useT();
  const editor = section.desk.editor;
  if (!formatting.inTable)
    return (
      <MenuItem icon="table" isDisabled={formatting.inTitle} onAction={() => editor?.insertTable()}>
        {t('section.table.insert')}
      </MenuItem>
    );
  return (
    <>
      {TABLE_GROUPS.flatMap((group, at) => [
        ...(at > 0 ? [<MenuSeparator key={`before ${group[0]}`} />] : []),
        ...group.map((act) => (
          <MenuItem key={act} onAction={() => editor?.table(act)}>
            {t(`section.table.${act}`)}
          </MenuItem>
        )),
      ])}
    </>
  );
}
