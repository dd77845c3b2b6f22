// The rows of the coverage's table: a heading over several, an item with its levels, a count for each skill.
import type { ReactNode } from 'react';
import type {
  CoverageItem,
  CoverageRow,
  CoveredSkill,
  ExpectedSkill,
} from '#core/framework/coverage.ts';
import type { GapKind } from '#core/framework/coverage-gaps.ts';
import type { CoverageLink } from '#core/framework/coverage-links.ts';
import type { Language } from '#core/framework/interchange.ts';
import { useT } from '../language.tsx';
import cells from './cells.module.css';
import { GapMarks } from './gap-marks.tsx';
import styles from './matrix.module.css';
import { shortName, titleOf } from './words.ts';

interface Shared {
  readonly skills: readonly CoveredSkill[];
  /** Ids of the skills before which a line is drawn. */
  readonly starts: ReadonlySet<string>;
  /** By skill the run of columns in which empty cells are drawn as one; null where each is drawn. */
  readonly runs: ReadonlyMap<string, number> | null;
  readonly language: Language;
  readonly to: (item: { readonly section: string; readonly id: string }) => string;
}

/** Over the rows of a mission; over others with the words of `children`. */
export function Heading({
  item,
  skills,
  language,
  to,
  children,
}: Shared & { readonly item: CoverageItem | null; readonly children: ReactNode }) {
  const t = useT();
  return (
    <tr className={styles.heading}>
      <th scope="rowgroup" colSpan={skills.length + 1}>
        <span className={styles.stuck}>
          {item ? (
            <a href={to(item)} data-sec={item.section}>
              <span className="num">{shortName(t, item)}</span>
              <span className="title" lang={language}>
                {titleOf(t, item)}
              </span>
            </a>
          ) : (
            <span className="title">{children}</span>
          )}
          {item && <GapMarks gaps={item.gaps} />}
        </span>
      </th>
    </tr>
  );
}

type Link = CoverageLink & Partial<Pick<ExpectedSkill, 'short'>>;

/** An activity, a module or a profile; `says` words what a cell means. */
export function ItemRow<Of extends Link>({
  row,
  says,
  skills,
  starts,
  runs,
  language,
  to,
}: Shared & {
  readonly row: Omit<CoverageRow, 'skills'> & { readonly skills: readonly Of[] };
  readonly says: (skill: CoveredSkill, link: Of) => string;
}) {
  const t = useT();
  const links = new Map(row.skills.map((link) => [link.item, link]));
  const address = to(row);
  return (
    <tr>
      <th scope="row">
        <a href={address} data-sec={row.section}>
          <span className="num">{shortName(t, row)}</span>
          <span lang={language}>{titleOf(t, row)}</span>
        </a>
        <GapMarks gaps={row.gaps} />
      </th>
      {spansOf(skills, runs, links).map(({ skill, span }) => {
        const link = links.get(skill.id);
        return (
          <td
            key={skill.id}
            colSpan={span > 1 ? span : undefined}
            data-start={starts.has(skill.id) || undefined}
          >
            {link && (
              <a
                href={address}
                className={cells.level}
                data-level={link.level ?? 'none'}
                data-lacking={link.short ? '' : undefined}
                aria-label={says(skill, link)}
              >
                {link.level}
                {link.short ? <small>−{link.short}</small> : null}
              </a>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** The cells of a row, each with the first skill that it stands for and how many. */
function spansOf(
  skills: readonly CoveredSkill[],
  runs: Shared['runs'],
  links: ReadonlyMap<string, unknown>,
): { skill: CoveredSkill; span: number }[] {
  const spans: { skill: CoveredSkill; span: number }[] = [];
  let open: { skill: CoveredSkill; span: number } | null = null;
  for (const skill of skills) {
    const empty = runs !== null && !links.has(skill.id);
    if (empty && open && runs.get(open.skill.id) === runs.get(skill.id)) {
      open.span += 1;
      continue;
    }
    const next = { skill, span: 1 };
    spans.push(next);
    open = empty ? next : null;
  }
  return spans;
}

/** How many of something each skill has; none is marked where that is a gap. */
export function CountRow({
  counts,
  gaps,
  skills,
  starts,
  to,
}: Shared & {
  readonly counts: 'modules' | 'activities' | 'criteria';
  /** The gaps that this count tells. */
  readonly gaps: readonly GapKind[];
}) {
  const t = useT();
  return (
    <tr data-counts={counts}>
      <th scope="row">{t(`coverage.row.${counts}`)}</th>
      {skills.map((skill) => {
        const count = counts === 'criteria' ? skill.criteria : skill[counts].length;
        const lacking = skill.gaps.some((gap) => gaps.includes(gap));
        const words = t(`coverage.cell.count.${counts}`, { skill: shortName(t, skill), count });
        return (
          <td key={skill.id} data-start={starts.has(skill.id) || undefined}>
            {lacking ? (
              <a
                href={to(skill)}
                className={cells.level}
                data-lacking={counts === 'criteria' ? 'later' : ''}
                aria-label={words}
              >
                {count}
              </a>
            ) : (
              count
            )}
          </td>
        );
      })}
    </tr>
  );
}
