// What of the coverage is shown: links by kind of gap, with their counts, and a choice of the mission. All of it is in the address.
import { Form, Link, useSubmit } from '@remix-run/react';
import type { CoverageItem } from '#core/framework/coverage.ts';
import { GAP_KINDS, type GapKind } from '#core/framework/coverage-gaps.ts';
import { SelectBox } from '../components/select-box.tsx';
import { useT } from '../language.tsx';
import filters from '../reading/filters.module.css';
import styles from './coverage.module.css';
import { type CoverageFilter, searchOf } from './shown.ts';
import { shortName, titleOf } from './words.ts';

export function FilterBar({
  filter,
  counts,
  missions,
}: {
  readonly filter: CoverageFilter;
  readonly counts: Readonly<Record<GapKind | 'any', number>>;
  readonly missions: readonly CoverageItem[];
}) {
  const t = useT();
  const submit = useSubmit();
  const choices = [
    { gap: '', label: t('coverage.filter.all'), count: null },
    { gap: 'any', label: t('coverage.filter.gaps'), count: counts.any },
    ...GAP_KINDS.filter((gap) => counts[gap] > 0 || gap === filter.gap).map((gap) => ({
      gap,
      label: t(`coverage.mark.${gap}`),
      count: counts[gap],
    })),
  ] as const;
  return (
    <div className={`${styles.bar} no-print`}>
      <nav aria-label={t('coverage.filter')} className={filters.filters}>
        {choices.map(({ gap, label, count }) => (
          <Link
            key={gap}
            to={{ search: searchOf({ ...filter, gap }) }}
            replace
            preventScrollReset
            className={filters.filter}
            aria-current={filter.gap === gap ? 'true' : undefined}
          >
            <span className="capital">{label}</span>
            {count !== null && <b>{count}</b>}
          </Link>
        ))}
      </nav>
      <Form
        method="get"
        replace
        preventScrollReset
        className={styles.mission}
        onChange={(event) =>
          submit(event.currentTarget, { replace: true, preventScrollReset: true })
        }
      >
        {filter.gap !== '' && <input type="hidden" name="gap" value={filter.gap} />}
        <label className="label" htmlFor="coverage-mission">
          {t('coverage.filter.mission')}
        </label>
        <SelectBox
          key={filter.mission}
          id="coverage-mission"
          name="mission"
          defaultValue={filter.mission}
        >
          <option value="">{t('coverage.filter.every-mission')}</option>
          {missions.map((mission) => (
            <option key={mission.id} value={mission.id}>
              {`${shortName(t, mission)} ${titleOf(t, mission)}`}
            </option>
          ))}
        </SelectBox>
        <noscript>
          <button type="submit">{t('coverage.filter.show')}</button>
        </noscript>
      </Form>
    </div>
  );
}
