// What the page does around an act: says it, offers the way back, and puts the focus where one goes on.
import { useMemo } from 'react';
import { useToast } from '../../components/toast.tsx';
import { useT } from '../../language.tsx';
import type { Section } from '../live/section.ts';
import type { Row } from '../rows.ts';
import { START } from '../where.ts';
import { useSectionPage } from './context.ts';

/** Alt, Shift and an arrow; on a Mac those select words, so Control stands for Shift. */
export function shiftKeys(apple: boolean): { earlier: string; later: string } {
  const before = apple ? 'Alt-Control' : 'Alt-Shift';
  return { earlier: `${before}-ArrowUp`, later: `${before}-ArrowDown` };
}

export function levelKeys(apple: boolean): { up: string; down: string } {
  const before = apple ? 'Alt-Control' : 'Alt-Shift';
  return { up: `${before}-ArrowLeft`, down: `${before}-ArrowRight` };
}

/** Starts a comment at the selected words, or at the item. */
export const COMMENT_KEYS = 'Mod-Alt-m';

export interface ItemActs {
  addAfter(id: string): void;
  addBelow(row: Row, kind: string): void;
  addTo(section: string, kind: string): void;
  setKind(row: Row, kind: string): void;
  shift(id: string, direction: 'earlier' | 'later'): void;
  level(id: string, direction: 'up' | 'down'): void;
  merge(row: Row): Promise<void>;
  remove(id: string): void;
  putBack(ids: readonly string[], name: string): void;
}

/** Resolves once an item that goes into the bin has left it again, by undo or by whoever put it back. */
async function whenBack({ view }: Section, id: string): Promise<void> {
  const inBin = () => view.snapshot.value.bin.some((one) => one.id === id);
  await view.snapshot.until(inBin);
  await view.snapshot.until(() => !inBin());
}

/** The acts of the page; stable while the section is the same. */
export function useItemActs(section: Section): ItemActs {
  const t = useT();
  const say = useToast();
  const { announce, nameOf } = useSectionPage();
  return useMemo(() => {
    const { acts, desk, view } = section;
    const moved = (id: string, done: boolean) => {
      const row = view.row(id);
      if (!done) announce(t('section.said.not-moved'));
      else if (row) announce(t('section.said.moved', { name: nameOf(row) }));
      if (desk.inUse.value === id) desk.editor?.focus();
      else desk.focusItem(id);
    };
    const openNew = (id: string | null) => {
      if (id !== null) desk.open(id, START);
    };
    const putBack = (ids: readonly string[], name: string) => {
      if (!acts.putBack(ids)) return;
      announce(t('section.said.put-back', { name }));
      const [first] = ids;
      if (first !== undefined) desk.focusItem(first);
    };
    return {
      addAfter: (id) => {
        section.addAfter(id);
      },
      addBelow: (row, kind) =>
        openNew(acts.add({ target: { section: row.section, parent: row.id }, kind })),
      addTo: (key, kind) => openNew(acts.add({ target: { section: key, parent: '' }, kind })),
      setKind: (row, kind) => moved(row.id, acts.setKind(row.id, kind)),
      shift: (id, direction) => moved(id, acts.shift(id, direction)),
      level: (id, direction) => moved(id, acts.level(id, direction)),
      merge: async (row) => {
        const into = await section.mergeIntoPrevious(row.id);
        const name = into === null ? undefined : view.row(into);
        announce(
          name ? t('section.said.merged', { name: nameOf(name) }) : t('section.said.not-moved'),
        );
      },
      remove: (id) => {
        const row = view.row(id);
        const order = view.order();
        const at = order.indexOf(id);
        if (!row) return;
        if (desk.inUse.value === id) desk.close();
        const ids = acts.remove(id);
        if (ids.length === 0) return;
        const name = nameOf(row);
        const next = order.slice(at + 1).find((one) => !ids.includes(one)) ?? order[at - 1];
        if (next !== undefined) desk.focusItem(next);
        const takeBack = say({
          text: t('section.said.removed', { count: ids.length, name }),
          undo: () => putBack(ids, name),
        });
        void whenBack(section, id).then(takeBack);
      },
      putBack,
    };
  }, [section, t, say, announce, nameOf]);
}
