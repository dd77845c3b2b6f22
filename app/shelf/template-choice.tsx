// The templates side by side, each a link to the form that makes a framework of it.
import { Link } from '@remix-run/react';
import { TEMPLATES } from '#core/framework/templates.ts';
import { paths } from '#core/paths.ts';
import { isMessageKey } from '#locales/catalogue.ts';
import { Spine } from '../components/glyph.tsx';
import { useT } from '../language.tsx';
import styles from './shelf.module.css';

export function TemplateChoice() {
  const t = useT();
  return (
    <ul className={styles.templates}>
      {TEMPLATES.map(({ key, sections }) => {
        const name = `template.${key}`;
        const hint = `template.${key}.hint`;
        return (
          <li key={key}>
            <Link className={styles.template} to={paths.newFramework(key)} prefetch="intent">
              <Spine size="card" sections={sections.map((section) => section.key)} />
              <span className="label">{isMessageKey(name) ? t(name) : key}</span>
              {isMessageKey(hint) && <span className="small quiet">{t(hint)}</span>}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
