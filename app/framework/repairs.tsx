// What in a text does not fit its template: kept as it is, said to who can write, with the way to each.
import { Link } from '@remix-run/react';
import type { DocumentNote } from '#core/framework/check.ts';
import { paths } from '#core/paths.ts';
import { isMessageKey } from '#locales/catalogue.ts';
import { Icon } from '../components/icon.tsx';
import { useT } from '../language.tsx';
import styles from './repairs.module.css';
import type { ItemIndex, Shown } from './triptych.tsx';

/** One line that opens; nothing where all is well. */
export function Repairs({
  notes,
  index,
  shown,
}: {
  readonly notes: readonly DocumentNote[];
  readonly index: ItemIndex;
  readonly shown: Shown;
}) {
  const t = useT();
  if (notes.length === 0) return null;
  return (
    <details className={styles.repairs}>
      <summary>
        <Icon name="triangle-alert" />
        {t('framework.repairs', { count: new Set(notes.map(({ item }) => item)).size })}
      </summary>
      <ul className={styles.list}>
        {notes.map(({ item: id, note, about }) => {
          const place = index.get(id);
          const kind = `kind.${place?.item.kind ?? ''}`;
          const field = `field.${about ?? ''}`;
          return (
            <li key={`${id} ${note} ${about ?? ''}`}>
              {place && (
                <Link to={paths.write(shown.slug, place.section, id)} reloadDocument>
                  <span className="capital">
                    {place.item.number || (isMessageKey(kind) ? t(kind) : place.item.kind)}
                  </span>{' '}
                  <span lang={shown.language}>{place.item.title || t('framework.untitled')}</span>
                </Link>
              )}{' '}
              {t(`note.${note}`)}
              {about && isMessageKey(field) && ` (${t(field)})`}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
