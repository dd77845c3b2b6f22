// The coverage as one table: a column for each skill, what counts for it first, then missions, modules and profiles.
import type { ReactNode } from 'react';
import type { CoveredSkill } from '#core/framework/coverage.ts';
import type { Language } from '#core/framework/interchange.ts';
import { isMessageKey } from '#locales/catalogue.ts';
import { SectionGlyph } from '../components/glyph.tsx';
import { useT } from '../language.tsx';
import cells from './cells.module.css';
import styles from './matrix.module.css';
import { CountRow, Heading, ItemRow } from './matrix-rows.tsx';
import type { ShownCoverage } from './shown.ts';
import { expectedWords, linkWords, shortName, titleOf } from './words.ts';

/** Skills of one type, side by side. */
interface Columns {
  readonly type: string;
  readonly skills: readonly CoveredSkill[];
}

/** Skills in the order of their types as the template names them; those of no type last. */
function columnsOf(skills: readonly CoveredSkill[], types: readonly string[]): Columns[] {
  const known = [...types, ...new Set(skills.map(({ type }) => type))];
  return [...new Set(known)]
    .map((type) => ({ type, skills: skills.filter((skill) => skill.type === type) }))
    .filter((group) => group.skills.length > 0);
}

/**
 * With more cells than this, empty ones side by side are drawn as one, and columns are not marked: tens of thousands of them would hold up the
 * server and the browser for a second. Below it each column can be read down by a screen reader, cell by cell.
 */
const MANY = 10_000;

export interface MatrixProps {
  readonly shown: ShownCoverage;
  /** The types of a skill, in the template's order. */
  readonly types: readonly string[];
  /** Language of the network's own words. */
  readonly language: Language;
  /** Address of an item in its section. */
  readonly to: (item: { readonly section: string; readonly id: string }) => string;
}

export function Matrix({ shown, types, language, to }: MatrixProps) {
  const t = useT();
  const groups = columnsOf(shown.skills, types);
  const skills = groups.flatMap((group) => group.skills);
  const rows =
    shown.groups.reduce((sum, { activities }) => sum + activities.length, 0) +
    shown.modules.length +
    shown.profiles.length;
  const runs = rows * skills.length > MANY ? runsOf(groups) : null;
  const shared = { skills, starts: startsOf(groups), runs, language, to };
  return (
    <section className={styles.wrap} aria-label={t('coverage.table')}>
      {/* By keyboard each cell is a step. */}
      <a className="skip" href="#coverage-end">
        {t('coverage.skip')}
      </a>
      <table className={styles.matrix}>
        <caption className="hidden">{t('coverage.table')}</caption>
        <colgroup>
          <col />
        </colgroup>
        {groups.map(({ type, skills: own }) => (
          <colgroup key={type}>
            {own.map((skill) => (
              <col key={skill.id} data-gap={(runs === null && isLacking(skill)) || undefined} />
            ))}
          </colgroup>
        ))}
        <thead>
          {types.length > 0 && (
            <tr>
              <td />
              {groups.map(({ type, skills: own }) => (
                <th key={type} scope="colgroup" colSpan={own.length} className={styles.type}>
                  <TypeName type={type} />
                </th>
              ))}
            </tr>
          )}
          <tr>
            <td className={styles.corner}>
              <Legend />
            </td>
            {skills.map((skill) => (
              <th
                key={skill.id}
                scope="col"
                className={styles.skill}
                data-start={shared.starts.has(skill.id) || undefined}
              >
                <a href={to(skill)} data-sec={skill.section}>
                  <span className="num">{shortName(t, skill)}</span>{' '}
                  <span lang={language}>{titleOf(t, skill)}</span>
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={styles.counts}>
          <CountRow {...shared} counts="modules" gaps={['untrained', 'below']} />
          <CountRow {...shared} counts="activities" gaps={['unused']} />
          <CountRow {...shared} counts="criteria" gaps={['noCriterion']} />
        </tbody>
        {shown.groups.map(({ mission, activities }) => (
          <tbody key={mission?.id ?? ''}>
            <Heading {...shared} item={mission}>
              {t('coverage.no-mission')}
            </Heading>
            {activities.map((row) => (
              <ItemRow
                key={row.id}
                {...shared}
                row={row}
                says={(skill, link) => linkWords(t, 'needs', row, skill, link)}
              />
            ))}
          </tbody>
        ))}
        {shown.modules.length > 0 && (
          <tbody>
            <Heading {...shared} item={null}>
              <Named section={shown.modules[0]?.section ?? ''}>{t('kinds.module')}</Named>
            </Heading>
            {shown.modules.map((row) => (
              <ItemRow
                key={row.id}
                {...shared}
                row={row}
                says={(skill, link) => linkWords(t, 'trains', row, skill, link)}
              />
            ))}
          </tbody>
        )}
        {shown.profiles.length > 0 && (
          <tbody>
            <Heading {...shared} item={null}>
              <Named section={shown.profiles[0]?.section ?? ''}>{t('coverage.profiles')}</Named>
            </Heading>
            {shown.profiles.map((row) => (
              <ItemRow
                key={row.id}
                {...shared}
                row={row}
                says={(skill, link) => expectedWords(t, row, skill, link)}
              />
            ))}
          </tbody>
        )}
      </table>
      <span id="coverage-end" tabIndex={-1} />
    </section>
  );
}

/** Ids of the first skill of each type: a line parts them from those before. */
function startsOf(groups: readonly Columns[]): ReadonlySet<string> {
  return new Set(groups.flatMap(({ skills }) => skills.slice(0, 1).map(({ id }) => id)));
}

/** By skill the number of its type: an empty cell may stand for all of one type that follow each other. */
function runsOf(groups: readonly Columns[]): ReadonlyMap<string, number> {
  return new Map(groups.flatMap(({ skills }, at) => skills.map(({ id }) => [id, at] as const)));
}

/** Whether the whole column of a skill is marked: it is trained by nothing, or asked by nothing. */
function isLacking({ gaps }: CoveredSkill): boolean {
  return gaps.some((gap) => gap !== 'noCriterion');
}

function TypeName({ type }: { readonly type: string }) {
  const t = useT();
  const key = `skillGroup.${type || 'none'}`;
  return <>{isMessageKey(key) ? t(key) : type}</>;
}

function Named({ section, children }: { readonly section: string; readonly children: ReactNode }) {
  return (
    <span data-sec={section} className={styles.named}>
      <SectionGlyph section={section} />
      <span className="capital">{children}</span>
    </span>
  );
}

const LEVELS = [1, 2, 3, 4] as const;

/** What the drawn cells mean. */
export function Legend() {
  const t = useT();
  return (
    <div className={cells.legend}>
      <p>
        {LEVELS.map((level) => (
          <i key={level} className={cells.level} data-level={level} aria-hidden="true">
            {level}
          </i>
        ))}
        {t('coverage.legend.level')}
      </p>
      <p>
        <i className={cells.level} data-level="none" aria-hidden="true" />
        {t('coverage.legend.trained')}
      </p>
      <p>
        <i className={cells.level} data-lacking="" aria-hidden="true" />
        {t('coverage.legend.gap')}
      </p>
    </div>
  );
}
