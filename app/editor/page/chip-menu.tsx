// The menu of a reference in the item in use: its level, its target, its removal.
import { MenuSection } from 'react-aria-components/Menu';
import { kindOfTemplate } from '#core/framework/kinds.ts';
import { paths } from '#core/paths.ts';
import { AnchoredMenu, MenuItem, MenuSeparator } from '../../components/menu.tsx';
import { useT } from '../../language.tsx';
import type { Section } from '../live/section.ts';
import { targetKey } from '../live/targets.ts';
import { useSectionPage } from './context.ts';
import { useSignal } from './use-signal.ts';

const LEVELS = [1, 2, 3, 4] as const;
/** The choice of saying no level, where that may be. */
const UNSAID = 'unsaid';

export function ChipMenu({ section }: { readonly section: Section }) {
  const t = useT();
  const { beside, data, template } = useSectionPage();
  const open = useSignal(beside, null);
  const chip = open?.kind === 'chip' ? open : null;
  const row = chip ? section.view.row(chip.id) : undefined;
  const reference = chip ? row?.references[chip.at] : undefined;
  const target =
    reference &&
    (section.view.row(reference.item) ??
      section.targets.known.value.get(targetKey(data.slug, reference)));
  const definitions = row
    ? (kindOfTemplate(template, row.section, row.kind)?.references ?? [])
    : [];
  const levels = definitions.some(({ level }) => level);
  const optional = definitions.some(({ level }) => level === 'optional');
  const name = target ? `${target.number} ${target.title}`.trim() : (reference?.item ?? '');
  return (
    <AnchoredMenu
      anchor={chip && reference ? chip.anchor : null}
      label={t('section.reference.menu', { name })}
      onClose={() => {
        if (beside.value?.kind === 'chip') beside.set(null);
      }}
    >
      {row && reference && (
        <>
          {levels && (
            <MenuSection
              aria-label={t(optional ? 'section.picker.level.reached' : 'section.picker.level')}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={
                reference.level === undefined ? (optional ? [UNSAID] : []) : [reference.level]
              }
              onSelectionChange={(keys) => {
                const [level] = keys;
                if (typeof level === 'number')
                  section.acts.setReferenceLevel(row.id, reference, level);
                else if (level === UNSAID) section.acts.setReferenceLevel(row.id, reference, null);
              }}
            >
              {optional && <MenuItem id={UNSAID}>{t('section.reference.level.unsaid')}</MenuItem>}
              {LEVELS.map((level) => (
                <MenuItem key={level} id={level}>
                  {t('section.reference.level', { level })}
                </MenuItem>
              ))}
            </MenuSection>
          )}
          {levels && <MenuSeparator />}
          {target && (
            <MenuItem
              icon="arrow-right"
              href={paths.write(reference.framework ?? data.slug, target.section, reference.item)}
            >
              {t('section.reference.open')}
            </MenuItem>
          )}
          <MenuItem
            icon="unlink"
            onAction={() => {
              section.acts.removeReference(row.id, reference);
              section.desk.editor?.focus();
            }}
          >
            {t('section.reference.remove')}
          </MenuItem>
        </>
      )}
    </AnchoredMenu>
  );
}
