// What may be missing in the coverage of a framework, and when each of it can be told.
import { type CoveragePlan, sectionsOfKinds } from './coverage-plan.ts';
import type { Template } from './template.ts';

/**
 * In the order in which they are told. A skill may be `untrained` (no module), trained `below` the level that
 * is asked of it, `unused` (no activity needs it); an activity may need nothing, a module train nothing; where the
 * template lets an item have a criterion, it may have none.
 */
export const GAP_KINDS = [
  'untrained',
  'below',
  'unused',
  'needsNothing',
  'trainsNothing',
  'noCriterion',
] as const;
export type GapKind = (typeof GAP_KINDS)[number];

/** What is looked at of one item. */
export interface GapFacts {
  readonly kind: string;
  /** Levels of the references that train it; null where one says none. */
  readonly trainedAt: readonly (number | null)[];
  /** The highest level that an activity or a profile asks of it; null where none says one. */
  readonly asked: number | null;
  /** How many activities need it. */
  readonly activities: number;
  /** How many skills it points at, those of other frameworks counted. */
  readonly skills: number;
  /** How many criteria stand under it, however deep. */
  readonly criteria: number;
}

/** Whether each module says a level and none reaches what is asked: a module that says none may reach any. */
export function isBelow(trainedAt: readonly (number | null)[], asked: number | null): boolean {
  if (asked === null || trainedAt.length === 0) return false;
  return trainedAt.every((level) => level !== null && level < asked);
}

/**
 * The rule by which the gaps of an item are told. Nothing is said to be missing that may stand in one of
 * the sections `unread`, which cannot be read now.
 */
export function gapRule(
  template: Template,
  plan: CoveragePlan,
  unread: readonly string[],
): (facts: GapFacts) => GapKind[] {
  const known = (kinds: ReadonlySet<string>) =>
    sectionsOfKinds(template, kinds).every((key) => !unread.includes(key));
  const skills = known(plan.skills);
  // A template without modules lacks none.
  const trains = plan.modules.size > 0 && known(plan.modules);
  const needs = plan.activities.size > 0 && known(plan.activities);
  return (facts) => {
    const isSkill = plan.skills.has(facts.kind);
    const missing: Record<GapKind, boolean> = {
      untrained: isSkill && trains && facts.trainedAt.length === 0,
      below: isSkill && trains && isBelow(facts.trainedAt, facts.asked),
      unused: isSkill && needs && facts.activities === 0,
      needsNothing: plan.activities.has(facts.kind) && skills && facts.skills === 0,
      trainsNothing: plan.modules.has(facts.kind) && skills && facts.skills === 0,
      noCriterion: plan.assessed.has(facts.kind) && facts.criteria === 0,
    };
    return GAP_KINDS.filter((gap) => missing[gap]);
  };
}
