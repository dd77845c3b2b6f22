// The menu of an item: everything one does to it as a whole, the same on a phone as at a desk.
import { kindsUnder } from '#core/framework/kinds.ts';
import { AnchoredMenu, MenuItem, MenuSeparator } from '../../components/menu.tsx';
import { useT } from '../../language.tsx';
import type { Section } from '../live/section.ts';
import type { Row } from '../rows.ts';
import { END } from '../where.ts';
import { useSectionPage } from './context.ts';
import { COMMENT_KEYS, levelKeys, shiftKeys, useItemActs } from './item-acts.ts';
import { useSignal } from './use-signal.ts';
import { isApple, keyWords, templateWord } from './words.ts';

export function ItemMenu({ section }: { readonly section: Section }) {
  const t = useT();
  const { beside, nameOf } = useSectionPage();
  const open = useSignal(beside, null);
  const row = open?.kind === 'menu' ? section.view.row(open.id) : undefined;
  return (
    <AnchoredMenu
      anchor={open?.kind === 'menu' && row ? open.anchor : null}
      label={row ? t('section.menu', { name: nameOf(row) }) : ''}
      onClose={() => {
        if (beside.value?.kind === 'menu') beside.set(null);
      }}
    >
      {row && <Items section={section} row={row} />}
    </AnchoredMenu>
  );
}

function Items({ section, row }: { readonly section: Section; readonly row: Row }) {
  const t = useT();
  const { template, beside } = useSectionPage();
  const acts = useItemActs(section);
  const apple = isApple();
  const keys = (key: string) => keyWords(t, key, apple);
  const parent = section.view.row(row.parent);
  const others = kindsUnder(template, row.section, parent?.kind ?? '').filter(
    ({ key }) => key !== row.kind,
  );
  const inUse = section.desk.inUse.value === row.id;
  return (
    <>
      {!inUse && (
        <MenuItem
          icon="pencil"
          keys={keys('Enter')}
          onAction={() => section.desk.open(row.id, END)}
        >
          {t('section.keys.write')}
        </MenuItem>
      )}
      {section.comments.mayComment && (
        <MenuItem
          icon="message-square"
          keys={keys(COMMENT_KEYS)}
          onAction={() => section.comments.begin(row.id)}
        >
          {t('comments.start')}
        </MenuItem>
      )}
      {kindsUnder(template, row.section, row.kind).map(({ key }) => (
        <MenuItem key={key} icon="corner-down-right" onAction={() => acts.addBelow(row, key)}>
          {t('section.add-below', { kind: templateWord(t, 'aKind', key) })}
        </MenuItem>
      ))}
      {others.map(({ key }) => (
        <MenuItem key={key} icon="replace" onAction={() => acts.setKind(row, key)}>
          {t('section.kind.set', { kind: templateWord(t, 'aKind', key) })}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem
        icon="arrow-up"
        keys={keys(shiftKeys(apple).earlier)}
        onAction={() => acts.shift(row.id, 'earlier')}
      >
        {t('section.shift.earlier')}
      </MenuItem>
      <MenuItem
        icon="arrow-down"
        keys={keys(shiftKeys(apple).later)}
        onAction={() => acts.shift(row.id, 'later')}
      >
        {t('section.shift.later')}
      </MenuItem>
      <MenuItem
        icon="indent-decrease"
        keys={keys(levelKeys(apple).up)}
        onAction={() => acts.level(row.id, 'up')}
      >
        {t('section.level.up')}
      </MenuItem>
      <MenuItem
        icon="indent-increase"
        keys={keys(levelKeys(apple).down)}
        onAction={() => acts.level(row.id, 'down')}
      >
        {t('section.level.down')}
      </MenuItem>
      <MenuItem icon="move" onAction={() => beside.set({ kind: 'move', id: row.id })}>
        {t('section.move')}
      </MenuItem>
      {inUse && (
        <MenuItem icon="split" onAction={() => section.splitHere()}>
          {t('section.split')}
        </MenuItem>
      )}
      <MenuItem icon="merge" onAction={() => acts.merge(row)}>
        {t('section.merge')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon="trash-2" onAction={() => acts.remove(row.id)}>
        {t('section.remove')}
      </MenuItem>
      <MenuItem icon="circle-help" onAction={() => beside.set({ kind: 'keys' })}>
        {t('section.menu.keys')}
      </MenuItem>
    </>
  );
}
