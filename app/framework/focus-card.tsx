// The item in focus, open: its title and text, its criteria, and the ways on.
import { Link } from '@remix-run/react';
import { paths } from '#core/paths.ts';
import { Icon } from '../components/icon.tsx';
import { useT } from '../language.tsx';
import styles from './focus-card.module.css';
import { ItemMeta } from './item-meta.tsx';
import type { Shown } from './triptych.tsx';
import type { ViewItem } from './view.ts';

export function FocusCard({
  item,
  shown,
  section,
}: {
  readonly item: ViewItem;
  readonly shown: Shown;
  readonly section: string;
}) {
  const t = useT();
  const criteria = item.children.filter(({ kind }) => kind === 'criterion');
  const assessment = item.fields.assessment;
  const html = shown.body?.item === item.id ? shown.body.html : '';
  return (
    <div className={styles.card} data-item={item.id} data-focused="">
      <span className="num">{item.number}</span>
      <div className={styles.inside}>
        <h3
          className={`title ${styles.title}`}
          tabIndex={-1}
          data-focus-title=""
          lang={shown.language}
        >
          {item.title || t('framework.untitled')}
        </h3>
        <ItemMeta item={item} />
        {html && (
          <div
            className={`reading rich ${styles.text}`}
            lang={shown.language}
            // biome-ignore lint/security/noDangerouslySetInnerHtml: made by core/document/html, which escapes everything.
            dangerouslySetInnerHTML={{ __html: html }}
          />
        )}
        {typeof assessment === 'string' && assessment !== '' && (
          <p className="small">{t('framework.focus.assessment', { text: assessment })}</p>
        )}
        {criteria.length > 0 && (
          <div className="small">
            <p className="label">{t('framework.focus.criteria', { count: criteria.length })}</p>
            <ul className={styles.criteria} lang={shown.language}>
              {criteria.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          </div>
        )}
        {shown.writes && (
          <p className="small">
            <Link to={paths.write(shown.slug, section, item.id)} reloadDocument>
              {t('framework.focus.here')}
            </Link>
          </p>
        )}
      </div>
      <Link
        className={styles.leave}
        to={paths.framework(shown.slug)}
        preventScrollReset
        aria-label={t('framework.focus.leave')}
        title={t('framework.focus.leave')}
      >
        <Icon name="x" />
      </Link>
    </div>
  );
}
