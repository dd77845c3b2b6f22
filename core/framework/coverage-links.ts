// The links that a coverage is told from: from who points at a skill, and back from the skill to them.
import type { Reference } from './interchange.ts';

export interface CoverageLink {
  readonly item: string;
  /** Mastery level from 1 to 4; null where the reference says none. */
  readonly level: number | null;
}

interface Pointed {
  readonly links: readonly CoverageLink[];
  /** Skills of other frameworks among its references. */
  readonly elsewhere: number;
}

/** The highest level among links; null where none says one. */
export function highest(links: readonly CoverageLink[]): number | null {
  const levels = links.flatMap(({ level }) => (level === null ? [] : [level]));
  return levels.length === 0 ? null : Math.max(...levels);
}

/** The skills an item points at, each once with its highest level; what is gone or no skill is left out. */
export function pointedAt(
  references: readonly Reference[],
  slug: string,
  isSkill: (id: string) => boolean,
): Pointed {
  const levels = new Map<string, number | null>();
  const elsewhere = new Set<string>();
  for (const { item, framework, level = null } of references) {
    if (framework !== undefined && framework !== slug) elsewhere.add(`${framework}/${item}`);
    else if (isSkill(item)) {
      const before = levels.get(item) ?? null;
      levels.set(item, before === null || (level !== null && level > before) ? level : before);
    }
  }
  const links = [...levels].map(([item, level]) => ({ item, level }));
  return { links, elsewhere: elsewhere.size };
}

/** Links the other way round: by skill, who points at it. */
export function pointingAt(
  rows: readonly { readonly id: string; readonly skills: readonly CoverageLink[] }[],
): (skill: string) => readonly CoverageLink[] {
  const bySkill = new Map<string, CoverageLink[]>();
  for (const { id, skills } of rows) {
    for (const { item, level } of skills) {
      const known = bySkill.get(item);
      if (known) known.push({ item: id, level });
      else bySkill.set(item, [{ item: id, level }]);
    }
  }
  return (skill) => bySkill.get(skill) ?? [];
}

/** Levels that the modules lack for what is expected; null where no level is said on one of the sides. */
export function shortBy(expected: number | null, modules: readonly CoverageLink[]): number | null {
  if (expected === null) return null;
  if (modules.length === 0) return expected;
  const missing = expected - (highest(modules) ?? 0);
  if (missing <= 0) return 0;
  return modules.some(({ level }) => level === null) ? null : missing;
}
