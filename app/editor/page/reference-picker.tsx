// Choosing what an item points at: by title or number, accents or not, in this framework or another.
import { useEffect, useState } from 'react';
import { kindOfTemplate } from '#core/framework/kinds.ts';
import { referenceKey } from '#core/framework/references.ts';
import { Button } from '../../components/button.tsx';
import { ComboBox } from '../../components/combo-box.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { SectionGlyph } from '../../components/glyph.tsx';
import { useT } from '../../language.tsx';
import type { Section } from '../live/section.ts';
import { type TargetTitle, targetKey } from '../live/targets.ts';
import type { Row } from '../rows.ts';
import { findItems } from './ask-items.ts';
import { useSectionPage } from './context.ts';
import styles from './picker.module.css';
import { useSignal } from './use-signal.ts';

const LEVELS = [1, 2, 3, 4] as const;
/** Milliseconds between the last key and the question. */
const PAUSE = 150;

export function ReferencePicker({ section }: { readonly section: Section }) {
  const t = useT();
  const { beside, nameOf } = useSectionPage();
  const open = useSignal(beside, null);
  const row = open?.kind === 'picker' ? section.view.row(open.id) : undefined;
  return (
    <Dialog
      title={row ? t('section.picker.title', { name: nameOf(row) }) : ''}
      isOpen={row !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) beside.set(null);
      }}
      wide
    >
      {(close) => row && <Picker section={section} row={row} close={close} />}
    </Dialog>
  );
}

function Picker({
  section,
  row,
  close,
}: {
  readonly section: Section;
  readonly row: Row;
  readonly close: () => void;
}) {
  const t = useT();
  const { data, template, announce } = useSectionPage();
  const definitions = kindOfTemplate(template, row.section, row.kind)?.references ?? [];
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly TargetTitle[] | null>([]);
  const [chosen, setChosen] = useState<TargetTitle | null>(null);
  const kinds = definitions.flatMap(({ to }) => to).join();
  const elsewhere = definitions.some((one) => one.elsewhere);
  const optional = definitions.some((one) => one.level === 'optional');
  const [level, setLevel] = useState<number | null>(optional ? null : 2);
  useEffect(() => {
    let dead = false;
    const timer = setTimeout(async () => {
      const answer = await findItems(data.slug, { text, kinds, elsewhere });
      if (!dead) setFound(answer);
    }, PAUSE);
    return () => {
      dead = true;
      clearTimeout(timer);
    };
  }, [data.slug, text, kinds, elsewhere]);
  const there = new Set(row.references.map(referenceKey));
  const key = (target: TargetTitle) =>
    referenceKey(
      target.framework === data.slug
        ? { item: target.item }
        : { item: target.item, framework: target.framework },
    );
  const options = (found ?? []).filter(
    (target) => !there.has(key(target)) && target.item !== row.id,
  );
  const withLevel =
    chosen !== null && definitions.some((one) => one.level && one.to.includes(chosen.kind));
  return (
    <form
      className={styles.picker}
      onSubmit={(event) => {
        event.preventDefault();
        if (!chosen) return;
        section.targets.learn(chosen);
        const elsewhereNow = chosen.framework === data.slug ? {} : { framework: chosen.framework };
        section.acts.addReference(row.id, {
          item: chosen.item,
          ...elsewhereNow,
          ...(withLevel && level !== null ? { level } : {}),
        });
        announce(`${chosen.number} ${chosen.title}`);
        close();
      }}
    >
      <ComboBox
        label={t('section.picker.search')}
        empty={t(found === null ? 'section.picker.offline' : 'section.picker.none')}
        autoFocus
        items={options.map((target) => ({
          id: targetKey(data.slug, target),
          name: `${target.number} ${target.title}`.trim(),
          content: (
            <span className={styles.option} data-sec={target.section}>
              <SectionGlyph section={target.section} />
              <span className={styles.number}>{target.number}</span>
              <span dir="auto">{target.title}</span>
            </span>
          ),
        }))}
        inputValue={text}
        onInputChange={setText}
        selectedKey={chosen ? targetKey(data.slug, chosen) : null}
        onSelectionChange={(id) => {
          const target = options.find((one) => targetKey(data.slug, one) === id) ?? null;
          setChosen(target);
          if (target) setText(`${target.number} ${target.title}`.trim());
        }}
      />
      {withLevel && (
        <fieldset className={styles.levels}>
          <legend className="label">
            {t(optional ? 'section.picker.level.reached' : 'section.picker.level')}
          </legend>
          {[...(optional ? [null] : []), ...LEVELS].map((one) => (
            <label key={one}>
              <input
                type="radio"
                name="level"
                checked={level === one}
                onChange={() => setLevel(one)}
              />
              <span>{one ?? t('section.reference.level.unsaid')}</span>
            </label>
          ))}
        </fieldset>
      )}
      <DialogActions>
        <Button look="primary" type="submit" isDisabled={!chosen}>
          {t('section.picker.add')}
        </Button>
        <Button onPress={close}>{t('common.cancel')}</Button>
      </DialogActions>
    </form>
  );
}
