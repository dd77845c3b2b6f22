// Which threads one looks for, with how many there are.
import {
  type Filterable,
  inFilter,
  THREAD_FILTERS,
  type ThreadFilter,
} from '#core/deliberation/threads.ts';
import { useT } from '../language.tsx';
import styles from './comments.module.css';

/** Each filter with its number of threads; those without any are left out, except the chosen one. */
export function filterCounts(
  threads: readonly Filterable[],
  me: string,
  chosen: ThreadFilter,
): { filter: ThreadFilter; count: number }[] {
  return THREAD_FILTERS.map((filter) => ({
    filter,
    count: threads.filter((thread) => inFilter(thread, filter, me)).length,
  })).filter(({ filter, count }) => count > 0 || filter === chosen);
}

export function ThreadFilters({
  threads,
  me,
  chosen,
  onChoose,
}: {
  readonly threads: readonly Filterable[];
  readonly me: string;
  readonly chosen: ThreadFilter;
  readonly onChoose: (filter: ThreadFilter) => void;
}) {
  const t = useT();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be read as a form to fill.
    <div className={styles.filters} role="group" aria-label={t('comments.filter')}>
      {filterCounts(threads, me, chosen).map(({ filter, count }) => (
        <button
          key={filter}
          type="button"
          aria-pressed={filter === chosen}
          onClick={() => onChoose(filter)}
        >
          {t(`comments.filter.${filter}`)} <b>{count}</b>
        </button>
      ))}
    </div>
  );
}
