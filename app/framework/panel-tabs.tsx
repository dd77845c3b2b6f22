// On a phone one panel is shown at a time: radio buttons that look like tabs, so that it works without script.
import { isMessageKey } from '#locales/catalogue.ts';
import { SectionGlyph } from '../components/glyph.tsx';
import { useT } from '../language.tsx';
import styles from './panel-tabs.module.css';
import type { ViewSection } from './view.ts';

/** The id of the button that shows a section's panel: a label elsewhere can press it. */
export function panelButton(section: string): string {
  return `show-${section}`;
}

export function PanelTabs({
  sections,
  chosen,
}: {
  readonly sections: readonly ViewSection[];
  readonly chosen: string;
}) {
  const t = useT();
  return (
    <fieldset className={styles.tabs}>
      <legend className="hidden">{t('framework.sections')}</legend>
      {sections.map(({ key }) => {
        const name = `section.${key}`;
        return (
          <label key={key} data-sec={key}>
            <input
              className="hidden"
              type="radio"
              name="panel"
              id={panelButton(key)}
              value={key}
              defaultChecked={key === chosen}
            />
            <SectionGlyph section={key} />
            {isMessageKey(name) ? t(name) : key}
          </label>
        );
      })}
    </fieldset>
  );
}
