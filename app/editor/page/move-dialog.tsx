// Moving an item where no arrow leads: under what, and after which.
import { useState } from 'react';
import { fittingKind, kindsOf, kindsUnder } from '#core/framework/kinds.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { Select } from '../../components/field.tsx';
import { useT } from '../../language.tsx';
import { subtree } from '../live/acts.ts';
import type { Section } from '../live/section.ts';
import type { Row } from '../rows.ts';
import { useSectionPage } from './context.ts';
import { useSignal } from './use-signal.ts';
import { sectionWord } from './words.ts';

export function MoveDialog({ section }: { readonly section: Section }) {
  const t = useT();
  const { beside, nameOf } = useSectionPage();
  const open = useSignal(beside, null);
  const row = open?.kind === 'move' ? section.view.row(open.id) : undefined;
  return (
    <Dialog
      title={row ? t('section.move.title', { name: nameOf(row) }) : ''}
      isOpen={row !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) beside.set(null);
      }}
    >
      {(close) => row && <Choice section={section} row={row} close={close} />}
    </Dialog>
  );
}

/** A place to move to: a section (`parent` '') or an item. */
interface Under {
  readonly key: string;
  readonly section: string;
  readonly parent: string;
  readonly name: string;
}

function Choice({
  section,
  row,
  close,
}: {
  readonly section: Section;
  readonly row: Row;
  readonly close: () => void;
}) {
  const t = useT();
  const { template, nameOf, announce } = useSectionPage();
  const { sections } = section.view.snapshot.value;
  const own = new Set(subtree(section.view.rows(), row.id));
  /** Where the item fits, as it is or as another kind the place takes. */
  const fits = (place: string, parentKind: string) => {
    const kind = fittingKind(template, place, parentKind, row.kind);
    return (
      kindsUnder(template, place, parentKind).some(({ key }) => key === kind) &&
      (kind === row.kind || !kindsOf(template, place).some(({ key }) => key === row.kind))
    );
  };
  const unders: Under[] = sections.flatMap(({ key, rows }) => [
    ...(fits(key, '')
      ? [
          {
            key: `${key}/`,
            section: key,
            parent: '',
            name: t('section.move.section', { section: sectionWord(t, key) }),
          },
        ]
      : []),
    ...rows
      .filter((one) => !own.has(one.id) && fits(key, one.kind))
      .map((one) => ({
        key: `${key}/${one.id}`,
        section: key,
        parent: one.id,
        name: nameOf(one),
      })),
  ]);
  const [chosen, setChosen] = useState(`${row.section}/${row.parent}`);
  const [after, setAfter] = useState<string | null>(null);
  const under = unders.find(({ key }) => key === chosen) ?? unders[0];
  const siblings = section.view
    .rows()
    .filter(
      (one) => one.section === under?.section && one.parent === under.parent && one.id !== row.id,
    );
  const place = after ?? siblings.at(-1)?.id ?? '';
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!under) return;
        const [first] = siblings;
        const beside =
          place !== '' ? { after: place } : first === undefined ? {} : { before: first.id };
        section.acts.move(row.id, { section: under.section, parent: under.parent, ...beside });
        close();
        const now = section.view.row(row.id);
        if (now) announce(t('section.said.moved', { name: nameOf(now) }));
        requestAnimationFrame(() => section.desk.focusItem(row.id));
      }}
    >
      <Select
        name="under"
        label={t('section.move.under')}
        value={under?.key ?? ''}
        onChange={({ target }) => {
          setChosen(target.value);
          setAfter(null);
        }}
      >
        {unders.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        name="place"
        label={t('section.move.place')}
        value={place}
        onChange={({ target }) => setAfter(target.value)}
      >
        <option value="">{t('section.move.first')}</option>
        {siblings.map((one) => (
          <option key={one.id} value={one.id}>
            {t('section.move.after', { name: nameOf(one) })}
          </option>
        ))}
      </Select>
      <DialogActions>
        <Button look="primary" type="submit" isDisabled={!under}>
          {t('section.move.do')}
        </Button>
        <Button onPress={close}>{t('common.cancel')}</Button>
      </DialogActions>
    </form>
  );
}
