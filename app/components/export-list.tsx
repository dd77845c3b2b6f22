// The files a text can be taken away as, in the order in which people ask for them.
import { apiPaths } from '#core/paths.ts';
import { useT } from '../language.tsx';
import styles from './export-list.module.css';

const FORMATS = ['html', 'md', 'json'] as const;

/** `reference` is a version's label, `rN` or `working`. */
export function ExportList({
  slug,
  reference,
}: {
  readonly slug: string;
  readonly reference: string;
}) {
  const t = useT();
  return (
    <ul className={styles.files}>
      {FORMATS.map((format) => (
        <li key={format}>
          <a href={apiPaths.export(slug, reference, format)} download>
            {t(`read.format.${format}`)}
          </a>
          <span className="quiet tiny">{format.toUpperCase()}</span>
        </li>
      ))}
    </ul>
  );
}
