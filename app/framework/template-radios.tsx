// Choosing a template: radio buttons that look like the cards of the empty shelf.
import { TEMPLATES } from '#core/framework/templates.ts';
import { isMessageKey } from '#locales/catalogue.ts';
import { Spine } from '../components/glyph.tsx';
import { useT } from '../language.tsx';
import styles from './template-radios.module.css';

export function TemplateRadios({ defaultValue }: { readonly defaultValue: string }) {
  const t = useT();
  return (
    <fieldset>
      <legend className="label">{t('home.new.template')}</legend>
      <div className={styles.cards}>
        {TEMPLATES.map(({ key, sections }) => {
          const name = `template.${key}`;
          const hint = `template.${key}.hint`;
          return (
            <label key={key} className={styles.card}>
              <input
                type="radio"
                name="template"
                value={key}
                defaultChecked={key === defaultValue}
              />
              <Spine size="card" sections={sections.map((section) => section.key)} />
              <span className="label">{isMessageKey(name) ? t(name) : key}</span>
              {isMessageKey(hint) && <span className="small quiet">{t(hint)}</span>}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
