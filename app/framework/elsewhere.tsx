// References to items of other frameworks, as chips with the titles those have now.
import { paths } from '#core/paths.ts';
import type { ItemTitle } from '#server/context.ts';
import { ReferenceChip } from '../components/reference-chip.tsx';
import { useT } from '../language.tsx';
import styles from './elsewhere.module.css';
import type { ViewItem } from './view.ts';

/** What this reader may not see is left out; for who writes, what is gone is said. */
export function Elsewhere({
  item,
  titles,
  writes,
}: {
  readonly item: ViewItem;
  readonly titles: readonly ItemTitle[];
  readonly writes: boolean;
}) {
  const t = useT();
  const chips = item.references.map((reference) => ({
    reference,
    target: titles.find(
      (title) => title.item === reference.item && title.framework === reference.framework,
    ),
  }));
  const shown = writes ? chips : chips.filter(({ target }) => target !== undefined);
  if (shown.length === 0) return null;
  return (
    <ul className={styles.chips}>
      {shown.map(({ reference, target }) => (
        <li key={`${reference.framework ?? ''}/${reference.item}`}>
          {target ? (
            <ReferenceChip
              section={target.section}
              number={target.number}
              title={target.title}
              level={reference.level}
              to={paths.framework(target.framework, target.item)}
            />
          ) : (
            <ReferenceChip section={undefined} title={reference.item || t('framework.untitled')} />
          )}
        </li>
      ))}
    </ul>
  );
}
