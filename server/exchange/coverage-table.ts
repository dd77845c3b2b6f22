// The coverage of a framework as one table: a column for each skill, a row for each activity, module and profile.
import type { Coverage, CoverageItem, CoverageRow } from '#core/framework/coverage.ts';
import { isMessageKey, type Translate } from '#locales/catalogue.ts';
import type { CsvCell } from './csv.ts';

function kindWord(t: Translate, kind: string): string {
  const key = `kind.${kind}`;
  return isMessageKey(key) ? t(key) : kind;
}

function gapWords(t: Translate, { gaps }: Pick<CoverageItem, 'gaps'>): string {
  return gaps.map((gap) => t(`coverage.mark.${gap}`)).join(', ');
}

/** The rows of the table, headings first, worded by `t`. A link without a level is a cross. */
export function coverageTable(t: Translate, coverage: Coverage): CsvCell[][] {
  const { skills, missions, activities, modules, profiles } = coverage;
  const titles = new Map(missions.map((one) => [one.id, `${one.number} ${one.title}`.trim()]));
  const title = ({ title: own }: CoverageItem) => own.trim() || t('framework.untitled');
  const counted = (label: string, count: (skill: Coverage['skills'][number]) => CsvCell) => [
    label,
    null,
    null,
    null,
    null,
    ...skills.map(count),
  ];
  const line = (row: CoverageRow): CsvCell[] => {
    const levels = new Map(row.skills.map(({ item, level }) => [item, level]));
    return [
      kindWord(t, row.kind),
      row.number,
      title(row),
      titles.get(row.parent) ?? null,
      gapWords(t, row),
      ...skills.map(({ id }) => (levels.has(id) ? (levels.get(id) ?? '×') : null)),
    ];
  };
  return [
    [
      t('coverage.table.kind'),
      t('coverage.table.number'),
      t('coverage.table.title'),
      t('coverage.table.mission'),
      t('coverage.table.gaps'),
      ...skills.map((skill) => `${skill.number} ${title(skill)}`.trim()),
    ],
    counted(t('coverage.row.modules'), (skill) => skill.modules.length),
    counted(t('coverage.row.activities'), (skill) => skill.activities.length),
    counted(t('coverage.row.criteria'), (skill) => skill.criteria),
    counted(t('coverage.row.needed'), (skill) => skill.needed),
    counted(t('coverage.row.trained'), (skill) => skill.trained),
    counted(t('coverage.table.gaps'), (skill) => gapWords(t, skill)),
    ...missions
      .filter(({ gaps }) => gaps.length > 0)
      .map((mission) => [
        kindWord(t, mission.kind),
        mission.number,
        title(mission),
        null,
        gapWords(t, mission),
      ]),
    ...activities.map(line),
    ...modules.map(line),
    ...profiles.map(line),
  ];
}
