// Which kinds of a template take part in its coverage: what needs, what trains, what expects, what is assessed.
import type { KindDefinition, Template } from './template.ts';

/** Keys of kinds; sections by key where something has to be told of what stands in them. */
export interface CoveragePlan {
  /** Kinds that are needed, trained and expected: skills. */
  readonly skills: ReadonlySet<string>;
  readonly activities: ReadonlySet<string>;
  readonly modules: ReadonlySet<string>;
  readonly profiles: ReadonlySet<string>;
  /** Kinds that say how what they stand under is assessed: criteria. */
  readonly criteria: ReadonlySet<string>;
  /** Kinds that may hold a criterion, where nothing above them may. */
  readonly assessed: ReadonlySet<string>;
}

function kindsSaying(kinds: readonly KindDefinition[], says: string): ReadonlySet<string> {
  return new Set(
    kinds
      .filter(({ references }) => references.some((one) => one.says === says))
      .map(({ key }) => key),
  );
}

/** Kinds that may hold a criterion; of those that stand one under another only the uppermost. */
function assessedKinds(
  kinds: readonly KindDefinition[],
  criteria: ReadonlySet<string>,
): ReadonlySet<string> {
  const above = new Map<string, Set<string>>();
  for (const { key, under } of kinds) {
    const known = above.get(key) ?? new Set<string>();
    for (const one of under) if (one !== '') known.add(one);
    above.set(key, known);
  }
  const holders = new Set([...criteria].flatMap((key) => [...(above.get(key) ?? [])]));
  const hasHolderAbove = (key: string, seen: ReadonlySet<string>): boolean =>
    [...(above.get(key) ?? [])].some(
      (one) => !seen.has(one) && (holders.has(one) || hasHolderAbove(one, new Set([...seen, one]))),
    );
  return new Set([...holders].filter((key) => !hasHolderAbove(key, new Set([key]))));
}

/** What of a template takes part; null where nothing in it needs or trains anything. */
export function coveragePlan(template: Template): CoveragePlan | null {
  const kinds = template.sections.flatMap((section) => section.kinds);
  const skills = new Set(
    kinds.flatMap(({ references }) =>
      references.flatMap(({ says, to }) => (says === undefined ? [] : to)),
    ),
  );
  if (skills.size === 0) return null;
  const criteria = new Set(kinds.filter(({ assesses }) => assesses).map(({ key }) => key));
  return {
    skills,
    activities: kindsSaying(kinds, 'needs'),
    modules: kindsSaying(kinds, 'trains'),
    profiles: kindsSaying(kinds, 'expects'),
    criteria,
    assessed: assessedKinds(kinds, criteria),
  };
}

/** Keys of the sections in which items of these kinds may stand. */
export function sectionsOfKinds(template: Template, kinds: ReadonlySet<string>): string[] {
  return template.sections
    .filter((section) => section.kinds.some(({ key }) => kinds.has(key)))
    .map(({ key }) => key);
}

/** Keys of the rooms whose texts its coverage is told from. */
export function roomsOfCoverage(template: Template, plan: CoveragePlan): string[] {
  const kinds = new Set([
    ...plan.skills,
    ...plan.activities,
    ...plan.modules,
    ...plan.profiles,
    ...plan.assessed,
  ]);
  const sections = new Set(sectionsOfKinds(template, kinds));
  return template.rooms
    .filter((room) => room.sections.some((key) => sections.has(key)))
    .map(({ key }) => key);
}
