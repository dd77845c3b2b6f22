// What the item in focus has to do with, gathered at the top of a panel.
import { Link } from '@remix-run/react';
import type { RelatedItem } from '#core/framework/related.ts';
import { paths } from '#core/paths.ts';
import type { MessageKey } from '#locales/catalogue.ts';
import { useT } from '../language.tsx';
import { ItemMeta } from './item-meta.tsx';
import styles from './lit.module.css';
import type { ItemIndex, Shown } from './triptych.tsx';
import type { ViewItem } from './view.ts';

/** The sentence for what is lit: what kind it is and how it hangs together with the focus decide. */
export function litKey(
  focus: ViewItem,
  related: readonly RelatedItem[],
  index: ItemIndex,
): MessageKey {
  const kinds = new Set(related.map(({ id }) => index.get(id)?.item.kind));
  const only = kinds.size === 1 ? [...kinds][0] : undefined;
  if (only === 'skill') {
    return focus.kind === 'module' ? 'framework.lit.trains' : 'framework.lit.needs';
  }
  if (only === 'module') return 'framework.lit.prepared';
  if (only === 'activity') return 'framework.lit.used';
  return 'framework.lit.linked';
}

export function Lit({
  focus,
  section,
  related,
  index,
  shown,
}: {
  readonly focus: { readonly item: ViewItem; readonly section: string };
  readonly section: string;
  readonly related: readonly RelatedItem[];
  readonly index: ItemIndex;
  readonly shown: Shown;
}) {
  const t = useT();
  const words = t(litKey(focus.item, related, index), {
    number: focus.item.number || focus.item.title,
    count: related.length,
  });
  return (
    <div className={styles.lit} data-sec={section}>
      <p className={styles.label}>{words}</p>
      <ul className={styles.cards}>
        {related.map(({ id, level, via }) => {
          const item = index.get(id)?.item;
          if (!item) return null;
          return (
            <li key={id}>
              <Link
                className={styles.card}
                to={paths.framework(shown.slug, id)}
                preventScrollReset
                data-item={id}
              >
                <span className="num">{item.number}</span>
                <span className={styles.inside}>
                  <span className={`title ${styles.title}`} lang={shown.language}>
                    {item.title || t('framework.untitled')}
                  </span>
                  <ItemMeta
                    item={item}
                    level={level}
                    via={via.map((one) => index.get(one)?.item.number ?? '')}
                  />
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
