// What of a coverage is shown: all of it, one mission's part, or what lacks something.
import type {
  Coverage,
  CoverageItem,
  CoverageProfile,
  CoverageRow,
  CoveredSkill,
} from '#core/framework/coverage.ts';
import { GAP_KINDS, type GapKind } from '#core/framework/coverage-gaps.ts';

export interface CoverageFilter {
  /** Id of a mission; '' for all. */
  readonly mission: string;
  /** One kind of gap, any of them, or '' where gaps make no difference. */
  readonly gap: GapKind | 'any' | '';
}

export interface ShownGroup {
  /** Null for activities under no mission. */
  readonly mission: CoverageItem | null;
  readonly activities: readonly CoverageRow[];
}

export interface ShownCoverage {
  readonly skills: readonly CoveredSkill[];
  readonly groups: readonly ShownGroup[];
  readonly modules: readonly CoverageRow[];
  readonly profiles: readonly CoverageProfile[];
  /** What lacks something that the filter asks for, what lacks only a criterion last. */
  readonly lacking: readonly CoverageItem[];
}

/** The filter that an address says; what it says wrongly counts as not said. */
export function filterOf(search: URLSearchParams): CoverageFilter {
  const said = search.get('gap') ?? '';
  const gap = said === 'any' ? said : GAP_KINDS.find((kind) => kind === said);
  return { mission: search.get('mission') ?? '', gap: gap ?? '' };
}

/** The search of an address with this filter: "?gap=untrained", '' for everything. */
export function searchOf({ mission, gap }: CoverageFilter): string {
  const search = new URLSearchParams();
  if (gap !== '') search.set('gap', gap);
  if (mission !== '') search.set('mission', mission);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** How many items lack what: by kind of gap, and `any` for items with any. */
export function gapCounts(coverage: Coverage): Readonly<Record<GapKind | 'any', number>> {
  const { missions, activities, skills, modules } = coverage;
  const all = [...missions, ...activities, ...skills, ...modules];
  const counts: Record<GapKind | 'any', number> = {
    any: all.filter(({ gaps }) => gaps.length > 0).length,
    untrained: 0,
    below: 0,
    unused: 0,
    needsNothing: 0,
    trainsNothing: 0,
    noCriterion: 0,
  };
  for (const { gaps } of all) for (const gap of gaps) counts[gap] += 1;
  return counts;
}

/** What lacks only a criterion comes last: it is most often the last to be written. */
function weightiestFirst(items: readonly CoverageItem[]): CoverageItem[] {
  return [
    ...items.filter((item) => !lacksOnlyCriterion(item)),
    ...items.filter((item) => lacksOnlyCriterion(item)),
  ];
}

/** Of an item that lacks something. */
export function lacksOnlyCriterion({ gaps }: CoverageItem): boolean {
  return gaps.every((gap) => gap === 'noCriterion');
}

/**
 * The part of a coverage that a filter leaves. A mission brings its activities and the skills that they ask for;
 * a gap brings what lacks it and, for a skill, whoever points at it. An unknown mission is none.
 */
export function shownOf(
  coverage: Coverage,
  { mission: wanted, gap }: CoverageFilter,
): ShownCoverage {
  const mission = coverage.missions.find(({ id }) => id === wanted);
  const lacks = ({ gaps }: CoverageItem) =>
    gap === 'any' ? gaps.length > 0 : gap !== '' && gaps.includes(gap);
  const inMission = coverage.activities.filter(
    ({ parent }) => mission === undefined || parent === mission.id,
  );
  const asked = new Set(inMission.flatMap(({ skills }) => skills.map(({ item }) => item)));
  const skills = coverage.skills.filter(
    (skill) => (mission === undefined || asked.has(skill.id)) && (gap === '' || lacks(skill)),
  );
  const columns = new Set(skills.map(({ id }) => id));
  const pointsHere = (row: CoverageRow) => row.skills.some(({ item }) => columns.has(item));
  const all = mission === undefined && gap === '';
  const rows = <Row extends CoverageRow>(of: readonly Row[]) =>
    of.filter((row) => all || pointsHere(row) || (mission === undefined && lacks(row)));

  const activities = inMission.filter((row) => gap === '' || lacks(row) || pointsHere(row));
  const missions = mission === undefined ? coverage.missions : [mission];
  const known = new Set(coverage.missions.map(({ id }) => id));
  const alone = activities.filter(({ parent }) => !known.has(parent));
  const modules = rows(coverage.modules);
  const groups: ShownGroup[] = missions.map((one) => ({
    mission: one,
    activities: activities.filter(({ parent }) => parent === one.id),
  }));
  if (alone.length > 0) groups.push({ mission: null, activities: alone });
  return {
    skills,
    groups: groups.filter(
      (group) =>
        gap === '' ||
        group.activities.length > 0 ||
        (group.mission !== null && lacks(group.mission)),
    ),
    modules,
    profiles: rows(coverage.profiles),
    lacking: weightiestFirst(
      [...missions, ...inMission, ...skills, ...modules].filter((item) =>
        gap === '' ? item.gaps.length > 0 : lacks(item),
      ),
    ),
  };
}
